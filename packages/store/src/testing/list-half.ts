import { Inventory } from "@ntm/domain/inventory"
import { Effect, Layer } from "effect"
import { databaseLayer } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { storeLayer } from "../layers.ts"
import { sampleItem } from "./sample-inventory.ts"
import { provincialOffice } from "./sample-observations.ts"

/** A program that lists entries, says so before the transaction ends, and waits to be killed. For specs of a sudden end. */
const [url = ""] = process.argv.slice(2)
const half = Effect.gen(function* () {
  const inventory = yield* Inventory
  yield* inventory.record([sampleItem({ name: "Nửa 1" }), sampleItem({ name: "Nửa 2" })], provincialOffice)
  process.stdout.write("listed\n")
  return yield* Effect.never
})
await Effect.runPromise(
  inTransaction(half).pipe(Effect.provide(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url })))))
)
