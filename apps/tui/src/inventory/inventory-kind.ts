import type { ListedItem } from "@ntm/contract"
import type { ItemCount, ItemKind } from "@ntm/domain/inventory"
import type { Day } from "@ntm/domain/values"
import type { DeskKind } from "../desk/desk.ts"

/** Which part of the registers is listed. */
export interface InventorySpot {
  readonly asOf: Day | null
  /** `counts`: how many there are against what plans want; `entries`: one by one; `expiring`: certificates that run out soon. */
  readonly show: "counts" | "entries" | "expiring"
  /** Null: that of the day. */
  readonly year: number | null
  readonly kind: ItemKind | null
  /** Of which unit; "plan": the province that the plan on show is of; null: the country. */
  readonly unit: { readonly code: string; readonly label: string } | "plan" | null
}

export type InventoryRow =
  | { readonly _tag: "Count"; readonly id: string; readonly count: ItemCount }
  | { readonly _tag: "Entry"; readonly id: string; readonly item: ListedItem }

/** Something that becomes of an entry, as the API takes it; the API reads and checks it. */
interface InventorySend {
  readonly item: number
  readonly day: string | null
  readonly body: object
  readonly document: string | null
}

export interface InventoryKind extends DeskKind {
  readonly room: "inventory"
  readonly spot: InventorySpot
  readonly row: InventoryRow
  /** `item`: as it was listed, by which it is found again. */
  readonly subject: { readonly _tag: "Entry"; readonly id: string; readonly item: ListedItem }
  /** `mayFollow`: whether whoever looks may record what becomes of it. */
  readonly page: { readonly item: ListedItem; readonly mayFollow: boolean }
  readonly send: InventorySend
}
