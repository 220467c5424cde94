import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { databasesUnderTest, freshDatabase, type FreshDatabase } from "../testing/fresh-database.ts"
import { clientFor } from "./client.ts"
import { databaseLayer } from "./database.ts"
import { isAtSchema } from "./migrate.ts"
import { QueryFailed } from "./query-failed.ts"

describe.each(databasesUnderTest)("isAtSchema, on $name", ({ server }) => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase({ server })
  })
  afterAll(() => database.drop())

  const asked = () => Effect.runPromise(isAtSchema({}).pipe(Effect.provide(databaseLayer({ url: database.url }))))
  const inSql = async (statement: string) => {
    const client = clientFor(database.url, { max: 1 })
    await client.unsafe(statement)
    await client.end()
  }

  it("holds on a database of this program, and no longer once another version has upgraded it", async () => {
    expect(await asked()).toBe(true)
    await inSql("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)")
    expect(await asked()).toBe(false)
  })

  it("fails where the database cannot say", async () => {
    const nowhere = databaseLayer({ url: "postgres://u:p@127.0.0.1:9/none" })
    expect(await Effect.runPromise(Effect.flip(isAtSchema({}).pipe(Effect.provide(nowhere))))).toBeInstanceOf(
      QueryFailed
    )
  })
})
