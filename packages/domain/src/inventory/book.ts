import { standInOn } from "../funding/index.ts"
import type { Chronicle, Unit } from "../units/index.ts"
import type { Day, Moment } from "../values/index.ts"
import type { InventoryJournal } from "./inventory.ts"
import type { Item, ItemEvent } from "./item.ts"
import { byDay, type ItemState, stateOn } from "./standing.ts"

/** An entry in the book of a day. */
export interface ItemInBook {
  readonly item: Item
  /** What became of it up to the day, in the order of days. */
  readonly events: ReadonlyArray<ItemEvent>
  /** The unit of the day that holds all ground of the one it was recorded for; null where none does. */
  readonly unit: Unit | null
  readonly state: ItemState
}

/** Registers as they stand on a day, as known at a moment. */
export interface InventoryBook {
  readonly chronicle: Chronicle
  readonly asOf: Day
  readonly knownAt: Moment | null
  readonly items: ReadonlyArray<ItemInBook>
}

/**
 * What of a journal holds on a day, as known at a moment (null: all of it), in the order of recording.
 *
 * **Details** What is about a later day never shows, so what is recorded of later days changes nothing here.
 */
export const inventoryOn = (
  { events, items }: InventoryJournal,
  chronicle: Chronicle,
  { asOf, knownAt }: { readonly asOf: Day; readonly knownAt: Moment | null }
): InventoryBook => {
  const isKnown = ({ day, recordedAt }: { readonly day: Day; readonly recordedAt: Moment }) =>
    day <= asOf && (knownAt === null || recordedAt <= knownAt)
  const byItem = Map.groupBy(events.filter(isKnown), ({ item }) => item)
  return {
    chronicle,
    asOf,
    knownAt,
    items: items.filter(isKnown).map((item) => {
      const own = byDay(byItem.get(item.id) ?? [])
      return { item, events: own, unit: standInOn(chronicle, item.unit, asOf), state: stateOn(item, own, asOf) }
    })
  }
}
