import { Dossiers } from "@ntm/domain/dossiers"
import { Effect, Layer } from "effect"
import { databaseLayer } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { storeLayer } from "../layers.ts"
import {
  decided,
  done,
  handedIn,
  sampleDossierEvent,
  sampleDossierWriter,
  sampleOpener,
  sampleOpening,
  surveyed
} from "./sample-dossiers.ts"

/** A program that opens a dossier and records everything up to its decision, says so before the transaction ends, and waits to be killed. */
const [url = ""] = process.argv.slice(2)
const half = Effect.gen(function* () {
  const dossiers = yield* Dossiers
  const { ids } = yield* dossiers.open([sampleOpening()], sampleOpener)
  const [dossier] = ids
  const events = [handedIn, done("prepare"), surveyed(380), done("survey"), decided]
  yield* dossiers.record(
    events.map((body) => sampleDossierEvent(body, { dossier })),
    sampleDossierWriter
  )
  process.stdout.write("recorded\n")
  return yield* Effect.never
})
await Effect.runPromise(
  inTransaction(half).pipe(Effect.provide(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url })))))
)
