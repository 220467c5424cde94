import { describe, expect, it } from "vitest"
import { blankIndicator, blankSet } from "../../testing/criteria.ts"
import { InputKey } from "../rules/condition.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import { differences } from "./differences.ts"
import type { Indicator } from "./indicator.ts"
import { flat, unknownThreshold } from "../rules/threshold.ts"

const line = (code: string, input: string, value: number | null): Indicator => ({
  ...blankIndicator(code),
  input: InputKey.make(input),
  rule: {
    op: ">=",
    measure: { of: "input", input: InputKey.make(input) },
    threshold: value === null ? unknownThreshold : flat(value)
  }
})

const set = (id: string, name: string, ...indicators: ReadonlyArray<Indicator>): CriteriaSet => ({
  ...blankSet(id),
  criteria: [{ no: 1, name, indicators }]
})

describe("one set beside another", () => {
  const old = set("2021", "Y tế", line("15.1", "bhyt", 90), line("15.2", "tram", 1), line("10", "income", 40))
  const now = set("2026", "Sức khỏe", line("3.1", "bhyt", 95), line("3.2", "income", null), line("15.2", "khac", 1))

  it("pairs lines by the value that they read, whatever their codes", () => {
    const { onlyFrom, onlyTo, paired } = differences(old, now)
    expect(paired.map(({ from, input, is, to }) => [input, from.code, to.code, is])).toEqual([
      ["bhyt", "15.1", "3.1", "stricter"],
      ["income", "10", "3.2", "unknown"]
    ])
    expect(onlyFrom.map(({ code }) => code)).toEqual(["15.2"])
    expect(onlyTo.map(({ code }) => code)).toEqual(["15.2"])
  })

  it("says the opposite the other way round", () => {
    expect(differences(now, old).paired.map(({ is }) => is)).toEqual(["looser", "unknown"])
    expect(differences(old, old).paired.map(({ is }) => is)).toEqual(["same", "same", "same"])
  })

  it("names the criteria that only one has", () => {
    expect(differences(old, now)).toMatchObject({ criteriaOnlyFrom: ["Y tế"], criteriaOnlyTo: ["Sức khỏe"] })
  })
})
