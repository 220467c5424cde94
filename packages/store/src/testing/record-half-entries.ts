import { Funding } from "@ntm/domain/funding"
import { Effect, Layer } from "effect"
import { databaseLayer } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { storeLayer } from "../layers.ts"
import { sampleEntry } from "./sample-funding.ts"
import { provincialOffice } from "./sample-observations.ts"

/** A program that records entries of funding, says so before the transaction ends, and waits to be killed. For specs of a sudden end. */
const [url = ""] = process.argv.slice(2)
const half = Effect.gen(function* () {
  yield* (yield* Funding).record([sampleEntry(), sampleEntry({ unit: "11629" })], provincialOffice)
  process.stdout.write("recorded\n")
  return yield* Effect.never
})
await Effect.runPromise(
  inTransaction(half).pipe(Effect.provide(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url })))))
)
