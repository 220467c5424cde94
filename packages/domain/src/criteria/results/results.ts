import { Schema } from "effect"
import { DocumentId } from "../../documents/index.ts"
import { Day } from "../../values/index.ts"

/** One line of Phụ lục 01: how many units meet a criterion; "met" where the set has one unit and prints "Đạt". */
export const CriterionResult = Schema.Struct({
  no: Schema.Int,
  name: Schema.String,
  metCount: Schema.NullOr(Schema.Int),
  /** As printed: "137", "Đạt". */
  printed: Schema.String
})
export type CriterionResult = typeof CriterionResult.Type

/** Results under one criteria set as a document publishes them, with the average that it states and the one its lines give. */
export const SetResults = Schema.Struct({
  document: DocumentId,
  asOf: Day,
  code: Schema.String,
  name: Schema.String,
  level: Schema.Literals(["commune", "district", "province"]),
  unitWord: Schema.NullOr(Schema.String),
  evaluatedCount: Schema.Int,
  evaluatedUnits: Schema.Array(Schema.String),
  statedAverage: Schema.Finite,
  statedAverageDecimals: Schema.Int,
  /** Criteria in the set. */
  outOf: Schema.Int,
  criteria: Schema.Array(CriterionResult),
  notes: Schema.NullOr(Schema.String)
})
export type SetResults = typeof SetResults.Type

/**
 * Average number of criteria met per unit, as the lines of the table give it.
 *
 * **Details** Sum of the counts over the units evaluated; a line that prints "Đạt" counts every unit.
 * Not rounded. 0 units give 0.
 */
export const computedAverage = (results: SetResults): number =>
  results.evaluatedCount === 0
    ? 0
    : results.criteria.reduce((sum, line) => sum + (line.metCount ?? 0), 0) / results.evaluatedCount
