import type { Day } from "../../values/index.ts"
import type { Condition } from "../rules/condition.ts"
import type { Rule } from "../rules/rule.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"

/** A line that is judged by itself: an indicator, or a condition of the set. */
export interface AssessableLine {
  readonly code: string
  /** Null: the law has a rule that is not known. */
  readonly rule: Rule | null
  /** Null: it concerns every unit. */
  readonly appliesWhen: Condition | null
  /** Told in explanations where they are known: name and unit of what is measured, by what decision and how long it holds. */
  readonly name?: string
  readonly unit?: string | null
  readonly legalBasis?: string | null
  readonly from?: Day | null
  readonly to?: Day | null
}

export interface AssessableCriterion {
  readonly no: number
  readonly name: string
  readonly indicators: ReadonlyArray<AssessableLine>
}

/** What the evaluator needs of a criteria set, as in force on the day; a `CriteriaSet` is one. */
export interface AssessableSet {
  readonly id: CriteriaSetId
  readonly tier: string
  readonly criteria: ReadonlyArray<AssessableCriterion>
  /** Conditions beside the criteria; the set is met when they are met too. */
  readonly conditions: ReadonlyArray<AssessableLine>
  /** Lower sets that a unit has to meet besides. */
  readonly requires: ReadonlyArray<{ readonly set: CriteriaSetId }>
  /** "Xã đặc biệt khó khăn … áp dụng như vùng TDMNPB": the first that holds decides the unit's region within the set. */
  readonly regionOverrides: ReadonlyArray<{ readonly when: Condition; readonly region: string; readonly text?: string }>
  readonly recognition: {
    /** All of them are asked for before a unit is recognised. */
    readonly grant: ReadonlyArray<{ readonly id: string; readonly rule: Rule }>
    /** Met: the recognition is to be withdrawn. */
    readonly withdraw: Rule | null
  }
}
