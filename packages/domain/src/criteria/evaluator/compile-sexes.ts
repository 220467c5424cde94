import { InputKey } from "../rules/condition.ts"
import type { Measure } from "../rules/measure.ts"
import type { Rule } from "../rules/rule.ts"

const sexes = ["men", "women"] as const
type Sex = (typeof sexes)[number]

const sexedMeasure = (measure: Measure, sex: Sex): Measure => {
  switch (measure.of) {
    case "input":
    case "window":
    case "leastBelow":
      return { ...measure, input: InputKey.make(`${measure.input}/${sex}`) }
    case "ratio":
      return { ...measure, part: sexedMeasure(measure.part, sex), whole: sexedMeasure(measure.whole, sex) }
    default:
      return measure
  }
}

const sexedRule = (rule: Rule, sex: Sex): Rule => {
  switch (rule.op) {
    case "attested":
      return { ...rule, input: InputKey.make(`${rule.input}/${sex}`) }
    case "between":
    case ">=":
    case ">":
    case "<=":
    case "<":
    case "=":
      return { ...rule, measure: sexedMeasure(rule.measure, sex) }
    case "all":
    case "any":
    case "atLeast":
      return { ...rule, rules: rule.rules.map((inner) => sexedRule(inner, sex)) }
    case "when":
      return {
        ...rule,
        rule: sexedRule(rule.rule, sex),
        otherwise: rule.otherwise === null ? null : sexedRule(rule.otherwise, sex)
      }
    case "eachSex":
      return sexedRule(rule.rule, sex)
    default:
      return rule
  }
}

/**
 * The rule as asked of men, and of women.
 *
 * **Details** What is measured and attested is read apart; conditions are not, since they speak of the unit. Within a rule
 * that is already asked of one sex, `eachSex` adds nothing.
 */
export const eachSexOf = (rule: Rule): ReadonlyArray<Rule> => sexes.map((sex) => sexedRule(rule, sex))
