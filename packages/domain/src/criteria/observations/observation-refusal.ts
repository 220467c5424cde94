import { Schema } from "effect"
import { Bilingual, listedProblems, problemLines, rowProblemFields } from "../../values/index.ts"
import { OfficeRole } from "./observation.ts"

/** Why a value cannot be recorded, or not be moved to another state. */
export const ObservationProblemKind = Schema.Literals([
  "form",
  "unknownUnit",
  "unitNotStanding",
  "unknownInput",
  "notNumber",
  "outOfRange",
  "notWhole",
  "notAttestation",
  "futureDay",
  "periodMissing",
  "periodNotAsked",
  "periodReversed",
  "periodTooLong",
  "duplicate",
  "duplicateInBatch",
  "unknownObservation",
  "supersedesOther",
  "supersededAlready",
  "movedTwice",
  "evidenceNotKept",
  "noSuchMove",
  "notAllowed",
  "levelEnded",
  "notInCharge",
  "notInScope",
  "reasonMissing"
])
export type ObservationProblemKind = typeof ObservationProblemKind.Type

/** One thing that is wrong with one row of a batch. */
export const ObservationProblem = Schema.Struct({
  ...rowProblemFields(ObservationProblemKind),
  /** For what an office may not do: the row of the workflow, and who may instead. */
  rule: Schema.NullOr(Schema.String),
  mayAct: Schema.Array(OfficeRole),
  next: Schema.NullOr(Bilingual)
})
export type ObservationProblem = typeof ObservationProblem.Type

/** What is wrong with a batch, by row, the first 1,000 of it; nothing of the batch was written. */
export class ObservationsRefused extends Schema.TaggedError<ObservationsRefused>()("ObservationsRefused", {
  problems: Schema.NonEmptyArray(ObservationProblem),
  /** How many problems there are, and in how many rows. */
  count: Schema.Int,
  rows: Schema.Int
}) {
  override get message() {
    return problemLines(this.problems)
  }
}

/** The refusal of a batch for these problems, in the order of its rows; null where there are none. */
export const refusalFor = (problems: ReadonlyArray<ObservationProblem>): ObservationsRefused | null => {
  const listed = listedProblems(problems)
  if (listed === null) return null
  const rows = new Set(problems.map(({ row }) => row)).size
  return new ObservationsRefused({ problems: listed, count: problems.length, rows })
}

/** A problem that is no matter of offices. */
export const problemAt = (
  row: number,
  field: string | null,
  kind: ObservationProblemKind,
  vi: string,
  en: string
): ObservationProblem => ({ row, field, kind, sentence: { vi, en }, rule: null, mayAct: [], next: null })
