import { Schema } from "effect"
import { Day } from "../values/index.ts"
import { Share } from "./share.ts"
import { UnitId } from "./unit.ts"

/**
 * What one unit gave to another by an event. A unit that gives a part and lives on has a transfer to itself for what
 * it keeps; a unit that gives nothing has none.
 */
export const Transfer = Schema.Struct({
  event: Schema.NonEmptyString,
  day: Day,
  fromId: UnitId,
  toId: UnitId,
  share: Share,
  note: Schema.NullOr(Schema.String),
  /** True where the link was inferred rather than read in a legal text. */
  inferred: Schema.Boolean,
  /** True where no text states it: a unit passed from one parent to another and took its weights along. */
  implied: Schema.Boolean
})
export type Transfer = typeof Transfer.Type

/** What texts add about these transfers ("khoản 62, Nghị quyết 1669/NQ-UBTVQH15"), each once, in their order. */
export const notesOf = (transfers: ReadonlyArray<Pick<Transfer, "note">>): ReadonlyArray<string> => [
  ...new Set(transfers.flatMap(({ note }) => note ?? []))
]
