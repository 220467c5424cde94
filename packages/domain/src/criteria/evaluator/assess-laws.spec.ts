import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { verdictOf } from "./assess.ts"
import type { Rule } from "../rules/rule.ts"
import { facts, fallOrRise, risingRule, sets } from "../testing/arbitrary.spec.ts"
import { naiveGate, naiveSet } from "../testing/naive.ts"
import { day, line, setOf } from "../testing/sets.ts"
import { allVerdicts, judged, type Known } from "../testing/units.ts"

const some = fc.array(facts, { minLength: 1, maxLength: 4 })

/** The facts without those whose place in the list is chosen. */
const without = (unit: Known, chosen: ReadonlyArray<number>): Known => {
  const kept = <T extends object>(object: T) =>
    Object.fromEntries(Object.entries(object).filter((_, at) => !chosen.includes(at)))
  return { type: unit.type, attributes: kept(unit.attributes), values: kept(unit.values) }
}

describe("the evaluator", () => {
  it("says of every unit what the rules say, read one by one", () => {
    fc.assert(
      fc.property(sets, some, (all, units) => {
        for (const bound of judged(all, units).sets) {
          const { recognition } = bound.set
          units.forEach((unit, at) => {
            const world = { ...unit, day, sets: all }
            expect(verdictOf(bound.codes[at])).toBe(naiveSet(world, bound.set))
            for (const { rule } of recognition.grant) {
              expect(verdictOf(bound.grant[at])).toBe(naiveGate(world, bound.set, rule))
            }
            if (recognition.withdraw !== null) {
              expect(verdictOf(bound.withdraw[at])).toBe(naiveGate(world, bound.set, recognition.withdraw))
            }
          })
        }
      }),
      { numRuns: 300 }
    )
  })

  it("only ever opens a verdict when facts are taken away: nothing becomes met, or not met, by what is missing", () => {
    fc.assert(
      fc.property(sets, facts, fc.array(fc.nat({ max: 30 }), { maxLength: 8 }), (all, unit, chosen) => {
        const before = judged(all, [unit])
        const after = judged(all, [without(unit, chosen)])
        before.sets.forEach((bound, set) => {
          const then = after.sets[set]
          const pairs = [
            [bound.codes, then?.codes],
            [bound.grant, then?.grant],
            [bound.withdraw, then?.withdraw]
          ]
          for (const [known, less] of pairs) {
            expect([verdictOf(known?.[0]), "noData", "noThreshold"]).toContain(verdictOf(less?.[0]))
          }
        })
      }),
      { numRuns: 300 }
    )
  })

  it("never turns met into not met when a value gets better", () => {
    fc.assert(
      fc.property(risingRule, facts, fallOrRise, (rule: Rule, unit, { column, by }) => {
        const fact = unit.values[column]
        fc.pre(fact !== undefined)
        const value = (fact?.value ?? 0) + by
        const better = { ...unit, values: { ...unit.values, [column]: { value, ageDays: fact?.ageDays ?? null } } }
        const set = setOf("s", [[line("1", rule)]])
        const [before, after] = [unit, better].map((one) => verdictOf(judged([set], [one]).sets[0]?.codes[0]))
        if (before === "met") expect(after).toBe("met")
        if (after === "notMet") expect(before).toBe("notMet")
      }),
      { numRuns: 300 }
    )
  })

  it("judges sets alike in any order of loading, and after a trip through JSON", () => {
    fc.assert(
      fc.property(sets, some, fc.constantFrom([2, 0, 1], [1, 2, 0], [2, 1, 0]), (all, units, order) => {
        const expected = allVerdicts(judged(all, units))
        const shuffled = order.flatMap((at) => all[at] ?? [])
        expect(allVerdicts(judged(shuffled, units))).toEqual(expected)
        expect(allVerdicts(judged(JSON.parse(JSON.stringify(all)), units))).toEqual(expected)
      }),
      { numRuns: 100 }
    )
  })
})
