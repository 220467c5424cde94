import { Schema } from "effect"
import { DocumentId } from "../documents/index.ts"
import { UnitCode, UnitLevel } from "../units/index.ts"
import { Day } from "../values/index.ts"
import { ItemKind } from "./item.ts"

/**
 * What a document wants of a register by the end of a year, as data that point at the figure which says so.
 *
 * **Details** `units`: whose entries are counted, by the codes of `day`; `per`: so many in each unit of that level there, instead of in all
 * together. `types`: only units of these types, and of those only the ones that take part in the programme. `counts`: new ones of the year,
 * or all that count at its end.
 */
export const ItemTarget = Schema.Struct({
  document: DocumentId,
  /** The figure of the document. */
  id: Schema.NonEmptyString,
  text: Schema.NonEmptyString,
  kind: ItemKind,
  year: Schema.Int,
  value: Schema.Int.check(Schema.isGreaterThan(0)),
  counts: Schema.Literals(["added", "total"]),
  units: Schema.NonEmptyArray(UnitCode),
  per: Schema.NullOr(UnitLevel),
  types: Schema.NullOr(Schema.NonEmptyArray(Schema.NonEmptyString)),
  /** The name of targets that units say they are left out of (`leftOutOf`); null: nobody is. */
  leftOut: Schema.NullOr(Schema.NonEmptyString),
  day: Day
})
export type ItemTarget = typeof ItemTarget.Type

/** A target as it faces the counts of a unit. */
export interface ItemTargetStanding extends Pick<ItemTarget, "document" | "id" | "text" | "value" | "counts" | "per"> {
  /** Entries that are there. */
  readonly actual: number
  /** How many of the units that each have to have `value` do; 1 of 1 where it is wanted of all together. */
  readonly reached: number
  readonly of: number
  readonly met: boolean
}
