import { Exit, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { Rule } from "./rule.ts"

const decode = Schema.decodeUnknownExit(Rule)

/** Xã NTM 2021–2025, 5: trường học. */
const schools = {
  op: "when",
  condition: { if: "region", in: ["DBSH", "DNB"] },
  rule: {
    op: ">=",
    measure: {
      of: "ratio",
      part: { of: "input", input: "schools-level-1" },
      whole: { of: "input", input: "schools" },
      times: 100
    },
    threshold: { rows: [{ value: 100, when: null, year: null, from: null, to: null }], awaiting: null }
  },
  otherwise: null
}

describe("a rule", () => {
  it("is data, however deep", () => {
    expect(Exit.isSuccess(decode(schools))).toBe(true)
    expect(Exit.isSuccess(decode({ op: "atLeast", count: 1, rules: [{ op: "all", rules: [schools] }] }))).toBe(true)
  })

  it("with an operator that nobody knows is refused, wherever it stands", () => {
    expect(Exit.isFailure(decode({ op: "all", rules: [{ op: "roughly", input: "x" }] }))).toBe(true)
  })

  it("that asks for at least none is refused", () => {
    expect(Exit.isFailure(decode({ op: "atLeast", count: 0, rules: [schools] }))).toBe(true)
  })
})
