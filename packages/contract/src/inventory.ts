import { type Item, type ItemCount, ItemKind, type ItemId, type ItemState } from "@ntm/domain/inventory"
import { UnitCode } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get, post } from "./endpoint.ts"
import { Limit, Nothing, SearchText } from "./query.ts"

/** Of a unit and everything below it, as of a day (today), as known at a moment (now). */
const Asked = {
  unit: Schema.optionalKey(UnitCode),
  kind: Schema.optionalKey(ItemKind),
  as_of: Schema.optionalKey(Day),
  known_at: Schema.optionalKey(Moment)
}

const Rows = Schema.Struct({ rows: Schema.Array(Schema.Unknown).check(Schema.isMaxLength(20_000)) })

interface Answered {
  readonly asOf: string
  readonly knownAt: string | null
}

interface Recorded {
  readonly recordedAt: Moment
  readonly items: ReadonlyArray<{ readonly row: number; readonly id: ItemId }>
}

/** An entry as lists show it, with the unit that it stands on. */
export interface ListedItem extends Item {
  readonly unitCode: string
  readonly unitName: string
  readonly state: ItemState
}

export const inventory = {
  /** Entries, the newest first; `expiring`: only certificates that expire within so many days. */
  list: get<Answered & { readonly items: ReadonlyArray<ListedItem>; readonly more: boolean }>()(
    "/inventory",
    Nothing,
    Schema.Struct({
      ...Asked,
      year: Schema.optionalKey(Schema.FiniteFromString.check(Schema.isInt())),
      expiring: Schema.optionalKey(
        Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 0, maximum: 3650 }))
      ),
      q: Schema.optionalKey(SearchText),
      limit: Schema.optionalKey(Limit)
    })
  ),
  /** How many of each kind, by the units right below the one asked for and in total, against the plan's targets for the year. */
  counts: get<Answered & { readonly total: ReadonlyArray<ItemCount>; readonly units: ReadonlyArray<ItemCount> }>()(
    "/inventory/counts",
    Nothing,
    Schema.Struct({ ...Asked, year: Schema.FiniteFromString.check(Schema.isInt()) })
  ),
  /** Records entries, wholly or not at all. */
  record: post<Recorded>()("/inventory", Nothing, Nothing, Rows),
  /** Records what became of them: ended, graded again, withdrawn. */
  follow: post<Recorded>()("/inventory/events", Nothing, Nothing, Rows)
}
