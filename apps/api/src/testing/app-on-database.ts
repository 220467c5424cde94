import { databaseLayer, type Facts, loadAll, storeLayer } from "@ntm/store"
import { freshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { makeApp } from "../app.ts"
import { registerInMemory } from "./register.ts"

/** Facts of the small register (`registerInMemory`) and nothing besides, but for what is told. */
export const smallFacts = (more: Partial<Facts> = {}): Facts => {
  const { register, events } = registerInMemory()
  return {
    units: register.rows,
    reorganisations: events,
    criteriaSets: [],
    documents: [],
    setResults: [],
    recognitions: [],
    targets: [],
    fundingTables: [],
    assignments: [],
    findings: [],
    ...more
  }
}

/**
 * The API on a database of its own with `smallFacts`, where nobody signs in and Nguyễn Thị Lan is who records.
 *
 * **Details** On the server that comes along. `now`: the present moment, all the time. `close` drops the database.
 */
export const appOnDatabase = async ({
  facts = {},
  now = "2026-05-01T00:00:00Z"
}: { readonly facts?: Partial<Facts>; readonly now?: string } = {}) => {
  const database = await freshDatabase()
  const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
  await runtime.runPromise(loadAll(smallFacts(facts), { importName: "spec", sha256: "0", programVersion: "0" }))
  const app = makeApp(runtime, {
    health: () => Effect.die("not asked"),
    web: null,
    host: "127.0.0.1",
    recorder: "Nguyễn Thị Lan",
    now: () => new Date(now),
    log: () => undefined
  })
  return {
    app,
    close: async (): Promise<void> => {
      await runtime.dispose()
      await database.drop()
    }
  }
}

/** What `appOnDatabase` opens. */
export type OpenedApp = Awaited<ReturnType<typeof appOnDatabase>>
