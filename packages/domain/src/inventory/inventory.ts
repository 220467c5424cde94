import { Context, type Effect } from "effect"
import type { Actor } from "../criteria/index.ts"
import type { UnitId } from "../units/index.ts"
import type { Moment } from "../values/index.ts"
import type { Item, ItemEvent, ItemEventRecording, ItemId, ItemKind, ItemRecording } from "./item.ts"
import type { InventoryRefused } from "./refusal.ts"

export interface InventoryJournal {
  readonly items: ReadonlyArray<Item>
  readonly events: ReadonlyArray<ItemEvent>
}

interface RecordedItems {
  readonly ids: ReadonlyArray<ItemId>
  readonly recordedAt: Moment
}

/** Registers of the programme, append-only. Batches are written wholly or not at all. */
export class Inventory extends Context.Service<
  Inventory,
  {
    /** Of some units (all for null) and kinds (all for null), in the order of recording. */
    readonly journal: (
      units: ReadonlyArray<UnitId> | null,
      kinds: ReadonlyArray<ItemKind> | null
    ) => Effect.Effect<InventoryJournal>
    readonly record: (
      batch: ReadonlyArray<ItemRecording>,
      actor: Actor
    ) => Effect.Effect<RecordedItems, InventoryRefused>
    readonly follow: (
      batch: ReadonlyArray<ItemEventRecording>,
      actor: Actor
    ) => Effect.Effect<RecordedItems, InventoryRefused>
    readonly moment: () => Effect.Effect<Moment | null>
  }
>()("@ntm/domain/inventory/Inventory") {}
