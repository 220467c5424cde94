import { Inventory, InventoryRefused, ItemTarget } from "@ntm/domain/inventory"
import { Reorganisations } from "@ntm/domain/units"
import { Effect, Layer, Schema } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { queryOn, reader } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { journalMoment, settleJournal } from "../journal/ledger.ts"
import { readInventory, readRestingItems } from "./reading.ts"
import { type InventoryWriter, recordItemEvents, recordItems } from "./recording.ts"

/** What a batch is refused for is the caller's to know; a database that refuses is a defect. */
const asRefused = (failed: QueryFailed): Effect.Effect<never, InventoryRefused> =>
  failed.cause instanceof InventoryRefused ? Effect.fail(failed.cause) : Effect.die(failed)

/** `Inventory` on PostgreSQL. */
export const inventoryLayer: Layer.Layer<Inventory, never, Database | Reorganisations> = Layer.effect(
  Inventory,
  Effect.gen(function* () {
    const own = yield* Database
    const { register } = yield* Reorganisations
    const ask = queryOn(own)
    const targets = reader(own)(Schema.Struct({ body: ItemTarget }))

    /** Writes in a transaction, inside the caller's where there is one. */
    const writing = Effect.fnUntraced(function* <A>(
      actor: InventoryWriter["actor"],
      write: (sql: Tag, writer: InventoryWriter) => Promise<A>
    ) {
      const { chronicle } = yield* register()
      const current = yield* Effect.serviceOption(Database)
      return yield* inTransaction(query((sql) => write(sql, { actor, chronicle }))).pipe(
        Effect.provideService(Database, current._tag === "Some" ? current.value : own),
        Effect.catchTag("QueryFailed", asRefused)
      )
    })

    return Inventory.of({
      journal: Effect.fn("Inventory.journal")((units, kinds, knownAt) =>
        Effect.orDie(
          ask(async (sql) => {
            if (knownAt !== null) await settleJournal(sql, "inventory", knownAt)
            return readInventory(sql, { ...(units === null ? {} : { units }), ...(kinds === null ? {} : { kinds }) })
          })
        )
      ),
      record: Effect.fn("Inventory.record")((batch, actor) =>
        writing(actor, (sql, writer) => recordItems(sql, writer, batch))
      ),
      follow: Effect.fn("Inventory.follow")((batch, actor) =>
        writing(actor, (sql, writer) => recordItemEvents(sql, writer, batch))
      ),
      targets: Effect.fn("Inventory.targets")(() =>
        targets((sql) => sql`select body from inventory_target order by import_id, position`).pipe(
          Effect.map((rows) => rows.map(({ body }) => body))
        )
      ),
      resting: Effect.fn("Inventory.resting")(() => Effect.orDie(ask(readRestingItems))),
      moment: Effect.fn("Inventory.moment")(() => Effect.orDie(ask((sql) => journalMoment(sql, "inventory"))))
    })
  })
)
