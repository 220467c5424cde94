import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { averaged } from "./average.ts"
import { wholePortion } from "./portion.ts"
import type { Piece } from "./range.ts"

const percentage = { min: 0, max: 100 }
const unbounded = { min: 0, max: null }
const whole = (value: number, weight: number): Piece => ({ portion: wholePortion, value, weight })
const part = (value: number, weight: number, low: number, high: number): Piece => ({
  portion: { low, high, estimate: low === high ? low : null, ways: 0.5, inferred: false },
  value,
  weight
})

describe("the average of rates", () => {
  it("of whole units is their weighted mean, exactly", () => {
    const mean = (90 * 1000 + 60 * 500) / 1500
    expect(averaged([whole(90, 1000), whole(60, 500)], percentage)).toEqual({ low: mean, high: mean, estimate: mean })
  })

  it("with half of a unit lets that half be as its whole allows, and takes it to be like its whole", () => {
    // Half of 400 people at 25 %: between none and a hundred of its two hundred, beside 100 of 100.
    const range = averaged([whole(100, 100), part(25, 400, 0.5, 0.5)], percentage)
    expect(range).toEqual({ low: 100 / 3, high: 200 / 3, estimate: 50 })
  })

  it("with a part of unknown size finds the worst size", () => {
    // Beside 0 of 100: highest where the part is just the hundred people that have it, 100 of 200.
    expect(averaged([whole(0, 100), part(25, 400, 0, 1)], percentage)).toEqual({ low: 0, high: 50, estimate: null })
    // Beside 100 of 100: lowest where the part is just the 300 that do not, 100 of 400.
    expect(averaged([whole(100, 100), part(25, 400, 0, 1)], percentage)).toEqual({
      low: 25,
      high: 100,
      estimate: null
    })
  })

  it("without a maximum is bounded by what the whole has in all", () => {
    expect(averaged([whole(40, 100), part(50, 200, 0.5, 0.5)], unbounded)).toEqual({ low: 20, high: 70, estimate: 45 })
    expect(averaged([part(50, 200, 0, 1)], unbounded)).toBe("unbounded")
  })

  it("of a part alone needs no weight, and is estimated like its whole", () => {
    const alone = { ...part(30, 1, 0.5, 0.5), weight: null }
    expect(averaged([alone], percentage)).toEqual({ low: 0, high: 60, estimate: 30 })
  })

  it("of whole units lies between their rates where not all weights are known", () => {
    const unweighed = { ...whole(60, 1), weight: null }
    expect(averaged([whole(90, 1000), unweighed], percentage)).toEqual({ low: 60, high: 90, estimate: null })
    expect(averaged([whole(60, 1000), unweighed], percentage)).toEqual({ low: 60, high: 60, estimate: 60 })
  })

  it("holds whatever weights turn out to be the ones that were not known", () => {
    const piece = fc.record({ value: fc.integer({ min: 0, max: 100 }), weight: fc.integer({ min: 1, max: 1000 }) })
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.boolean()), { minLength: 2, maxLength: 5 }), (drawn) => {
        const known = averaged(
          drawn.map(([{ value, weight }]) => whole(value, weight)),
          percentage
        )
        const blurred = averaged(
          drawn.map(([{ value, weight }, told]) => ({ ...whole(value, weight), weight: told ? weight : null })),
          percentage
        )
        if (typeof known === "string" || typeof blurred === "string") throw new Error("there is an average")
        expect(known.low).toBeGreaterThanOrEqual(blurred.low - 1e-9)
        expect(known.high).toBeLessThanOrEqual(blurred.high + 1e-9)
        if (blurred.estimate !== null) expect(known.estimate).toBeCloseTo(blurred.estimate, 9)
      })
    )
  })

  it("is refused where the weight of a part is not known, or nobody is weighed", () => {
    const unweighed = { ...part(60, 1, 0.5, 0.5), weight: null }
    expect(averaged([whole(90, 1000), unweighed], percentage)).toBe("noWeight")
    expect(averaged([whole(90, 0), whole(60, 0)], percentage)).toBe("noWeight")
    expect(averaged([], percentage)).toBe("noWeight")
  })

  it("holds whatever share and rate the parts have", () => {
    const piece = fc
      .record({
        value: fc.integer({ min: 0, max: 100 }),
        weight: fc.integer({ min: 1, max: 1000 }),
        ends: fc.tuple(fc.nat(10), fc.nat(10)),
        size: fc.double({ min: 0, max: 1, noNaN: true }),
        rate: fc.double({ min: 0, max: 1, noNaN: true })
      })
      .map(({ value, weight, ends, size, rate }) => {
        const low = Math.min(...ends) / 10
        const high = Math.max(...ends) / 10
        const least = low + size * (high - low)
        const numerator = value * weight
        const from = Math.max(0, numerator - 100 * (1 - least) * weight)
        const to = Math.min(100 * least * weight, numerator)
        return {
          piece: part(value, weight, low, high),
          weight: least * weight,
          numerator: from + rate * (to - from)
        }
      })
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (drawn) => {
        const weight = drawn.reduce((sum, one) => sum + one.weight, 0)
        const range = averaged(
          drawn.map((one) => one.piece),
          percentage
        )
        if (typeof range === "string" || weight < 1e-6) return
        const truth = drawn.reduce((sum, one) => sum + one.numerator, 0) / weight
        expect(truth).toBeGreaterThanOrEqual(range.low - 1e-6)
        expect(truth).toBeLessThanOrEqual(range.high + 1e-6)
      }),
      { numRuns: 1000 }
    )
  })
})
