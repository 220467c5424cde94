import { Recommendations, Tasks } from "@ntm/domain/assignments"
import { Effect, Layer } from "effect"
import { databaseLayer } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { storeLayer } from "../layers.ts"
import { sampleAnswer, sampleTaskEvent, sampleTaskWriter } from "./sample-tasks.ts"

/** A program that records what happened to a task and a recommendation, says so before the transaction ends, and waits to be killed. */
const [url = ""] = process.argv.slice(2)
const half = Effect.gen(function* () {
  yield* (yield* Tasks).record([sampleTaskEvent()], sampleTaskWriter)
  yield* (yield* Recommendations).record([sampleAnswer()], sampleTaskWriter)
  process.stdout.write("recorded\n")
  return yield* Effect.never
})
await Effect.runPromise(
  inTransaction(half).pipe(Effect.provide(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url })))))
)
