import { plan, Reorganisation, Reorganisations } from "@ntm/domain/units"
import { Effect, Layer, Result, Schema } from "effect"
import { databaseLayer } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { storeLayer } from "../layers.ts"

/** A program that applies an event, says so before the transaction ends, and waits to be killed. For specs of a sudden end. */
const [url = "", event = ""] = process.argv.slice(2)
const reorganisation = Schema.decodeUnknownSync(Schema.fromJsonString(Reorganisation))(event)
const half = Effect.gen(function* () {
  const events = yield* Reorganisations
  const { version, chronicle } = yield* events.register()
  yield* events.apply(Result.getOrThrow(plan(chronicle, reorganisation)), version)
  process.stdout.write("applied\n")
  return yield* Effect.never
})
await Effect.runPromise(
  inTransaction(half).pipe(Effect.provide(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url })))))
)
