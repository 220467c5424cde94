import type { AssessableSet } from "./assessable.ts"
import { eachSexOf } from "./compile-sexes.ts"
import type { Condition } from "../rules/condition.ts"
import { type ColumnSource, columnKey } from "../rules/leaf-key.ts"
import type { Measure } from "../rules/measure.ts"
import type { Rule } from "../rules/rule.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Threshold } from "../rules/threshold.ts"

/** A column that rules read, and whether they ask how old its values are. */
export interface ColumnNeed {
  readonly key: string
  readonly source: ColumnSource
  readonly ages: boolean
}

/** What a rule rests on. */
export interface Uses {
  readonly columns: Map<string, ColumnNeed>
  /** Sets, or criteria of sets, whose verdicts it asks for. */
  readonly verdicts: Array<{ readonly set: string; readonly criterion: number | null }>
  readonly thresholds: Array<{ readonly set: string; readonly code: string }>
  /** Whether it asks for the verdict of its own set. */
  own: boolean
}

export const noUses = (): Uses => ({ columns: new Map(), verdicts: [], thresholds: [], own: false })

const useColumn = (uses: Uses, source: ColumnSource, ages: boolean): void => {
  const key = columnKey(source)
  uses.columns.set(key, { key, source, ages: ages || uses.columns.get(key)?.ages === true })
}

export const useCondition = (uses: Uses, condition: Condition): void => {
  switch (condition.if) {
    case "stated":
    case "value":
      return useColumn(uses, { of: "input", input: condition.input }, false)
    case "all":
    case "any":
      return condition.of.forEach((inner) => useCondition(uses, inner))
    case "not":
      return useCondition(uses, condition.of)
    case "region":
    case "group":
    case "type":
    case "flag":
      return
  }
}

const useThreshold = (uses: Uses, threshold: Threshold): void => {
  if ("times" in threshold) {
    uses.thresholds.push(threshold)
    return
  }
  for (const { when } of threshold.rows) if (when !== null) useCondition(uses, when)
}

const useMeasure = (uses: Uses, measure: Measure): void => {
  if (measure.of === "ratio") {
    useMeasure(uses, measure.part)
    useMeasure(uses, measure.whole)
  } else if (measure.of === "criteriaLost") {
    uses.own = true
  } else {
    useColumn(uses, measure, measure.of === "input" && measure.maxAgeDays !== undefined)
    if (measure.of === "tierShare" && measure.revalidate && measure.set !== null) {
      uses.verdicts.push({ set: measure.set, criterion: null })
    }
  }
}

/** The set that `holds … revalidate` means: the one named, or the only one of the tier. */
export const revalidatedSet = (
  rule: Extract<Rule, { readonly op: "holds" }>,
  sets: ReadonlyArray<AssessableSet>
): CriteriaSetId | null => {
  if (rule.set !== null) return rule.set
  const [only, another] = sets.filter(({ tier }) => tier === rule.tier)
  return only === undefined || another !== undefined ? null : only.id
}

export const useRule = (uses: Uses, rule: Rule, sets: ReadonlyArray<AssessableSet>): void => {
  switch (rule.op) {
    case ">=":
    case ">":
    case "<=":
    case "<":
    case "=":
      useMeasure(uses, rule.measure)
      return useThreshold(uses, rule.threshold)
    case "between":
      useMeasure(uses, rule.measure)
      useThreshold(uses, rule.low)
      return useThreshold(uses, rule.high)
    case "attested":
      return useColumn(uses, { of: "input", input: rule.input }, rule.maxAgeDays !== undefined)
    case "all":
    case "any":
    case "atLeast":
      return rule.rules.forEach((inner) => useRule(uses, inner, sets))
    case "when":
      useCondition(uses, rule.condition)
      useRule(uses, rule.rule, sets)
      if (rule.otherwise !== null) useRule(uses, rule.otherwise, sets)
      return
    case "eachSex":
      return eachSexOf(rule.rule).forEach((inner) => useRule(uses, inner, sets))
    case "holds": {
      useColumn(uses, { of: "held", tier: rule.tier, set: rule.set }, false)
      const set = rule.revalidate ? revalidatedSet(rule, sets) : null
      if (set !== null) uses.verdicts.push({ set, criterion: null })
      return
    }
    case "criterionMet":
      uses.verdicts.push({ set: rule.set, criterion: rule.criterion })
      return
    case "criterionLost":
    case "allCriteria":
      uses.own = true
  }
}

/** The threshold that others may follow: that of an indicator which is one comparison. */
export const followedThreshold = (rule: Rule | null): Threshold | null => {
  if (rule === null) return null
  switch (rule.op) {
    case ">=":
    case ">":
    case "<=":
    case "<":
    case "=":
      return rule.threshold
    case "eachSex":
      return followedThreshold(rule.rule)
    default:
      return null
  }
}
