import { Schema } from "effect"
import { DocumentId } from "../../documents/index.ts"
import { UnitCode } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { ClosingCondition } from "../closing/condition.ts"

/** A task waits for others of its document, by their numbers, and why. */
export const Dependency = Schema.Struct({
  no: Schema.NonEmptyString,
  after: Schema.NonEmptyArray(Schema.NonEmptyString),
  /** What says so, in the words of the document or of the procedure. */
  why: Schema.NonEmptyString
})
export type Dependency = typeof Dependency.Type

/**
 * How the assignments of a document are to be read: for which province, names as of which day, in which order, closed by what.
 *
 * **Details** `askedOn` is the day of the document; where it prints none, the day that is taken instead, and `inferred` with a note says so.
 */
export const Tasking = Schema.Struct({
  document: DocumentId,
  province: UnitCode,
  askedOn: Day,
  inferred: Schema.Boolean,
  note: Schema.NullOr(Schema.String),
  dependencies: Schema.Array(Dependency),
  closing: Schema.Array(Schema.Struct({ no: Schema.NonEmptyString, condition: ClosingCondition }))
})
export type Tasking = typeof Tasking.Type
