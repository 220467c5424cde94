import { Works } from "@ntm/domain/works"
import { Effect, Layer } from "effect"
import { databaseLayer } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { storeLayer } from "../layers.ts"
import { provincialOffice } from "./sample-observations.ts"
import { sampleBatch, sampleReport, sampleWork } from "./sample-works.ts"

/** A program that approves works and reports on them, says so before the transaction ends, and waits to be killed. For specs of a sudden end. */
const [url = ""] = process.argv.slice(2)
const half = Effect.gen(function* () {
  const works = yield* Works
  yield* works.approve(sampleBatch(), [sampleWork({ code: "NỬA-1" }), sampleWork({ code: "NỬA-2" })], provincialOffice)
  yield* works.report([sampleReport({ work: "31/NỬA-1" })], provincialOffice)
  process.stdout.write("approved\n")
  return yield* Effect.never
})
await Effect.runPromise(
  inTransaction(half).pipe(Effect.provide(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url })))))
)
