import { type ItemEventRecording, ItemRecording } from "@ntm/domain/inventory"
import { Schema } from "effect"

/** An OCOP product of xã Vĩnh Bảo (unit 7, formed on 2025-07-01), but for what is said. */
export const sampleItem = (rest: Partial<{ readonly [K in keyof ItemRecording]: unknown }> = {}): ItemRecording =>
  Schema.decodeUnknownSync(ItemRecording)({
    unit: "11824",
    name: "Nước mắm\t“Vĩnh Bảo”",
    body: { _tag: "ocop", producer: "HTX \\ Biển", stars: 3, until: null },
    day: "2025-08-01",
    document: "12/QĐ-UBND",
    evidence: [],
    note: null,
    illustrative: false,
    ...rest
  })

/** That it ended on a day, but for what is said. */
export const sampleEnd = (
  item: ItemEventRecording["item"],
  day: ItemEventRecording["day"],
  body: ItemEventRecording["body"] = { _tag: "ended", reason: "thôi sản xuất" }
): ItemEventRecording => ({ item, day, body, document: null })
