import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { databaseLayer, query } from "../database/database.ts"
import { QueryFailed } from "../database/query-failed.ts"
import { inTransaction } from "../database/transaction.ts"
import { freshDatabase, type FreshDatabase } from "../testing/fresh-database.ts"
import { boundedBy } from "./bounded.ts"

describe("held to a time, where nobody has a scope", () => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase({ server: null })
  })
  afterAll(() => fresh.drop())

  const timeout = query((sql) => sql<Array<{ ms: string }>>`select current_setting('statement_timeout') as ms`)
  const sleeping = query((sql) => sql`select pg_sleep(60)`)

  it("reads and writes until the time is over, and leaves the program's own work without an end", () =>
    Effect.gen(function* () {
      const bounded = yield* boundedBy({ url: fresh.url, statementMs: 50 })
      expect(yield* bounded(timeout)).toEqual([{ ms: "50ms" }])
      expect(yield* bounded(inTransaction(timeout))).toEqual([{ ms: "50ms" }])
      const ended = [yield* Effect.flip(bounded(sleeping)), yield* Effect.flip(bounded(inTransaction(sleeping)))]
      expect(ended.map((failed) => failed instanceof QueryFailed && failed.state)).toEqual(["57014", "57014"])
      expect(yield* timeout).toEqual([{ ms: "0" }])
      expect(yield* inTransaction(timeout)).toEqual([{ ms: "0" }])
    }).pipe(Effect.scoped, Effect.provide(databaseLayer({ url: fresh.url })), Effect.runPromise))
})
