import { Schema } from "effect"
import { Bilingual, bothLanguages } from "../values/index.ts"
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
  /** Index of the row in the batch. */
  row: Schema.Int,
  /** The field to look at; null where it is the row as a whole. */
  field: Schema.NullOr(Schema.String),
  kind: ObservationProblemKind,
  sentence: Bilingual,
  /** For what an office may not do: the row of the workflow, and who may instead. */
  rule: Schema.NullOr(Schema.String),
  mayAct: Schema.Array(OfficeRole),
  next: Schema.NullOr(Bilingual)
})
export type ObservationProblem = typeof ObservationProblem.Type

/** Everything that is wrong with a batch, by row; nothing of it was written. */
export class ObservationsRefused extends Schema.TaggedError<ObservationsRefused>()("ObservationsRefused", {
  problems: Schema.NonEmptyArray(ObservationProblem)
}) {
  override get message() {
    return this.problems.map(({ row, sentence }) => `${row + 1}: ${bothLanguages(sentence)}`).join("\n")
  }
}

/** A problem that is no matter of offices. */
export const problemAt = (
  row: number,
  field: string | null,
  kind: ObservationProblemKind,
  vi: string,
  en: string
): ObservationProblem => ({ row, field, kind, sentence: { vi, en }, rule: null, mayAct: [], next: null })
