import type { CheckedItem, ItemEventRecording } from "@ntm/domain/inventory"
import type { Register, UnitId } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { appendRows } from "../observations/copy.ts"
import { placedUnits } from "../observations/dictionaries.ts"

/** When and by whom rows are recorded, and the last number given before. */
export interface InventoryStamp {
  readonly moment: string
  readonly recorder: number
  readonly lastId: number
}

/** Appends entries, numbered on in their order; answers the last number given. */
export const insertItems = async (
  sql: Tag,
  register: Register,
  items: ReadonlyArray<CheckedItem>,
  { lastId, moment, recorder }: InventoryStamp
): Promise<number> => {
  const days = new Map<UnitId, Day>()
  for (const { day, unit } of items) if (!days.has(unit)) days.set(unit, day)
  const places = await placedUnits(sql, register, days)
  await appendRows(
    sql,
    "inventory_item",
    [
      "id",
      "province",
      "unit",
      "kind",
      "name",
      "body",
      "day",
      "document",
      "evidence",
      "note",
      "illustrative",
      "recorded_at",
      "recorder"
    ],
    items.map(({ body, day, document, evidence, illustrative, name, note, unit }, at) => [
      lastId + 1 + at,
      places.get(unit) ?? 0,
      unit,
      body._tag,
      name,
      { json: body },
      day,
      document,
      evidence.length === 0 ? null : { json: evidence },
      note,
      illustrative,
      moment,
      recorder
    ])
  )
  return lastId + items.length
}

/** Appends what became of entries that are there, numbered on in their order; answers the last number given. */
export const insertItemEvents = async (
  sql: Tag,
  events: ReadonlyArray<ItemEventRecording>,
  { lastId, moment, recorder }: InventoryStamp
): Promise<number> => {
  await appendRows(
    sql,
    "inventory_event",
    ["id", "item", "day", "body", "document", "recorded_at", "recorder"],
    events.map(({ body, day, document, item }, at) => [
      lastId + 1 + at,
      item,
      day,
      { json: body },
      document,
      moment,
      recorder
    ])
  )
  return lastId + events.length
}
