import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { leastBelow, shareBelow } from "./columns-below.ts"
import { overYears, yearsOfWindow } from "./columns-window.ts"
import { compareSets } from "./rollup-compare.ts"
import { oneGroup, tallyOf } from "./rollup-tallies.ts"
import { changesBetween, criteriaDebt, nearest } from "./rollup-units.ts"
import { bandsIn, communeBands, distribution, mostMissing, rollUp } from "./rollup.ts"
import { facts, sets } from "../testing/arbitrary.spec.ts"
import { assessed, attested, held, line, setOf, unitsOf } from "../testing/sets.ts"
import { judged } from "../testing/units.ts"
import { EXEMPT, MET, NO_DATA, NOT_MET } from "../rules/verdict.ts"
import type { Rule } from "../rules/rule.ts"

const withdraw: Rule = {
  op: "any",
  rules: [
    {
      op: "all",
      rules: [
        { op: "between", measure: { of: "criteriaLost" }, low: flatOf(30), high: flatOf(50), highExclusive: true },
        { op: "criterionLost", names: ["Tiêu chí 1"] }
      ]
    },
    { op: ">=", measure: { of: "criteriaLost" }, threshold: flatOf(50) }
  ]
}
function flatOf(value: number) {
  return { rows: [{ value, when: null, year: null, from: null, to: null }], awaiting: null }
}

/** Three criteria: two attested, one for islands only. Units as told by their letters: y, n or - per input. */
const three = setOf(
  "s",
  [
    [line("1", attested("a"))],
    [line("2", attested("b"))],
    [line("3", attested("c"), { appliesWhen: { if: "flag", is: "island" } })]
  ],
  { recognition: { grant: [{ id: "all", rule: { op: "allCriteria" } }], withdraw } }
)
const known = (...units: ReadonlyArray<string>) =>
  units.flatMap((letters, at) =>
    [...letters].flatMap((letter, place) =>
      letter === "-" ? [] : [{ unit: at + 1, column: `input:${"abc"[place]}`, value: letter === "y" ? 1 : 0 }]
    )
  )
const assessment = (...units: ReadonlyArray<string>) =>
  assessed([three], unitsOf(...units.map((letters) => ({ island: letters.length > 2 }))), known(...units))

describe("a roll-up", () => {
  const all = assessment("yy", "yn", "nn", "y-", "yyy", "yyn")
  const up = rollUp(tallyOf(all, oneGroup(6, null)).sets[0] ?? never(), 0, three)

  it("counts the units that meet each criterion, exempt ones among them", () => {
    expect(up.criteria.map(({ metCount }) => metCount)).toEqual([5, 3, 5])
    expect(up.criteria[2]?.verdicts).toEqual({ met: 1, notMet: 1, exempt: 4, noData: 0, noThreshold: 0 })
    expect([up.units, up.metTotal]).toEqual([6, 13])
    expect(up.grants).toEqual({ met: 2, notMet: 3, exempt: 0, noData: 1, noThreshold: 0 })
    expect(up.withdrawals).toEqual({ met: 1, notMet: 5, exempt: 0, noData: 0, noThreshold: 0 })
    expect(up.verdicts).toEqual(up.grants)
  })

  it("distributes the units by number of criteria met", () => {
    expect(up.byNumber).toEqual([0, 1, 3, 2])
    expect(
      distribution(up, [
        { from: 0, to: 1 },
        { from: 2, to: 3 }
      ]).map(({ units }) => units)
    ).toEqual([1, 5])
    expect(communeBands.map(({ from, to }) => [from, to])).toEqual([
      [0, 6],
      [7, 9],
      [10, 14],
      [15, 18],
      [19, 19]
    ])
  })

  it("tells what is missing most, and who is nearest", () => {
    expect(mostMissing(up).map(({ no }) => no)).toEqual([2, 1, 3])
    expect(nearest(all, "s", [0, 1, 2, 3, 4, 5], 3).map(({ notMet, open, unit }) => [unit, notMet, open])).toEqual([
      [4, [], [2]],
      [2, [2], []],
      [6, [3], []]
    ])
  })

  it("counts everybody once, in whatever groups", () => {
    fc.assert(
      fc.property(
        sets,
        fc.array(facts, { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 2 })),
        (many, units, raw) => {
          const found = judged(many, units)
          const of = Int32Array.from(units, (_, at) => raw[at] ?? 0)
          const parts = tallyOf(found, { groups: 3, of })
          const whole = tallyOf(found, oneGroup(units.length, null))
          found.sets.forEach(({ set }, place) => {
            const one = whole.sets[place]
            const split = parts.sets[place]
            if (one === undefined || split === undefined) throw never()
            const total = rollUp(one, 0, set)
            const groups = [0, 1, 2].map((group) => rollUp(split, group, set))
            expect(total.units).toBe(units.length)
            expect(groups.reduce((sum, group) => sum + group.metTotal, 0)).toBe(total.metTotal)
            expect(total.criteria.reduce((sum, { metCount }) => sum + metCount, 0)).toBe(total.metTotal)
            total.criteria.forEach(({ verdicts }, at) => {
              expect(Object.values(verdicts).reduce((sum, number) => sum + number, 0)).toBe(units.length)
              expect(groups.reduce((sum, { criteria }) => sum + (criteria[at]?.verdicts.met ?? 0), 0)).toBe(
                verdicts.met
              )
            })
          })
        }
      ),
      { numRuns: 60 }
    )
  })
})

