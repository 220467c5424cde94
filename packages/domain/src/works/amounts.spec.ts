import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { percentOf } from "../values/index.ts"
import { asDong, percent } from "./amounts.ts"

describe("per cent of works", () => {
  it("is that of the exact numbers, whatever their size", () => {
    const amount = fc.oneof(fc.nat(1000), fc.nat(), fc.integer({ min: 0, max: 10 ** 13 }))
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        expect(percent(part, whole)).toBe(percentOf(part, whole, 1) ?? 0)
      })
    )
    expect([percent(1, 2000), percent(5, 10_000), percent(15, 10_000), percent(3, 0)]).toEqual([0.1, 0.1, 0.2, 0])
  })

  it("does not pass a sum off as an amount that it is not", () => {
    expect(() => asDong(0.5)).toThrow()
    expect(asDong(-0)).toBe(0)
  })
})
