import { describe, expect, it } from "vitest"
import { blankSet } from "../../testing/criteria.ts"
import { catalogueOf } from "../observations/observation-input.ts"
import { InputKey } from "../rules/condition.ts"
import type { Rule } from "../rules/rule.ts"
import { flat, type ThresholdRow } from "../rules/threshold.ts"
import { formulaOf, thresholdRowsOf } from "./formula.ts"

const input = InputKey.make("trained")
const carry = { carry: "sum", weight: "population" } as const
const inputs = catalogueOf([
  {
    ...blankSet("xa"),
    inputs: [{ input, name: "Lao động qua đào tạo", unit: "%", measure: "percent", bySex: true, carry }]
  }
])
const atLeast = (threshold: Extract<Rule, { readonly threshold: unknown }>["threshold"]): Rule => ({
  op: ">=",
  measure: { of: "input", input },
  threshold
})
const row = (value: number, narrowed: Partial<ThresholdRow>): ThresholdRow => ({
  value,
  when: null,
  year: null,
  from: null,
  to: null,
  ...narrowed
})
const said = (rule: Rule) => formulaOf(rule, inputs, "%").vi

describe("a rule in words", () => {
  it("calls by its name what men and women are reported for apart", () => {
    expect(said({ op: "eachSex", rule: atLeast(flat(75)) })).toBe("Riêng nam và riêng nữ: Lao động qua đào tạo ≥ 75 %")
  })

  it("says whose a number is that is not known", () => {
    expect(said(atLeast({ rows: [], awaiting: "province" }))).toContain("≥ mức do tỉnh quy định")
    expect(said(atLeast({ rows: [], awaiting: null }))).toContain("≥ mức chưa biết")
  })

  it("tells numbers that differ by unit or time apart, and none where there is one for all", () => {
    const varied = atLeast({
      rows: [row(80, { when: { if: "region", in: ["DBSH"] }, year: 2024 }), row(70, {})],
      awaiting: null
    })
    expect(said(varied)).toContain("≥ mức quy định cho đơn vị")
    expect(thresholdRowsOf({ op: "eachSex", rule: varied }, "%").map(({ vi }) => vi)).toEqual([
      "≥ 80 %: vùng DBSH, năm 2024",
      "≥ 70 %: mọi đơn vị"
    ])
    expect(thresholdRowsOf(atLeast(flat(75)), "%")).toEqual([])
  })
})
