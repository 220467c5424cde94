import { Schema } from "effect"
import { Day } from "../values/index.ts"
import { CriteriaSetId } from "./set-id.ts"

/** How sure the project is of a rule or a name: read in a source, recalled, or not known. Shown wherever it is used. */
export const Confidence = Schema.Literals(["verified", "recalled", "unknown"])
export type Confidence = typeof Confidence.Type

/** Chỉ tiêu: the measurable line below a criterion. `rule` is data; the evaluator reads it. */
export const Indicator = Schema.Struct({
  code: Schema.String,
  name: Schema.String,
  measure: Schema.NullOr(Schema.String),
  unit: Schema.NullOr(Schema.String),
  rule: Schema.NullOr(Schema.Unknown),
  confidence: Confidence,
  nameConfidence: Schema.NullOr(Confidence),
  leadAgency: Schema.NullOr(Schema.String)
})
export type Indicator = typeof Indicator.Type

export const Criterion = Schema.Struct({
  no: Schema.Int,
  name: Schema.String,
  indicators: Schema.Array(Indicator)
})
export type Criterion = typeof Criterion.Type

/** Bộ tiêu chí: a versioned set for one level and one tier. `source` keeps the set as loaded, so that nothing it says is lost. */
export const CriteriaSet = Schema.Struct({
  id: CriteriaSetId,
  name: Schema.String,
  level: Schema.Literals(["commune", "district", "province"]),
  tier: Schema.String,
  periodFrom: Schema.Int,
  periodTo: Schema.Int,
  /** Decisions that issue or amend it, as cited. */
  legalBases: Schema.Array(
    Schema.Struct({ number: Schema.String, date: Schema.NullOr(Day), role: Schema.NullOr(Schema.String) })
  ),
  officialCriteria: Schema.NullOr(Schema.Int),
  officialIndicators: Schema.NullOr(Schema.Int),
  /** A skeleton: nothing may be assessed with it. */
  doNotEvaluate: Schema.Boolean,
  criteria: Schema.Array(Criterion),
  source: Schema.Unknown
})
export type CriteriaSet = typeof CriteriaSet.Type
