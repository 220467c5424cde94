import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatPercent, largestRemainder, percentOf } from "./percent.ts"

describe("percentOf", () => {
  it("rounds half up at the decimals asked for", () => {
    expect(percentOf(634, 789, 0)).toBe(80)
    expect(percentOf(634, 789, 1)).toBe(80.4)
    expect(percentOf(634, 789, 2)).toBe(80.35)
    expect(percentOf(1, 8, 0)).toBe(13)
    expect(percentOf(-1, 8, 0)).toBe(-13)
    expect(percentOf(0.1, 0.3, 2)).toBe(33.33)
    expect(percentOf(23, 2000, 1)).toBe(1.2)
  })
  it("is null of a whole of nothing", () => {
    expect(percentOf(5, 0, 1)).toBeNull()
    expect(percentOf(0, -0, 1)).toBeNull()
  })
  it("is exact on the largest amounts", () => {
    expect(percentOf(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 6)).toBe(100)
    expect(percentOf(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 14)).toBe(99.99999999999999)
  })
  it("lies within half a step of the quotient for all integers", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (part, whole) => {
        fc.pre(whole !== 0 && Math.abs(part) <= Math.abs(whole))
        const tenths = BigInt(Math.round((percentOf(part, whole, 1) ?? Number.NaN) * 10))
        const off = 2n * (tenths * BigInt(whole) - 1000n * BigInt(part))
        const step = BigInt(whole < 0 ? -whole : whole)
        expect(off <= step && off >= -step).toBe(true)
      })
    )
  })
})

describe("largestRemainder", () => {
  it("shares what is left to the largest remainders, on a tie to the earlier", () => {
    expect(largestRemainder([1, 1, 1], 100)).toEqual([34, 33, 33])
    expect(largestRemainder([1, 1, 1], 100, 1)).toEqual([33.4, 33.3, 33.3])
    expect(largestRemainder([1, 2, 3], 100)).toEqual([17, 33, 50])
    expect(largestRemainder([0.1, 0.2], 1, 2)).toEqual([0.33, 0.67])
  })
  it("gives nothing to a weight of 0, and null where all are 0 or there are none", () => {
    expect(largestRemainder([0, 1, 0, 2], 100)).toEqual([0, 33, 0, 67])
    expect(largestRemainder([0, 0], 100)).toBeNull()
    expect(largestRemainder([], 100)).toBeNull()
  })
  it("refuses negative weights, and a total that its decimals cannot carry", () => {
    expect(() => largestRemainder([1, -1], 100)).toThrow(RangeError)
    expect(() => largestRemainder([Number.NaN], 100)).toThrow(RangeError)
    expect(() => largestRemainder([1], 99.5)).toThrow(RangeError)
    expect(() => largestRemainder([1], -100)).toThrow(RangeError)
  })
  it("sums to the total exactly, each share within one step of its exact value", () => {
    const weights = fc.array(fc.oneof(fc.nat(1000), fc.nat(Number.MAX_SAFE_INTEGER)), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 4 }), fc.nat(1000), (list, decimals, total) => {
        const whole = list.reduce((sum, n) => sum + BigInt(n), 0n)
        fc.pre(whole > 0n)
        const steps = (largestRemainder(list, total, decimals) ?? []).map((share) =>
          BigInt(Math.round(share * 10 ** decimals))
        )
        const all = BigInt(total) * 10n ** BigInt(decimals)
        expect(steps.reduce((sum, n) => sum + n, 0n)).toBe(all)
        list.forEach((weight, i) => {
          const off = (steps[i] ?? -1n) * whole - BigInt(weight) * all
          expect(off < whole && off > -whole).toBe(true)
          if (weight === 0) expect(steps[i]).toBe(0n)
        })
      })
    )
  })
})

describe("formatPercent", () => {
  it("prints a decimal comma and the sign", () => {
    expect(formatPercent(80.4, 1)).toBe("80,4 %")
    expect(formatPercent(80, 1)).toBe("80,0 %")
    expect(formatPercent(33.333)).toBe("33,333 %")
  })
})
