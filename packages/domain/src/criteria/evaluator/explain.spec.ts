import { Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { UnitAttributes } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import type { AssessableSet } from "./assessable.ts"
import { explain } from "./explain.ts"
import { type RuleExplanation, SetExplanation } from "./explanation.ts"
import { compareExactly, fractionOf } from "./kernels-exact.ts"
import type { Rule } from "../rules/rule.ts"
import { facts, sets } from "../testing/arbitrary.spec.ts"
import { naiveSet } from "../testing/naive.ts"
import { assessed, attested, day, held, inputOf, line, setId, setOf, unitsOf } from "../testing/sets.ts"
import { judged } from "../testing/units.ts"
import { flat, type Threshold } from "../rules/threshold.ts"
import { MET } from "../rules/verdict.ts"

const open = { year: null, from: null, to: null }
const byRegion: Threshold = {
  awaiting: null,
  rows: [
    { value: 80, when: { if: "region", in: ["DBSH"] }, ...open },
    { value: 60.5, when: { if: "region", in: ["TN"] }, ...open, year: 2024 }
  ]
}

/** The explanation of one rule about one unit. */
const told = (
  rule: Rule,
  values: { readonly [input: string]: number },
  attributes: UnitAttributes = {},
  more: Partial<AssessableSet> = {}
) => {
  const days = Day.make("2024-12-01")
  const known = Object.entries(values).map(([input, value]) => ({
    unit: 1,
    column: `input:${input}`,
    value,
    day: days
  }))
  const set = setOf(
    "s",
    [[line("1", rule, { unit: "%", legalBasis: "318/QĐ-TTg", from: Day.make("2022-03-08") })]],
    more
  )
  const indicator = explain(assessed([set], unitsOf(attributes), known), "s", 0)?.criteria[0]?.indicators[0]
  if (indicator === undefined) throw new Error("nothing is explained")
  return indicator
}

describe("an explanation", () => {
  it("tells value, day, threshold, which row of the law and what is missing, in the unit and as a share", () => {
    const line = told(held(">=", "x", byRegion), { x: 75.5 }, { region: "DBSH" })
    expect(line).toMatchObject({ verdict: "notMet", legalBasis: "318/QĐ-TTg", from: "2022-03-08", to: null })
    expect(line.rule).toMatchObject({
      comparison: ">=",
      value: { columns: ["input:x"], value: 75.5, day: "2024-12-01", ageDays: 30, tooOld: false },
      threshold: { value: 80, row: 0, region: "DBSH", follows: null },
      gap: { amount: 4.5, share: 0.05625 }
    })
    expect(line.says).toEqual({
      vi: "75,5 %, chưa đạt mức ≥ 80 %: còn thiếu 4,5 % (5,6 %)",
      en: "75,5 % fails ≥ 80 %: short by 4,5 % (5,6 %)"
    })
    expect(line.rule?.threshold?.why.vi).toBe("Mức cho vùng DBSH")
  })

  it("tells what is to spare, and by how much a ceiling is passed", () => {
    expect(told(held(">=", "x", 80), { x: 80.1 }).rule?.gap).toEqual({ amount: -0.1, share: -0.00125 })
    expect(told(held("<=", "x", 16.5), { x: 16.6 })).toMatchObject({
      says: { vi: "16,6 %, chưa đạt mức ≤ 16,5 %: vượt 0,1 % (0,6 %)" }
    })
    expect(told(held("<=", "x", 0), { x: 3 }).rule?.gap).toEqual({ amount: 3, share: null })
  })

  it("names the rule of the set that gives the unit another region", () => {
    const overrides = {
      regionOverrides: [{ when: { if: "flag" as const, is: "speciallyDifficult" as const }, region: "TN" }]
    }
    const { rule } = told(held(">=", "x", byRegion), { x: 70 }, { region: "DBSH", speciallyDifficult: true }, overrides)
    expect(rule).toMatchObject({ verdict: "met", threshold: { value: 60.5, row: 1, region: "TN" } })
    expect(rule?.threshold?.why.vi).toBe("Mức cho vùng TN, năm 2024; áp dụng như vùng TN (đặc biệt khó khăn)")
  })

  it("tells why there is no number: left to the province, none for the region, the region not known", () => {
    const why = (threshold: Threshold, region?: string) =>
      told(held(">=", "x", threshold), { x: 99 }, region === undefined ? {} : { region })
    expect(why({ rows: [], awaiting: "province" })).toMatchObject({
      verdict: "noThreshold",
      says: { vi: "Mức do cấp tỉnh quy định, chưa có" }
    })
    expect(why(byRegion, "DNB")).toMatchObject({
      verdict: "noThreshold",
      says: { vi: "Văn bản không có mức cho đơn vị này" }
    })
    expect(why(byRegion)).toMatchObject({ verdict: "noData", says: { vi: "Chưa biết có thuộc diện: vùng DBSH" } })
  })

  it("follows a threshold to the set that it comes from", () => {
    const advanced = setOf("advanced", [[line("10", held(">=", "income", byRegion))]])
    const model = setOf("model", [
      [line("2", held(">=", "income", { times: 1.1, set: setId("advanced"), code: "10" }))]
    ])
    const both = assessed([advanced, model], unitsOf({ region: "DBSH" }), [
      { unit: 1, column: "input:income", value: 88 }
    ])
    const rule = explain(both, "model", 0)?.criteria[0]?.indicators[0]?.rule
    expect(rule).toMatchObject({
      verdict: "met",
      threshold: {
        value: 88,
        follows: { times: 1.1, set: "advanced", code: "10", value: 80, why: { vi: "Mức cho vùng DBSH" } }
      }
    })
    expect(rule?.threshold?.why.vi).toBe("1,1 lần mức của chỉ tiêu 10, bộ advanced (80)")
  })

  it("tells that a value is too old, and that a rule does not concern the unit", () => {
    const old: Rule = { op: ">=", measure: { ...inputOf("x"), maxAgeDays: 20 }, threshold: flat(80) }
    expect(told(old, { x: 99 })).toMatchObject({
      verdict: "noData",
      says: { vi: "Cần ≥ 80 %; số liệu đã cũ (30 ngày)" }
    })
    const pier: Rule = { op: "when", condition: { if: "flag", is: "island" }, rule: attested("pier"), otherwise: null }
    expect(told(pier, {}, { island: false })).toMatchObject({
      verdict: "exempt",
      says: { vi: "Không áp dụng: chỉ áp dụng khi xã đảo" }
    })
    expect(told(pier, {})).toMatchObject({ verdict: "noData", says: { vi: "Chưa biết có thuộc diện: xã đảo" } })
  })

  it("of rules together names the one that decided", () => {
    const rule: Rule = { op: "all", rules: [held(">=", "a", 50), held(">=", "b", 30)] }
    expect(told(rule, { a: 60, b: 20 }).says.vi).toBe("20 %, chưa đạt mức ≥ 30 %: còn thiếu 10 % (33,3 %)")
    expect(told(rule, { a: 60, b: 40 }).says.vi).toBe("Đạt")
  })

  it("of a set or a unit that is not there is none", () => {
    const all = assessed([setOf("s", [])], unitsOf({}), [])
    expect([explain(all, "s", 1), explain(all, "t", 0)]).toEqual([null, null])
  })
})

const everyRule = (rule: RuleExplanation | null): ReadonlyArray<RuleExplanation> =>
  rule === null ? [] : [rule, ...rule.parts.flatMap(everyRule)]

it("explanations say what the rules say, hold together and travel as JSON", () => {
  fc.assert(
    fc.property(sets, facts, (all, unit) => {
      const assessment = judged(all, [unit])
      for (const set of all) {
        const explanation = explain(assessment, set.id, 0)
        if (explanation === null) throw new Error("nothing is explained")
        expect(explanation.verdict).toBe(naiveSet({ ...unit, day, sets: all }, set))
        const lines = [...explanation.conditions, ...explanation.criteria.flatMap(({ indicators }) => indicators)]
        for (const { comparison, gap, threshold, value, verdict } of lines.flatMap(({ rule }) => everyRule(rule))) {
          const [number, than] = [value?.value ?? null, threshold?.value ?? null]
          const plain = value !== null && value.atMost === null && value.columns.length === 1
          if (comparison === null || than === null || number === null || !plain) continue
          const met = compareExactly(comparison, fractionOf(number), than) === MET
          expect(verdict).toBe(met ? "met" : "notMet")
          if (comparison === ">=" && gap !== null) expect(gap.amount <= 0).toBe(met)
        }
        const json = JSON.parse(JSON.stringify(explanation))
        expect(Schema.decodeUnknownSync(SetExplanation)(json)).toEqual(explanation)
      }
    }),
    { numRuns: 150 }
  )
})
