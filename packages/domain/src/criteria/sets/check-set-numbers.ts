import type { CriteriaSet } from "./criteria-set.ts"
import type { Measure } from "../rules/measure.ts"
import { partsOf } from "../rules/rule-parts.ts"
import type { Rule } from "../rules/rule.ts"
import type { Threshold } from "../rules/threshold.ts"

/** Takes down a problem: where in the set (JSON pointer), and why. */
export type Tell = (path: string, vi: string, en: string) => void

/** The unit in which a measure comes; null where it has none that is known. */
export const unitOf = (set: Pick<CriteriaSet, "inputs">, measure: Measure): string | null => {
  switch (measure.of) {
    case "tierShare":
    case "criteriaLost":
    case "withdrawnBelow":
      return "%"
    case "overdueDebt":
      return "đồng"
    case "ratio":
      return measure.times === 100 ? "%" : null
    default: {
      const known = set.inputs.find(({ input }) => input === measure.input)
      return known?.measure === "percent" ? "%" : (known?.unit ?? null)
    }
  }
}

/** The unit counts parts of a hundred. */
export const isPercent = (unit: string | null): boolean => unit?.startsWith("%") === true

/** No income of a person in a year, in million đồng. A larger number was written in another unit. */
const MOST_MILLIONS = 10_000

const judge = (op: string, unit: string | null, value: number): readonly [vi: string, en: string] | null => {
  if (value < 0) return [`ngưỡng ${value} âm`, `the threshold ${value} is negative`]
  if (isPercent(unit) && value > 100)
    return [
      `ngưỡng ${value} ghi sai đơn vị: ${unit} không quá 100`,
      `the threshold ${value} is in the wrong unit: ${unit} is at most 100`
    ]
  if (isPercent(unit) && value > 0 && value < 1 && op !== "<=" && op !== "<")
    return [
      `ngưỡng ${value} ghi theo phân số, phải ghi theo %: ${Math.round(value * 1e6) / 1e4}`,
      `the threshold ${value} is written as a fraction; in per cent it is ${Math.round(value * 1e6) / 1e4}`
    ]
  if (unit?.startsWith("triệu") === true && unit.includes("người") && value >= MOST_MILLIONS)
    return [`ngưỡng ${value} ${unit} ghi sai đơn vị`, `the threshold ${value} ${unit} is in the wrong unit`]
  return null
}

const valuesOf = (threshold: Threshold): ReadonlyArray<number> =>
  "rows" in threshold ? threshold.rows.map(({ value }) => value) : []

/** An input of which the set says nothing, beside its line: it is in the unit of the line. */
const isUndeclared = (set: Pick<CriteriaSet, "inputs">, measure: Measure): boolean =>
  measure.of === "input" && !set.inputs.some(({ input, unit }) => input === measure.input && unit !== null)

/**
 * Thresholds that cannot be numbers of their unit: 800 %, 0,8 for 80 %, less than nothing, đồng for millions.
 *
 * **Details** `line`: the unit of the line that the rule stands in, for inputs of which the set says none.
 */
export const checkNumbers = (
  set: Pick<CriteriaSet, "inputs">,
  rule: Rule,
  line: string | null,
  path: string,
  tell: Tell
): void => {
  for (const one of partsOf(rule).rules) {
    if (!("measure" in one)) continue
    const unit = unitOf(set, one.measure) ?? (isUndeclared(set, one.measure) ? line : null)
    const values = one.op === "between" ? [...valuesOf(one.low), ...valuesOf(one.high)] : valuesOf(one.threshold)
    for (const value of new Set(values)) {
      const wrong = judge(one.op, unit, value)
      if (wrong !== null) tell(path, wrong[0], wrong[1])
    }
  }
}
