import type { Day } from "../../values/index.ts"
import type { AssessableLine, AssessableSet } from "../evaluator/assessable.ts"
import type { Rule } from "../rules/rule.ts"
import type { Threshold } from "../rules/threshold.ts"

const thresholdOn = (threshold: Threshold, day: Day): Threshold => {
  if ("times" in threshold) return threshold
  const year = Number(day.slice(0, 4))
  const rows = threshold.rows
    .filter((row) => (row.year === null || row.year === year) && (row.from ?? day) <= day && day <= (row.to ?? day))
    .map((row) => ({ ...row, year: null, from: null, to: null }))
  return { ...threshold, rows }
}

const ruleOn = (rule: Rule, day: Day): Rule => {
  switch (rule.op) {
    case "all":
    case "any":
    case "atLeast":
      return { ...rule, rules: rule.rules.map((one) => ruleOn(one, day)) }
    case "when":
      return {
        ...rule,
        rule: ruleOn(rule.rule, day),
        otherwise: rule.otherwise === null ? null : ruleOn(rule.otherwise, day)
      }
    case "eachSex":
      return { ...rule, rule: ruleOn(rule.rule, day) }
    case "between":
      return { ...rule, low: thresholdOn(rule.low, day), high: thresholdOn(rule.high, day) }
    case "attested":
    case "holds":
    case "criterionMet":
    case "criterionLost":
    case "allCriteria":
      return rule
    default:
      return { ...rule, threshold: thresholdOn(rule.threshold, day) }
  }
}

const lineOn = <L extends AssessableLine>(line: L, day: Day): L => ({
  ...line,
  rule: line.rule === null ? null : ruleOn(line.rule, day)
})

/**
 * The set with the rows of its thresholds that are in force on a day, as if they held always: so that it asks the same when it
 * judges on another day.
 */
export const rowsOn = <S extends AssessableSet>(set: S, day: Day): S => ({
  ...set,
  criteria: set.criteria.map((one) => ({ ...one, indicators: one.indicators.map((line) => lineOn(line, day)) })),
  conditions: set.conditions.map((line) => lineOn(line, day)),
  recognition: {
    ...set.recognition,
    grant: set.recognition.grant.map((gate) => ({ ...gate, rule: ruleOn(gate.rule, day) })),
    withdraw: set.recognition.withdraw === null ? null : ruleOn(set.recognition.withdraw, day)
  }
})
