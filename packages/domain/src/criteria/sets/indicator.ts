import { Schema } from "effect"
import { Day } from "../../values/index.ts"
import { Condition, InputKey } from "../rules/condition.ts"
import { Rule } from "../rules/rule.ts"

/**
 * How sure the project is of a rule or a name. Shown wherever it is used.
 *
 * **Details** `verified`: đã đọc trong nguồn, read in a source; `recalled`: theo trí nhớ, not read; `unknown`: chưa biết;
 * `illustrative`: số minh họa, chỉ để trình diễn; a number made up so that the product can be shown, never one of the law.
 */
export const Confidence = Schema.Literals(["verified", "recalled", "unknown", "illustrative"])
export type Confidence = typeof Confidence.Type

/** Which way a value gets better; null where neither does (an attestation, a range). */
export const Better = Schema.Literals(["higher", "lower"])
export type Better = typeof Better.Type

const text = Schema.NullOr(Schema.String)

/** How an indicator read from a day to a day, both inclusive; null leaves an end open. */
export const IndicatorVersion = Schema.Struct({
  from: Schema.NullOr(Day),
  to: Schema.NullOr(Day),
  /** Null: the name is the indicator's own. */
  name: text,
  rule: Schema.NullOr(Rule),
  /** Number of the decision that says so. */
  legalBasis: text,
  confidence: Confidence
})
export type IndicatorVersion = typeof IndicatorVersion.Type

/**
 * Chỉ tiêu: the measurable line below a criterion, or a condition of a set.
 *
 * **Details** `rule`, `name` and `confidence` are as the set states them; what changed since stands in `versions` and in the
 * set's amendments. `setOn` gives those in force on a day; then `legalBasis`, `from` and `to` say by what and how long.
 */
export const Indicator = Schema.Struct({
  code: Schema.String,
  name: Schema.String,
  measure: text,
  unit: text,
  /** The value that stands for the indicator where one number is shown. */
  input: InputKey,
  better: Schema.NullOr(Better),
  rule: Schema.NullOr(Rule),
  /** Where it is not true, the unit is exempt. */
  appliesWhen: Schema.NullOr(Condition),
  confidence: Confidence,
  nameConfidence: Schema.NullOr(Confidence),
  leadAgency: text,
  /** Papers that are asked for. */
  evidence: Schema.Array(Schema.String),
  /** Regions whose number is not known to the project. */
  missing: Schema.Array(Schema.String),
  /** Key into the set's own list of sources. */
  source: text,
  note: text,
  legalBasis: text,
  from: Schema.NullOr(Day),
  to: Schema.NullOr(Day),
  /** Oldest first, without holes; empty where nothing ever changed. */
  versions: Schema.Array(IndicatorVersion)
})
export type Indicator = typeof Indicator.Type

export const Criterion = Schema.Struct({
  no: Schema.Int,
  name: Schema.String,
  /** Where the name was not read in a source. */
  nameConfidence: Schema.optionalKey(Confidence),
  indicators: Schema.Array(Indicator)
})
export type Criterion = typeof Criterion.Type
