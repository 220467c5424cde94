import { ItemEventRecording, ItemRecording, type InventoryRefused, inventoryRefusalFor } from "@ntm/domain/inventory"
import { UnitId } from "@ntm/domain/units"
import { Effect, Schema } from "effect"
import { rowsReader } from "../http/rows.ts"

const { optionalKey } = Schema

/** What a row may leave out: it is then nothing, and not made up for illustration. */
export const ItemRow = ItemRecording.mapFields((fields) => ({
  ...fields,
  unit: Schema.Union([Schema.String, UnitId]),
  document: optionalKey(fields.document),
  evidence: optionalKey(fields.evidence),
  note: optionalKey(fields.note),
  illustrative: optionalKey(Schema.Boolean)
}))

export const EventRow = ItemEventRecording.mapFields((fields) => ({
  ...fields,
  document: optionalKey(fields.document)
}))

const itemsIn = rowsReader(ItemRow)
const eventsIn = rowsReader(EventRow)

/** Entries; refused with what is wrong with the form of each row. */
export const readItemRows = (
  rows: ReadonlyArray<unknown>
): Effect.Effect<ReadonlyArray<ItemRecording>, InventoryRefused> => {
  const { bodies, problems } = itemsIn(rows)
  const refusal = inventoryRefusalFor(problems)
  return refusal === null
    ? Effect.succeed(
        bodies.map((body) => ({
          ...body,
          document: body.document ?? null,
          evidence: body.evidence ?? [],
          note: body.note ?? null,
          illustrative: body.illustrative ?? false
        }))
      )
    : Effect.fail(refusal)
}

/** What became of them, likewise. */
export const readItemEventRows = (
  rows: ReadonlyArray<unknown>
): Effect.Effect<ReadonlyArray<ItemEventRecording>, InventoryRefused> => {
  const { bodies, problems } = eventsIn(rows)
  const refusal = inventoryRefusalFor(problems)
  return refusal === null
    ? Effect.succeed(bodies.map((body) => ({ ...body, document: body.document ?? null })))
    : Effect.fail(refusal)
}
