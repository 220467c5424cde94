import { Observations } from "@ntm/domain/criteria"
import { Effect, Layer } from "effect"
import { databaseLayer } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { storeLayer } from "../layers.ts"
import { sampleRecording, sampleWriter } from "./sample-observations.ts"

/** A program that records values, says so before the transaction ends, and waits to be killed. For specs of a sudden end. */
const [url = ""] = process.argv.slice(2)
const half = Effect.gen(function* () {
  yield* (yield* Observations).record([sampleRecording({ value: 1 }), sampleRecording({ unit: 8 })], sampleWriter)
  process.stdout.write("recorded\n")
  return yield* Effect.never
})
await Effect.runPromise(
  inTransaction(half).pipe(Effect.provide(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url })))))
)
