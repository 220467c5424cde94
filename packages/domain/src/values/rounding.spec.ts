import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { divideHalfUp, exactDecimal, roundHalfUp } from "./rounding.ts"

describe("roundHalfUp", () => {
  it("rounds a half away from zero", () => {
    expect([2.5, -2.5, 0.5, -0.5, 3.5].map((n) => roundHalfUp(n, 0))).toEqual([3, -3, 1, -1, 4])
  })
  it("rounds the decimal that is written, not its binary neighbour", () => {
    expect(roundHalfUp(1.005, 2)).toBe(1.01)
    expect(roundHalfUp(8.345, 2)).toBe(8.35)
    expect(roundHalfUp(-1.255, 2)).toBe(-1.26)
  })
  it("never gives minus zero", () => {
    expect(Object.is(roundHalfUp(-0.4, 0), 0)).toBe(true)
  })
  it("keeps a number that has no more decimals than asked for", () => {
    expect(roundHalfUp(1e-7, 7)).toBe(1e-7)
    expect(roundHalfUp(1.5e21, 3)).toBe(1.5e21)
  })
  it("refuses what is not a finite number, and decimals outside 0 to 20", () => {
    expect(() => roundHalfUp(Number.NaN, 0)).toThrow(RangeError)
    expect(() => roundHalfUp(Number.POSITIVE_INFINITY, 0)).toThrow(RangeError)
    expect(() => roundHalfUp(1, -1)).toThrow(RangeError)
    expect(() => roundHalfUp(1, 1.5)).toThrow(RangeError)
  })
  it("treats a number and its opposite alike", () => {
    fc.assert(
      fc.property(
        fc.double({ noDefaultInfinity: true, noNaN: true }),
        fc.integer({ min: 0, max: 8 }),
        (n, decimals) => {
          expect(roundHalfUp(-n, decimals) + roundHalfUp(n, decimals)).toBe(0)
        }
      )
    )
  })
  it("stays within half a step of the quotient, and takes the larger side at the half", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 9n), (top, bottom) => {
        const off = 2n * (divideHalfUp(top, bottom) * bottom - top)
        expect(top >= 0n ? off <= bottom && off > -bottom : off >= -bottom && off < bottom).toBe(true)
      })
    )
  })
})

describe("exactDecimal", () => {
  it("is the number itself", () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (n) => {
        const { coefficient, scale } = exactDecimal(n)
        expect(Number(`${coefficient}e-${scale}`)).toBe(n === 0 ? 0 : n)
      })
    )
  })
})