function never(): never {
  throw new Error("not reached")
}

describe("recognised units", () => {
  it("owe the criteria that they fail, not those that are unknown; the pattern of withdrawal counts both ways", () => {
    const all = assessment("yy", "ny", "nn", "--", "-n")
    const debts = criteriaDebt(
      all,
      [0, 1, 2, 3, 4].map((at) => ({ at, set: "s" }))
    )
    expect(
      debts.map(({ lost, open, unit, withdraw: pattern }) => [unit, lost.map(({ no }) => no), open, pattern])
    ).toEqual([
      [3, [1, 2], [], "met"],
      [2, [1], [], "met"],
      [5, [2], [1], "noData"]
    ])
    expect(
      criteriaDebt(all, [
        { at: 1, set: "unheard-of" },
        { at: 9, set: "s" }
      ])
    ).toEqual([])
  })

  it("keep their title where a third is lost that is not sensitive", () => {
    expect([...(assessment("yn", "ny", "y-").sets[0]?.withdraw ?? [])]).toEqual([NOT_MET, MET, NOT_MET])
    expect([...(assessment("yy", "yn", "y-").sets[0]?.grant ?? [])]).toEqual([MET, NOT_MET, NO_DATA])
  })
})

it("reads ranges of numbers of criteria as people write them", () => {
  expect(bandsIn("0-6, 7–9,10-14,19")).toEqual([
    { from: 0, to: 6 },
    { from: 7, to: 9 },
    { from: 10, to: 14 },
    { from: 19, to: 19 }
  ])
  expect(["", "x", "3-1", "0-6,6-9", "1,,2", "-1"].map(bandsIn)).toEqual([null, null, null, null, null, null])
})

it("changes between two days: criteria gained and lost, units that came and went", () => {
  const before = assessment("yn", "yy", "nn")
  const after = assessed(
    [three],
    unitsOf({ island: false }, { island: false }, { island: false }, { island: false }).slice(0, 4),
    known("yy", "yy", "-n", "yy")
  )
  expect(changesBetween(before, after, "s")).toEqual({
    changed: [{ unit: 1, before: "notMet", after: "met", gained: [2], lost: [] }],
    appeared: [4],
    gone: []
  })
  expect(changesBetween(after, before, "s")).toMatchObject({ changed: [{ unit: 1, lost: [2], gained: [] }], gone: [4] })
})

