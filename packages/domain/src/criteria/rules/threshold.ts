import { Schema } from "effect"
import { Day } from "../../values/index.ts"
import { Condition } from "./condition.ts"
import { CriteriaSetId } from "../sets/set-id.ts"

/** A number of the law and whom it is for; whatever is null does not narrow it. */
export const ThresholdRow = Schema.Struct({
  value: Schema.Finite,
  when: Schema.NullOr(Condition),
  /** Holds for assessments of this year only ("mức thu nhập năm 2024"). */
  year: Schema.NullOr(Schema.Int),
  /** In force from and to, both inclusive, where the row itself changes in time. */
  from: Schema.NullOr(Day),
  to: Schema.NullOr(Day)
})
export type ThresholdRow = typeof ThresholdRow.Type

/**
 * Mức phải đạt. The first row that concerns the unit on the day counts; where none does there is no threshold.
 *
 * **Details** `awaiting`: whose decision the missing number is left to. `times` follows another set's threshold ("1,1 lần
 * mức của bộ nâng cao tại thời điểm xét"): the threshold of that set's indicator for the same unit and day.
 */
export const Threshold = Schema.Union([
  Schema.Struct({
    rows: Schema.Array(ThresholdRow),
    awaiting: Schema.NullOr(Schema.Literals(["province", "ministry", "source"]))
  }),
  Schema.Struct({
    times: Schema.Finite.check(Schema.isGreaterThan(0)),
    set: CriteriaSetId,
    code: Schema.NonEmptyString
  })
])
export type Threshold = typeof Threshold.Type

/** The same number for every unit and day. */
export const flat = (value: number): Threshold => ({
  rows: [{ value, when: null, year: null, from: null, to: null }],
  awaiting: null
})

/** The law asks for a number that is not known to the project. */
export const unknownThreshold: Threshold = { rows: [], awaiting: "source" }
