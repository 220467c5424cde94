import { Effect } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { journalOver, recordsOf } from "../../testing/facts.ts"
import { Day } from "../../values/index.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import { frameReplacementOf } from "./frame.ts"
import { judgeUnits } from "./judging.ts"
import { unitsUnder } from "./scope.ts"
import { atLeast, attested, knownIn, setWith } from "./testing/province.ts"

const day = Day.make("2025-06-30")
const old = CriteriaSetId.make("cu")
const before = setWith("cu", [atLeast("water", 80), attested("road"), atLeast("income", 60)])
const inferred = { set: old, confidence: "inferred" as const }
const frame: CriteriaSet = {
  ...setWith("moi", []),
  doNotEvaluate: true,
  legalBases: [{ number: "51/2025/QĐ-TTg", date: Day.make("2025-12-29"), role: null }],
  criteria: [
    { no: 1, name: "Hạ tầng", indicators: [] },
    { no: 2, name: "Kinh tế", indicators: [] },
    { no: 3, name: "Chuyển đổi số", indicators: [] }
  ],
  counterparts: [
    { ...inferred, criterion: 1, to: 1 },
    { ...inferred, criterion: 2, to: 1 },
    { ...inferred, criterion: 3, to: 2 },
    { set: CriteriaSetId.make("khac"), confidence: "inferred", criterion: 1, to: 3 }
  ]
}

const framed = (
  values: ReadonlyArray<{ readonly unit: number; readonly input: string; readonly value: number }>,
  to: CriteriaSet = frame
) => {
  const known = knownIn({ sets: [before, to], set: "cu" })
  const units = unitsUnder(known, before, null, day)
  const journal = journalOver(recordsOf(values.map((value) => ({ ...value, day: "2024-12-31" }))))
  const question = { asOf: day, knownAt: null, accept: "approved" as const }
  const judged = Effect.runSync(judgeUnits(known, journal, question, [old], units))
  return frameReplacementOf(judged, old, to, null, units)
}

const values = [
  { unit: 11, input: "water", value: 90 },
  { unit: 11, input: "road", value: 1 },
  { unit: 11, input: "income", value: 55 },
  { unit: 12, input: "water", value: 97 },
  { unit: 12, input: "income", value: 70 }
]

describe("a set of which only the frame is known, in the place of another", () => {
  it("says how much of the decision is known", () => {
    const reason = (to: Partial<CriteriaSet>) => framed([], { ...frame, ...to }).reason
    const definition = { if: "group", in: [1] } as const
    const groups = ([1, 2, 3] as const).map((group) => ({
      group,
      name: "",
      definition,
      confidence: "verified" as const
    }))
    expect(reason({ officialIndicators: 47, groups }).vi).toContain(
      "mới biết tên 3 tiêu chí, chưa biết 47 chỉ tiêu và mức phải đạt của 3 nhóm xã"
    )
    const [first, ...others] = frame.criteria
    const [line] = before.criteria.flatMap(({ indicators }) => indicators)
    if (first === undefined || line === undefined) throw new Error("the sets have lines")
    const criteria = [{ ...first, indicators: [line] }, ...others]
    expect(reason({ officialIndicators: 47, criteria }).vi).toContain(
      "mới biết 1 chỉ tiêu trong 47, chưa đủ để đánh giá"
    )
    expect(reason({ criteria: [] }).vi).toContain("chưa biết tiêu chí, chỉ tiêu và mức phải đạt")
  })

  it("has no threshold anywhere, and tells what units hold of what seems to be about the same", () => {
    const { criteria, old: olds, reason, units } = framed(values)
    expect(reason.vi).toContain(
      "phụ lục của 51/2025/QĐ-TTg: mới biết tên 3 tiêu chí, chưa biết chỉ tiêu và mức phải đạt,"
    )
    expect(criteria.map(({ counterparts, holding, no, verdict }) => [no, verdict, counterparts, holding])).toEqual([
      [1, "noThreshold", [1, 2], { all: 1, lacking: 0, open: 3 }],
      [2, "noThreshold", [3], { all: 1, lacking: 1, open: 2 }],
      [3, "noThreshold", [], null]
    ])
    expect(criteria.map(({ confidence }) => confidence)).toEqual(["inferred", "inferred", null])
    expect(olds.map(({ counterparts, met, no }) => [no, counterparts, met])).toEqual([
      [1, [1], 2],
      [2, [1], 1],
      [3, [2], 1]
    ])
    expect(units.map(({ metBefore, unit, verdicts }) => [unit.code, metBefore, verdicts])).toEqual([
      ["10001", 2, ["met", "met", "notMet"]],
      ["10002", 2, ["met", "noData", "met"]],
      ["10003", 0, ["noData", "noData", "noData"]],
      ["20001", 0, ["noData", "noData", "noData"]]
    ])
  })

  it("without counterparts names what has none", () => {
    const { counterparts: _, ...bare } = frame
    const { criteria, old: olds } = framed(values, bare)
    expect(criteria.every(({ holding }) => holding === null)).toBe(true)
    expect(olds.every(({ counterparts }) => counterparts.length === 0)).toBe(true)
  })

  it("says met of nothing, whatever is known, and counts every unit once", () => {
    const value = fc.record({
      unit: fc.constantFrom(11, 12, 13),
      input: fc.constantFrom("water", "income"),
      value: fc.integer({ min: 0, max: 100 })
    })
    fc.assert(
      fc.property(fc.uniqueArray(value, { selector: ({ input, unit }) => `${unit} ${input}` }), (all) => {
        const { criteria, units } = framed(all)
        for (const { holding, verdict } of criteria) {
          expect(verdict).toBe("noThreshold")
          if (holding !== null) expect(holding.all + holding.lacking + holding.open).toBe(units.length)
        }
      }),
      { numRuns: 60 }
    )
  })
})
