import type { Condition, InputKey } from "./condition.ts"
import type { Better } from "../sets/indicator.ts"
import type { Leaf, Measure } from "./measure.ts"
import type { Rule } from "./rule.ts"
import type { Threshold } from "./threshold.ts"

/** The pieces that a rule is made of, however deep, in the order in which they stand. */
export interface RuleParts {
  readonly rules: ReadonlyArray<Rule>
  readonly leaves: ReadonlyArray<Leaf>
  readonly thresholds: ReadonlyArray<Threshold>
  /** With those inside others. */
  readonly conditions: ReadonlyArray<Condition>
  /** Inputs of attestations, measures and conditions, each once. */
  readonly inputs: ReadonlyArray<InputKey>
}

/** The condition and every condition inside it. */
export const conditionsWithin = (condition: Condition): ReadonlyArray<Condition> => {
  const found: Array<Condition> = [condition]
  for (let at = 0; at < found.length; at++) {
    const one = found[at]
    if (one === undefined) break
    if (one.if === "all" || one.if === "any") found.push(...one.of)
    else if (one.if === "not") found.push(one.of)
  }
  return found
}

const leavesOf = (measure: Measure): ReadonlyArray<Leaf> =>
  measure.of === "ratio" ? [...leavesOf(measure.part), ...leavesOf(measure.whole)] : [measure]

const rulesWithin = (rule: Rule): ReadonlyArray<Rule> => {
  switch (rule.op) {
    case "all":
    case "any":
    case "atLeast":
      return rule.rules
    case "when":
      return rule.otherwise === null ? [rule.rule] : [rule.rule, rule.otherwise]
    case "eachSex":
      return [rule.rule]
    default:
      return []
  }
}

const measuresOf = (rule: Rule): ReadonlyArray<Measure> => ("measure" in rule ? [rule.measure] : [])

const thresholdsOf = (rule: Rule): ReadonlyArray<Threshold> =>
  rule.op === "between" ? [rule.low, rule.high] : "threshold" in rule ? [rule.threshold] : []

const conditionsOfThreshold = (threshold: Threshold): ReadonlyArray<Condition> =>
  "rows" in threshold ? threshold.rows.flatMap(({ when }) => (when === null ? [] : [when])) : []

const inputsOfCondition = (condition: Condition): ReadonlyArray<InputKey> =>
  condition.if === "stated" || condition.if === "value" ? [condition.input] : []

/** Takes a rule apart. */
export const partsOf = (rule: Rule): RuleParts => {
  const rules: Array<Rule> = [rule]
  for (let at = 0; at < rules.length; at++) {
    const one = rules[at]
    if (one !== undefined) rules.push(...rulesWithin(one))
  }
  const leaves = rules.flatMap(measuresOf).flatMap(leavesOf)
  const thresholds = rules.flatMap(thresholdsOf)
  const conditions = [
    ...rules.flatMap((one) => (one.op === "when" ? [one.condition] : [])),
    ...thresholds.flatMap(conditionsOfThreshold)
  ].flatMap(conditionsWithin)
  const inputs = [
    ...rules.flatMap((one) => (one.op === "attested" ? [one.input] : [])),
    ...leaves.flatMap((leaf) => ("input" in leaf ? [leaf.input] : [])),
    ...conditions.flatMap(inputsOfCondition)
  ]
  return { rules, leaves, thresholds, conditions, inputs: [...new Set(inputs)] }
}

/** No more of it than none: "không còn nhà tạm". A value that cannot be negative gets better downwards. */
const isZero = (threshold: Threshold): boolean =>
  "rows" in threshold && threshold.rows.length > 0 && threshold.rows.every(({ value }) => value === 0)

const betterOfOne = (rule: Rule): Better | "neither" | null => {
  switch (rule.op) {
    case ">=":
    case ">":
      return "higher"
    case "<=":
    case "<":
      return "lower"
    case "=":
      return isZero(rule.threshold) ? "lower" : "neither"
    case "between":
      return "neither"
    default:
      return null
  }
}

/** Which way the numbers of a rule get better; null where it compares none, or not all of them the same way. */
export const betterOf = (rule: Rule | null): Better | null => {
  if (rule === null) return null
  const ways = new Set(
    partsOf(rule)
      .rules.map(betterOfOne)
      .filter((way) => way !== null)
  )
  const [way] = ways
  return ways.size !== 1 || way === undefined || way === "neither" ? null : way
}
