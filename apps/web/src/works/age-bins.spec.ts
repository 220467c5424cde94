import { day } from "@ntm/domain/testing"
import { Dong } from "@ntm/domain/values"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ageBins } from "./age-bins.ts"

const part = (ageDays: number, amount: number) => ({
  acceptedOn: day("2024-12-01"),
  ageDays,
  amount: Dong.make(amount)
})

describe("debt by age", () => {
  it("puts the last day of a bin into it, and the next one into the next", () => {
    const amounts = ageBins([part(0, 1), part(30, 2), part(31, 4), part(90, 8), part(91, 16), part(181, 32)])
    expect(amounts.map(({ amount }) => amount)).toEqual([3, 4, 8, 16, 32])
  })

  it("loses nothing, whatever the ages", () => {
    const anyPart = fc
      .record({ age: fc.nat(5000), amount: fc.nat(1_000_000_000) })
      .map(({ age, amount }) => part(age, amount))
    fc.assert(
      fc.property(fc.array(anyPart), (parts) => {
        const sum = ageBins(parts).reduce((total, { amount }) => total + amount, 0)
        expect(sum).toBe(parts.reduce((total, { amount }) => total + amount, 0))
      })
    )
  })
})
