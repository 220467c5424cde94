import { databaseLayer, storeLayer } from "@ntm/store"
import { Effect, Layer } from "effect"
import { makeSender } from "../sender.ts"
import { webhookWorker } from "../worker.ts"

/** Delivers for as long as it lives, as the program does: for specs that kill it. The database is named by the first argument. */
const [, , url = ""] = process.argv
const ports = storeLayer.pipe(Layer.provideMerge(databaseLayer({ url })))
const worker = webhookWorker({
  send: makeSender({ privately: true }),
  random: () => 0,
  tell: (line) => process.stderr.write(`${line}\n`),
  isAway: () => false
})
await Effect.runPromise(Effect.provide(worker, ports))
