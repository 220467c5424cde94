import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { accountsAdapter, databaseLayer, QueryFailed, scopesLayer, storeLayer } from "@ntm/store"
import { Scopes } from "@ntm/domain/people"
import { Effect, Layer, ManagedRuntime } from "effect"
import { makeApp } from "../../app.ts"
import { makeAccounts } from "../../people/accounts.ts"
import { firstStart } from "../../people/first-start.ts"
import type { LibraryOptions } from "../../people/library.ts"
import { keepOwnerKey } from "../../people/owner-key.ts"
import { todayInVietnam } from "../../http/today.ts"
import { pilotDatabase } from "../../testing/pilot-database.ts"

export const ORIGIN = "http://127.0.0.1:4100"

/** What is not as usual: people who are made up can be tried, people sign in elsewhere, requests come through proxies. */
export interface PilotOptions {
  readonly demonstration?: boolean
  readonly providers?: LibraryOptions["providers"]
  readonly proxies?: number
}

/** The API as it runs on the pilot, on a database of its own, with people who can sign in and the key of the machine's owner. */
export const pilotApp = async ({ demonstration = false, providers = [], proxies = 0 }: PilotOptions = {}) => {
  const database = await pilotDatabase()
  const runtime = ManagedRuntime.make(
    Layer.merge(storeLayer, Layer.orDie(scopesLayer({ url: database.url }))).pipe(
      Layer.provideMerge(databaseLayer({ url: database.url }))
    )
  )
  const accounts = makeAccounts({
    database: await runtime.runPromise(accountsAdapter),
    secret: "a secret of the specs that is long enough",
    address: ORIGIN,
    providers
  })
  if (demonstration)
    await runtime.runPromise(firstStart({ accounts, today: todayInVietnam(new Date()), demonstration }))
  const folder = await mkdtemp(join(tmpdir(), "ntm-owner-"))
  const owner = await keepOwnerKey(accounts, folder, "máy của bản thử")
  const key = (await readFile(join(folder, "secrets", "owner-key"), "utf8")).trim()
  const logged: Array<string> = []
  const app = makeApp(runtime, {
    health: () =>
      Effect.succeed({ status: "ok", version: "0.0.0", database: "bundled", postgres: "18", loadedAt: null }),
    web: null,
    host: "127.0.0.1",
    log: (line) => logged.push(line),
    proxies,
    isOutage: (defect) => defect instanceof QueryFailed,
    people: { accounts, owner, demonstration, scopes: await runtime.runPromise(Scopes) }
  })
  return {
    app,
    runtime,
    accounts,
    key,
    /** What the program wrote about faults of its own. */
    logged,
    end: async () => {
      await runtime.dispose()
      await database.drop()
      await rm(folder, { recursive: true })
    }
  }
}
