import { Schema } from "effect"
import { Item, ItemEvent, ItemEventRecording, ItemRecording } from "../item.ts"

type Some<A> = Partial<{ readonly [K in keyof A]: unknown }>

const recorded = {
  recordedAt: "2025-01-01T00:00:00.000Z",
  recordedBy: { name: "Lan", role: "provincialOffice", agency: null }
}

const entry = {
  unit: 7,
  name: "Mắm",
  body: { _tag: "ocop", producer: "HTX Biển", stars: 3, until: null },
  day: "2024-03-15",
  document: null,
  evidence: [],
  note: null,
  illustrative: false
}

/** An OCOP product of three stars of 2024-03-15, but for what is said. */
export const toldItem = (rest: Some<Item>): Item => Schema.decodeUnknownSync(Item)({ ...entry, ...recorded, ...rest })

export const toldItemEvent = (rest: Some<ItemEvent>): ItemEvent =>
  Schema.decodeUnknownSync(ItemEvent)({ document: null, ...recorded, ...rest })

export const itemRow = (rest: Some<ItemRecording>): ItemRecording =>
  Schema.decodeUnknownSync(ItemRecording)({ ...entry, ...rest })

export const itemEventRow = (rest: Some<ItemEventRecording>): ItemEventRecording =>
  Schema.decodeUnknownSync(ItemEventRecording)({ document: null, ...rest })
