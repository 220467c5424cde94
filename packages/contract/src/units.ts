import type { HistoryEntry, Relative, Unit, UnitHit, UnitLevel as Level, UnitStory } from "@ntm/domain/units"
import { UnitCode, UnitLevel, WeightName } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get, listing } from "./endpoint.ts"
import { Nothing, SearchText } from "./query.ts"

/** As of a day (today), by the register as known at a moment (now). */
const AsOf = { as_of: Schema.optionalKey(Day), known_at: Schema.optionalKey(Moment) }

/** A unit as a search result names it; the same name may stand on other days and in other places. */
export interface FoundUnit extends Pick<Unit, "id" | "code" | "name" | "type" | "level" | "validFrom" | "validTo"> {
  /** The units above it while it stood, the nearest first: ["huyện Vĩnh Bảo", "thành phố Hải Phòng"]. */
  readonly within: ReadonlyArray<string>
}

/** One result of a search: a unit that stands on the day, or a name of another time and where it leads to. */
export interface FoundHit extends Pick<UnitHit, "match" | "state"> {
  readonly unit: FoundUnit
  /** For a name of another time: the units on its land on the day ("nay là …"). Empty for a standing unit. */
  readonly now: ReadonlyArray<FoundUnit>
  /** For a standing unit: what it was formed from directly ("trước là …"). Empty for others. */
  readonly formerly: ReadonlyArray<FoundUnit>
}

/** The units that one shares ground with on another day. */
export interface Kin {
  readonly on: string
  readonly items: ReadonlyArray<Relative>
}

export const units = {
  /**
   * Without `as_of`: today. `counts` are of the whole country on that day; every item stands on it.
   *
   * **Details** Without `q`: units in Vietnamese order, with `parent` those directly below it. With `q`: the best first,
   * with `parent` anywhere below it; an old name brings today's unit, and `hits` say which name was found and when it stood.
   */
  list: listing<
    Unit,
    {
      readonly asOf: string
      readonly counts: Readonly<Record<Level, number>>
      readonly hits?: ReadonlyArray<FoundHit>
    }
  >()(
    "/units",
    Nothing,
    Schema.Struct({
      ...AsOf,
      level: Schema.optionalKey(UnitLevel),
      parent: Schema.optionalKey(UnitCode),
      q: Schema.optionalKey(SearchText)
    }),
    100
  ),
  /**
   * The whole tree as of a day, in one answer: every unit of the country, or of `unit` with everything below it.
   *
   * **Details** A flat list, higher levels first, each level in Vietnamese order: a unit comes after the one that its
   * `parentId` names. Some 11,000 units and 0.4 MB compressed for the three levels of 2024. 404 if `unit` does not stand.
   */
  tree: listing<Unit, { readonly asOf: string }>()(
    "/units/tree",
    Nothing,
    Schema.Struct({ ...AsOf, unit: Schema.optionalKey(UnitCode) }),
    null
  ),
  /** `above`: the units above it on the day, the nearest first. */
  get: get<UnitStory & { readonly asOf: string; readonly above?: ReadonlyArray<Unit> }>()(
    "/units/:code",
    Schema.Struct({ code: UnitCode }),
    Schema.Struct(AsOf)
  ),
  /**
   * What the unit that carries the code on `as_of` was, or is, on the day `on`, through any number of events, with shares.
   *
   * **Details** One side only for a day: `predecessors` if it lies before `as_of`, else `successors`. Without `on` both,
   * before the first known event and after the last one; null where no event lies on that side. With `weight` ("population",
   * "areaKm2", …) shares are of that weight alone, where texts tell them apart; without it, of everything.
   */
  lineage: get<{
    readonly asOf: string
    readonly unit: Unit
    /** What the shares are of, where one weight was asked for. */
    readonly weight?: string
    readonly predecessors: Kin | null
    readonly successors: Kin | null
  }>()(
    "/units/:code/lineage",
    Schema.Struct({ code: UnitCode }),
    Schema.Struct({ ...AsOf, on: Schema.optionalKey(Day), weight: Schema.optionalKey(WeightName) })
  ),
  /** The unit's life and that of the units that ended in it, oldest first, each event as a sentence in both languages. */
  history: listing<HistoryEntry, { readonly asOf: string; readonly unit: Unit }>()(
    "/units/:code/history",
    Schema.Struct({ code: UnitCode }),
    Schema.Struct(AsOf)
  )
}
