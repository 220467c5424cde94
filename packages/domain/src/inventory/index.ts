export type { ItemCount, ItemState } from "./counts.ts"
export { Inventory, type InventoryJournal } from "./inventory.ts"
export { Item, ItemBody, ItemEvent, ItemEventRecording, ItemId, ItemKind, ItemRecording } from "./item.ts"
export { InventoryProblem, InventoryProblemKind, InventoryRefused } from "./refusal.ts"
