import { hostile } from "@ntm/domain/testing"

const { hostileNumbers, oneOf } = hostile

export type Dice = () => number

/** JSON that `Rule` reads, most of it; what it refuses is counted as refused. */
type Json = Parameters<typeof hostile.mutated>[0]

const inputs = ["a", "b", "c", "d"]
const comparisons = [">=", ">", "<=", "<", "="]
const tiers = ["standard", "advanced", "model"]
const others = ["s0", "s0", "s1", "unheard-of"]
const laws = [0, 1, 2, 10, 50, 79.9, 80, 90, 100]

/** A number as laws have them, or one that nobody writes. */
export const numberOf = (roll: Dice): number => (roll() < 0.7 ? oneOf(roll, laws, 0) : oneOf(roll, hostileNumbers, 0))

const several = <T>(roll: Dice, most: number, make: () => T): ReadonlyArray<T> =>
  Array.from({ length: Math.floor(roll() * (most + 1)) }, make)

const conditionOf = (roll: Dice, depth: number): Json => {
  const kind = Math.floor(roll() * (depth > 0 ? 9 : 6))
  const inner = () => conditionOf(roll, depth - 1)
  if (kind === 0) return { if: "region", in: [oneOf(roll, ["DBSH", "TN", "DNB", "__proto__"], "TN")] }
  if (kind === 1) return { if: "flag", is: oneOf(roll, ["island", "border", "speciallyDifficult"], "island") }
  if (kind === 2) return { if: "group", in: [oneOf(roll, [1, 2, 3], 1)] }
  if (kind === 3) return { if: "type", in: ["xã"] }
  if (kind === 4) return { if: "stated", input: oneOf(roll, inputs, "a"), text: "có làng nghề" }
  if (kind === 5)
    return { if: "value", input: oneOf(roll, inputs, "a"), op: oneOf(roll, comparisons, ">="), than: numberOf(roll) }
  if (kind === 6) return { if: "not", of: inner() }
  return { if: kind === 7 ? "all" : "any", of: several(roll, 3, inner) }
}

const rowOf = (roll: Dice): Json => ({
  value: numberOf(roll),
  when: roll() < 0.5 ? null : conditionOf(roll, 1),
  year: roll() < 0.8 ? null : oneOf(roll, [2023, 2024, 2025], 2024),
  from: roll() < 0.8 ? null : oneOf(roll, ["2024-06-30", "2024-12-31", "2025-01-01"], "2024-12-31"),
  to: roll() < 0.8 ? null : oneOf(roll, ["2024-06-30", "2024-12-31", "2025-01-01"], "2024-12-31")
})

const thresholdOf = (roll: Dice): Json =>
  roll() < 0.15
    ? {
        times: oneOf(roll, [1, 1.1, 0.5, 1e300], 1),
        set: oneOf(roll, others, "s0"),
        code: oneOf(roll, ["1", "2", "9"], "1")
      }
    : { rows: several(roll, 3, () => rowOf(roll)), awaiting: null }

const measureOf = (roll: Dice, depth: number): Json => {
  const kind = Math.floor(roll() * 12)
  const input = oneOf(roll, inputs, "a")
  if (kind < 5) return { of: "input", input, ...(roll() < 0.3 ? { maxAgeDays: oneOf(roll, [10, 400], 10) } : {}) }
  if (kind === 5) return { of: "overdueDebt" }
  if (kind === 6) return { of: "leastBelow", level: "commune", input }
  if (kind === 7)
    return { of: "window", input, how: oneOf(roll, ["sum", "average", "least"], "sum"), years: 3, before: roll() < 0.5 }
  if (kind === 8)
    return {
      of: "tierShare",
      level: "commune",
      types: ["xã"],
      tier: oneOf(roll, tiers, "standard"),
      set: null,
      revalidate: false
    }
  if (kind === 9) return { of: "withdrawnBelow", level: "commune" }
  if (kind === 10 || depth <= 0) return { of: "criteriaLost" }
  return {
    of: "ratio",
    part: measureOf(roll, depth - 1),
    whole: measureOf(roll, depth - 1),
    times: oneOf(roll, [1, 100, 1e-7], 1)
  }
}

/** A random rule, nested up to `depth`. */
export const ruleOf = (roll: Dice, depth: number): Json => {
  const kind = Math.floor(roll() * (depth > 0 ? 16 : 10))
  const inner = () => ruleOf(roll, depth - 1)
  if (kind < 4) return { op: oneOf(roll, comparisons, ">="), measure: measureOf(roll, 2), threshold: thresholdOf(roll) }
  if (kind === 4)
    return {
      op: "between",
      measure: measureOf(roll, 1),
      low: thresholdOf(roll),
      high: thresholdOf(roll),
      highExclusive: roll() < 0.5
    }
  if (kind === 5)
    return { op: "attested", input: oneOf(roll, inputs, "a"), ...(roll() < 0.3 ? { maxAgeDays: 10 } : {}) }
  if (kind === 6) return { op: "criterionMet", set: oneOf(roll, others, "s0"), criterion: oneOf(roll, [1, 2, 9], 1) }
  if (kind === 7)
    return {
      op: "holds",
      tier: oneOf(roll, tiers, "standard"),
      set: roll() < 0.5 ? null : oneOf(roll, others, "s0"),
      revalidate: roll() < 0.3
    }
  if (kind === 8) return { op: "allCriteria" }
  if (kind === 9) return { op: "criterionLost", names: [oneOf(roll, ["Tiêu chí 1", "tiêu chí 2", "Khác"], "Khác")] }
  if (kind === 10) return { op: "atLeast", count: oneOf(roll, [1, 2, 3], 1), rules: several(roll, 4, inner) }
  if (kind === 11) return { op: "eachSex", rule: inner() }
  if (kind < 14)
    return { op: "when", condition: conditionOf(roll, 2), rule: inner(), otherwise: roll() < 0.5 ? null : inner() }
  return { op: kind === 14 ? "all" : "any", rules: several(roll, 5, inner) }
}
