import { InputKey, Tier } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"

const Codes = Schema.NonEmptyArray(UnitCode)

/**
 * `pilot/observations.json`: what is to be made up so that a published table of results comes out, and what was published itself.
 */
export const ObservationFile = Schema.Struct({
  seed: Schema.NonEmptyString,
  province: UnitCode,
  /** The day of the table, and of every value made up. */
  day: Day,
  document: DocumentId,
  /** How the source of what is made up is named wherever it shows. */
  import: Schema.NonEmptyString,
  /** The sets of the table, by their codes in it. */
  results: Schema.NonEmptyArray(
    Schema.Struct({
      code: Schema.NonEmptyString,
      /** "programme": the communes that take part in the programme. */
      units: Schema.Union([Schema.Literal("programme"), Codes]),
      /** Those that are among the units of every line: that hold a tier on the day, or as listed. */
      first: Schema.optionalKey(Schema.Union([Tier, Codes]))
    })
  ),
  /** Answers to conditions that only a person can tell, the same for every unit; others are drawn. */
  stated: Schema.Record(InputKey, Schema.Literals([0, 1])),
  /** Values of the province as published. */
  published: Schema.Array(
    Schema.Struct({
      unit: UnitCode,
      input: InputKey,
      day: Day,
      document: DocumentId,
      place: Schema.NonEmptyString,
      /** A figure of the document by its id: its value, or the percentage that it states; or the value itself. */
      value: Schema.Union([
        Schema.Struct({ figure: Schema.NonEmptyString, take: Schema.Literals(["value", "percent"]) }),
        Schema.Finite
      ])
    })
  )
})
export type ObservationFile = typeof ObservationFile.Type
