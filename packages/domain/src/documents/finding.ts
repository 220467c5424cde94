import { Schema } from "effect"
import { Bilingual } from "../values/index.ts"
import { DocumentId } from "./document.ts"

/** error: the statements cannot all be true · warning: they are hardly all true, or off by a slip of rounding. */
export const Severity = Schema.Literals(["error", "warning"])
export type Severity = typeof Severity.Type

/** Which relation does not hold. */
export const FindingKind = Schema.Literals([
  "columnSum",
  "rowSum",
  "partsExceedTotal",
  "partsFallShort",
  "partExceedsWhole",
  "percent",
  "difference",
  "restatement",
  "sameQuantity",
  "computed",
  "printedForm",
  "incomparableUnits"
])
export type FindingKind = typeof FindingKind.Type

/** Why it may not hold, where a cause shows in the numbers themselves. */
export const LikelyCause = Schema.Literals([
  "copiedFromNeighbour",
  "separatorMisread",
  "unitMisread",
  "wrongRounding",
  "transposedDigits",
  "carriedFromRows",
  "cellAtCrossing",
  "differentDays"
])
export type LikelyCause = typeof LikelyCause.Type

/** Where a number stands: the document, the file and the path inside it, and what a reader sees there. */
export const Place = Schema.Struct({
  document: DocumentId,
  documentLabel: Schema.String,
  file: Schema.String,
  path: Schema.String,
  label: Schema.String,
  section: Schema.NullOr(Schema.String),
  figure: Schema.NullOr(Schema.String),
  table: Schema.NullOr(Schema.String),
  /** Index of the row and key of the column, for a place in a table. */
  row: Schema.NullOr(Schema.Int),
  column: Schema.NullOr(Schema.String),
  /** The number as a Vietnamese reader would see it printed, with its unit. */
  printed: Schema.String
})
export type Place = typeof Place.Type

/** A relation between published figures that does not hold. */
export const Finding = Schema.Struct({
  /** Stable over runs on the same input. */
  id: Schema.NonEmptyString,
  kind: FindingKind,
  severity: Severity,
  /** The statement that is doubted, then the statements that it contradicts. */
  places: Schema.NonEmptyArray(Place),
  /** Numbers in `unit`: what is stated, what the related statements give, and stated − expected. */
  stated: Schema.Finite,
  expected: Schema.Finite,
  difference: Schema.Finite,
  unit: Schema.String,
  cause: Schema.NullOr(Schema.Struct({ kind: LikelyCause, text: Bilingual })),
  message: Bilingual
})
export type Finding = typeof Finding.Type
