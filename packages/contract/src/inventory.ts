import type { Item, ItemCount, ItemId, ItemState, ocopTerm } from "@ntm/domain/inventory"
import { ItemKind } from "@ntm/domain/inventory"
import { UnitCode } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get, listing, post } from "./endpoint.ts"
import { Nothing, SearchText } from "./query.ts"

/** Of a unit and everything below it, as of a day (today), as known at a moment (now). */
const Asked = {
  unit: Schema.optionalKey(UnitCode),
  kind: Schema.optionalKey(ItemKind),
  as_of: Schema.optionalKey(Day),
  known_at: Schema.optionalKey(Moment)
}

const Year = Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 2000, maximum: 2100 }))

const Rows = Schema.Struct({ rows: Schema.Array(Schema.Unknown).check(Schema.isMaxLength(20_000)) })

export interface Answered {
  readonly asOf: Day
  readonly knownAt: Moment | null
  /** How long a certificate holds where an entry does not say until when, and how sure that is. */
  readonly term: typeof ocopTerm
}

export interface Recorded {
  readonly recordedAt: Moment
  readonly items: ReadonlyArray<{ readonly row: number; readonly id: ItemId }>
}

/** An entry as lists show it, with the unit of the day that holds all ground of the one it was recorded for. */
export interface ListedItem extends Item {
  readonly unitCode: string
  readonly unitName: string
  /** The unit it was recorded for, where that is another one by now: "xã Vĩnh An (11830)". */
  readonly recordedFor: string | null
  readonly state: ItemState
}

export const inventory = {
  /** Entries, the newest first; `year`: of which day; `expiring`: only certificates that count and expire within so many days. */
  list: listing<ListedItem, Answered>()(
    "/inventory",
    Nothing,
    Schema.Struct({
      ...Asked,
      year: Schema.optionalKey(Year),
      expiring: Schema.optionalKey(
        Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 0, maximum: 3650 }))
      ),
      q: Schema.optionalKey(SearchText)
    }),
    200
  ),
  /** How many of each kind, by the units right below the one asked for and in total, against the plans' targets for the year. */
  counts: get<
    Answered & {
      /** The day that is counted on: the one asked, or the last of the year once that is over. */
      readonly countedOn: Day
      readonly total: ReadonlyArray<ItemCount>
      readonly units: ReadonlyArray<ItemCount>
    }
  >()("/inventory/counts", Nothing, Schema.Struct({ ...Asked, year: Year })),
  /** Records entries, wholly or not at all. */
  record: post<Recorded>()("/inventory", Nothing, Nothing, Rows),
  /** Records what became of them: ended, graded again, withdrawn. */
  follow: post<Recorded>()("/inventory/events", Nothing, Nothing, Rows)
}