it("two sets on the same facts: lines are paired by what they ask, never by number", () => {
  const old = setOf("old", [
    [line("1", held(">=", "income", 50))],
    [line("2", attested("road"))],
    [line("3", attested("market"))]
  ])
  const next = setOf("next", [
    [line("1", attested("digital"))],
    [line("2", held(">=", "income", 60))],
    [line("3", attested("road"))]
  ])
  const facts = [
    { unit: 1, column: "input:income", value: 55 },
    { unit: 1, column: "input:road", value: 1 },
    { unit: 1, column: "input:market", value: 1 },
    { unit: 1, column: "input:digital", value: 0 }
  ]
  const all = assessed([old, next], unitsOf({}), facts)
  expect(compareSets(all, "old", "next", [0])).toEqual({
    from: "old",
    to: "next",
    paired: [
      { from: "1", to: "2" },
      { from: "2", to: "3" }
    ],
    dropped: ["3"],
    added: ["1"],
    units: [
      {
        unit: 1,
        before: "met",
        after: "notMet",
        lost: [{ from: "1", to: "2" }],
        gained: [],
        newlyFailed: ["1"],
        open: []
      }
    ]
  })
  expect(compareSets(all, "next", "old", [0])?.units[0]).toMatchObject({ gained: [{ from: "2", to: "1" }], lost: [] })
  expect(compareSets(all, "old", "unheard-of", [0])).toBeNull()
  const unsaid = assessed([old, next], unitsOf({}), facts.slice(0, 3))
  expect(compareSets(unsaid, "old", "next", [0])?.units[0]).toMatchObject({ newlyFailed: [], open: ["1"] })
})

describe("units above", () => {
  const below = { size: 3, parent: Int32Array.of(0, 0, 0, 1, 1, -1), counted: null }

  it("hold the share of those below that hold a title; one that is not known leaves no data, nor does nobody", () => {
    const share = (...titles: ReadonlyArray<number>) => [
      ...shareBelow(below, { held: Float64Array.from(titles), again: null })
    ]
    expect(share(1, 0, 0, 1, 1, 1)).toEqual([100 / 3, 100, Number.NaN])
    expect(share(1, Number.NaN, 0, 0, 0, 1)).toEqual([Number.NaN, 0, Number.NaN])
    const towns = { ...below, counted: Uint8Array.of(1, 0, 0, 1, 0, 1) }
    expect([...shareBelow(towns, { held: Float64Array.of(1, 0, 0, 0, 1, 1), again: null })]).toEqual([
      100,
      0,
      Number.NaN
    ])
  })

  it("count titles of earlier sets only where the set is met today", () => {
    const held = Float64Array.of(1, 1, 0, 1, 1, 1)
    const again = (...codes: ReadonlyArray<number>) => ({
      underTheSet: Uint8Array.of(1, 0, 0, 0, 0, 0),
      codes: Uint8Array.from(codes)
    })
    expect([...shareBelow(below, { held, again: again(NOT_MET, MET, MET, EXEMPT, MET, MET) })]).toEqual([
      200 / 3,
      100,
      Number.NaN
    ])
    expect([...shareBelow(below, { held, again: again(MET, NOT_MET, MET, NO_DATA, MET, MET) })]).toEqual([
      100 / 3,
      Number.NaN,
      Number.NaN
    ])
  })

  it("take the least value below, if all have one", () => {
    expect([...leastBelow(below, Float64Array.of(3, 2, 5, 7, Number.NaN, 1))]).toEqual([2, Number.NaN, Number.NaN])
  })
})

describe("a window of years", () => {
  it("takes the years up to the day's, or those before it", () => {
    expect(yearsOfWindow({ years: 3, before: false }, 2024)).toEqual([2022, 2023, 2024])
    expect(yearsOfWindow({ years: 2, before: true }, 2024)).toEqual([2022, 2023])
  })

  it("adds as decimals add, and has no data where a year has none", () => {
    expect(overYears("sum", [0.1, 0.2])).toBe(0.3)
    expect(overYears("average", [0.1, 0.2, 0.3])).toBe(0.2)
    expect(overYears("average", [1, 0, 0])).toBe(1 / 3)
    expect([overYears("least", [3, 1, 2]), overYears("most", [3, 1, 2])]).toEqual([1, 3])
    expect([overYears("sum", [1, null]), overYears("sum", [])]).toEqual([null, null])
  })
})
