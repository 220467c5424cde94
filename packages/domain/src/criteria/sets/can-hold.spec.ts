import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canHold, type Domain, MOST_STEPS } from "./can-hold.ts"
import type { Demand } from "./stricter-demand.ts"

const domain: Domain = () => ({ low: 0, lowOpen: false, high: 6, highOpen: false })

const within = (of: string, low: number, high: number, lowOpen = false, highOpen = false): Demand => ({
  demand: "number",
  of,
  maxAge: Number.POSITIVE_INFINITY,
  within: { low, lowOpen, high, highOpen }
})
const any = (...parts: ReadonlyArray<Demand>): Demand => ({ demand: "any", parts })
const all = (...parts: ReadonlyArray<Demand>): Demand => ({ demand: "all", parts })
const atLeast = (count: number, ...parts: ReadonlyArray<Demand>): Demand => ({ demand: "atLeast", count, parts })
const holds = (demand: Demand) => canHold(demand, domain, { left: MOST_STEPS })

describe("whether a demand can be met at all", () => {
  it("finds the one alternative of many that agrees with the rest", () => {
    const many = any(...Array.from({ length: 5000 }, (_, at) => within("x", at / 1000, at / 1000)))
    expect(holds(all(many, within("x", 4.999, 6)))).toBe(true)
    expect(holds(all(within("x", 4.9995, 6), many))).toBe(false)
  })

  it("counts what is left of a measure, not each part by itself", () => {
    const apart = [within("x", 0, 1), within("x", 2, 3), within("y", 0, 1)]
    expect(holds(atLeast(2, ...apart))).toBe(true)
    expect(holds(atLeast(3, ...apart))).toBe(false)
    expect(holds(atLeast(2, ...apart.slice(0, 2)))).toBe(false)
  })

  it("says that it was not found out, rather than that it cannot be, where there are too many ways", () => {
    const wide = Array.from({ length: 12 }, (_, at) =>
      any(...Array.from({ length: 10 }, (__, other) => within(`m${at}/${other}`, 0, 1)))
    )
    const steps = { left: 10_000 }
    expect(canHold(all(...wide, any(within("x", 0, 1)), any(within("x", 2, 3))), domain, steps)).toBeNull()
    expect(steps.left).toBeLessThan(0)
  })

  it("agrees with trying every number", () => {
    const number = fc
      .tuple(fc.constantFrom("x", "y"), fc.nat(7), fc.nat(7), fc.boolean(), fc.boolean())
      .map(([of, low, high, lowOpen, highOpen]) => within(of, low, high, lowOpen, highOpen))
    const { demand } = fc.letrec<{ demand: Demand }>((tie) => ({
      demand: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        number,
        fc.array(tie("demand"), { minLength: 1, maxLength: 4 }).map((parts) => any(...parts)),
        fc.array(tie("demand"), { minLength: 1, maxLength: 4 }).map((parts) => all(...parts)),
        fc.tuple(fc.nat(4), fc.array(tie("demand"), { maxLength: 4 })).map(([count, parts]) => atLeast(count, ...parts))
      )
    }))
    // Ends are whole numbers, so between two of them one number stands for all.
    const numbers = Array.from({ length: 13 }, (_, half) => half / 2)
    const isMet = (one: Demand, at: Readonly<Record<string, number>>): boolean => {
      switch (one.demand) {
        case "number": {
          const value = at[one.of] ?? Number.NaN
          const { high, highOpen, low, lowOpen } = one.within
          return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high)
        }
        case "any":
          return one.parts.some((part) => isMet(part, at))
        case "all":
          return one.parts.every((part) => isMet(part, at))
        case "atLeast":
          return one.parts.filter((part) => isMet(part, at)).length >= one.count
        default:
          return true
      }
    }
    fc.assert(
      fc.property(demand, (one) => {
        expect(holds(one)).toBe(numbers.some((x) => numbers.some((y) => isMet(one, { x, y }))))
      }),
      { numRuns: 500 }
    )
  })
})
