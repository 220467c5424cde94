import { Context, type Effect } from "effect"
import type { Actor } from "../criteria/index.ts"
import type { UnitId } from "../units/index.ts"
import type { Moment } from "../values/index.ts"
import type { RestingItems } from "./holdings.ts"
import type { Item, ItemEvent, ItemEventRecording, ItemId, ItemKind, ItemRecording } from "./item.ts"
import type { InventoryRefused } from "./refusal.ts"
import type { ItemTarget } from "./target.ts"

/** Entries with everything that became of them, in the order of recording. Read `inventoryOn` for a day. */
export interface InventoryJournal {
  readonly items: ReadonlyArray<Item>
  readonly events: ReadonlyArray<ItemEvent>
}

export interface RecordedItems {
  readonly ids: ReadonlyArray<ItemId>
  readonly recordedAt: Moment
}

/** Registers of the programme, append-only. Batches are written wholly or not at all. */
export class Inventory extends Context.Service<
  Inventory,
  {
    /**
     * Of some units (all for null) and kinds (all for null), in the order of recording. To be read as known at a moment: with everything
     * that will ever bear one up to it.
     */
    readonly journal: (
      units: ReadonlyArray<UnitId> | null,
      kinds: ReadonlyArray<ItemKind> | null,
      knownAt: Moment | null
    ) => Effect.Effect<InventoryJournal>
    readonly record: (
      batch: ReadonlyArray<ItemRecording>,
      actor: Actor
    ) => Effect.Effect<RecordedItems, InventoryRefused>
    /** Answers the events' own numbers, row by row. */
    readonly follow: (
      batch: ReadonlyArray<ItemEventRecording>,
      actor: Actor
    ) => Effect.Effect<RecordedItems, InventoryRefused>
    /** What documents want of the registers, as loaded. */
    readonly targets: () => Effect.Effect<ReadonlyArray<ItemTarget>>
    /** How many entries were put down for each unit that has any. */
    readonly resting: () => Effect.Effect<ReadonlyArray<RestingItems>>
    /** Another one as soon as anything was recorded; null while there is nothing. */
    readonly moment: () => Effect.Effect<Moment | null>
  }
>()("@ntm/domain/inventory/Inventory") {}
