import { Schema } from "effect"
import { Bilingual, Day } from "../../values/index.ts"
import { Comparison } from "../rules/condition.ts"
import { Verdict } from "../rules/verdict.ts"

/** The number of the law for one unit, and why it is that one. */
export const AppliedThreshold = Schema.Struct({
  /** Null where there is none, or where it is not known which. */
  value: Schema.NullOr(Schema.Finite),
  why: Bilingual,
  /** Place of the row among those in force on the day, from 0; null where no row was chosen. */
  row: Schema.NullOr(Schema.Int),
  /** Region by which it was chosen; null where it does not depend on one. */
  region: Schema.NullOr(Schema.String),
  /** Threshold of another set that it is a multiple of. */
  follows: Schema.NullOr(
    Schema.Struct({
      times: Schema.Finite,
      set: Schema.String,
      code: Schema.String,
      value: Schema.NullOr(Schema.Finite),
      why: Bilingual
    })
  )
})
export type AppliedThreshold = typeof AppliedThreshold.Type

/**
 * How far the value is from the threshold, in the indicator's unit and as a share of the threshold (null where that is 0).
 * Above 0: that much is missing; below: that much is to spare.
 */
export const Gap = Schema.Struct({ amount: Schema.Finite, share: Schema.NullOr(Schema.Finite) })
export type Gap = typeof Gap.Type

/** A value as it was judged. */
export const ExplainedValue = Schema.Struct({
  /** What was measured: the columns that were read. */
  columns: Schema.Array(Schema.String),
  /** Null: no data. */
  value: Schema.NullOr(Schema.Finite),
  /** Where what is unknown leaves the value open: the most that it can be; else null. */
  atMost: Schema.NullOr(Schema.Finite),
  day: Schema.NullOr(Day),
  ageDays: Schema.NullOr(Schema.Int),
  /** There is a value, and it is older than allowed. */
  tooOld: Schema.Boolean
})
export type ExplainedValue = typeof ExplainedValue.Type

/** Why a rule gave its verdict, with the rules that it is made of. */
export interface RuleExplanation {
  readonly op: string
  readonly verdict: Verdict
  readonly says: Bilingual
  readonly value: ExplainedValue | null
  readonly comparison: Comparison | null
  readonly threshold: AppliedThreshold | null
  readonly gap: Gap | null
  readonly parts: ReadonlyArray<RuleExplanation>
}

export const RuleExplanation: Schema.Codec<RuleExplanation, unknown> = Schema.suspend(() =>
  Schema.Struct({
    op: Schema.String,
    verdict: Verdict,
    says: Bilingual,
    value: Schema.NullOr(ExplainedValue),
    comparison: Schema.NullOr(Comparison),
    threshold: Schema.NullOr(AppliedThreshold),
    gap: Schema.NullOr(Gap),
    parts: Schema.Array(RuleExplanation)
  })
)

export const LineExplanation = Schema.Struct({
  code: Schema.String,
  verdict: Verdict,
  says: Bilingual,
  /** By what decision and how long the line reads so; null where the set does not tell. */
  legalBasis: Schema.NullOr(Schema.String),
  from: Schema.NullOr(Day),
  to: Schema.NullOr(Day),
  /** Null where it does not concern the unit, or its rule is not known. */
  rule: Schema.NullOr(RuleExplanation)
})
export type LineExplanation = typeof LineExplanation.Type

/** Everything that led to a set's verdict about one unit. */
export const SetExplanation = Schema.Struct({
  set: Schema.String,
  day: Day,
  unit: Schema.Int,
  verdict: Verdict,
  /** Criteria that count as met, of how many. */
  met: Schema.Int,
  outOf: Schema.Int,
  requires: Schema.Array(LineExplanation),
  conditions: Schema.Array(LineExplanation),
  criteria: Schema.Array(
    Schema.Struct({
      no: Schema.Int,
      name: Schema.String,
      verdict: Verdict,
      indicators: Schema.Array(LineExplanation)
    })
  ),
  grant: Schema.Array(LineExplanation),
  withdraw: Schema.NullOr(LineExplanation)
})
export type SetExplanation = typeof SetExplanation.Type
