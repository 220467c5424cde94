import { Inventory, type InventoryJournal } from "@ntm/domain/inventory"
import type { Moment } from "@ntm/domain/values"
import { Effect, Layer } from "effect"

const notHere = () => Effect.die(new Error("the journal is on a real database in these specs"))

/** Registers told by the spec; nothing can be written. */
export const inventoryOf = ({ events, items }: InventoryJournal) => {
  const last: Moment | null =
    [...items, ...events]
      .map(({ recordedAt }) => recordedAt)
      .toSorted()
      .at(-1) ?? null
  return Layer.succeed(
    Inventory,
    Inventory.of({
      journal: (units, kinds) => {
        const told = items.filter(
          ({ body, unit }) => (units === null || units.includes(unit)) && (kinds === null || kinds.includes(body._tag))
        )
        const ids = new Set(told.map(({ id }) => id))
        return Effect.succeed({ items: told, events: events.filter(({ item }) => ids.has(item)) })
      },
      record: notHere,
      follow: notHere,
      targets: () => Effect.succeed([]),
      resting: () =>
        Effect.succeed([...Map.groupBy(items, ({ unit }) => unit)].map(([unit, own]) => ({ unit, items: own.length }))),
      moment: () => Effect.succeed(last)
    })
  )
}
