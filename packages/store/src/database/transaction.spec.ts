import { Cause, Deferred, Effect, Exit, Fiber } from "effect"
import { expect, it } from "vitest"
import { onEveryDatabase } from "../testing/on-database.ts"
import { query } from "./database.ts"
import { QueryFailed } from "./query-failed.ts"
import { inTransaction } from "./transaction.ts"

const insert = (name: string) =>
  query((sql) => sql`insert into source_import (name, sha256, program_version) values (${name}, 'x', '0')`)
const names = query((sql) => sql<Array<{ name: string }>>`select name from source_import order by name`).pipe(
  Effect.map((rows) => rows.map(({ name }) => name))
)

onEveryDatabase("inTransaction", ({ run, exit }) => {
  it("commits what succeeds", async () => {
    expect(await run(inTransaction(Effect.as(insert("kept"), 7)))).toBe(7)
    expect(await run(names)).toEqual(["kept"])
  })

  it("rolls back a failure and passes it on", async () => {
    const failed = await exit(inTransaction(insert("failed").pipe(Effect.andThen(Effect.fail("no")))))
    expect(failed).toEqual(Exit.fail("no"))
    expect(await run(names)).toEqual(["kept"])
  })

  it("rolls back a defect and passes it on", async () => {
    const died = await exit(inTransaction(insert("died").pipe(Effect.andThen(Effect.die("bug")))))
    expect(Exit.isFailure(died) && Cause.hasDies(died.cause)).toBe(true)
    expect(await run(names)).toEqual(["kept"])
  })

  it("rolls back when interrupted, before the interruption returns", async () => {
    const seen = await run(
      Effect.gen(function* () {
        const written = yield* Deferred.make<void>()
        const body = insert("interrupted").pipe(
          Effect.andThen(Deferred.succeed(written, undefined)),
          Effect.andThen(Effect.never)
        )
        const fiber = yield* Effect.forkChild(inTransaction(body))
        yield* Deferred.await(written)
        yield* Fiber.interrupt(fiber)
        return yield* query(
          (sql) =>
            sql`select from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()`
        )
      })
    )
    expect(seen).toHaveLength(0)
    expect(await run(names)).toEqual(["kept"])
  })

  it("rolls back a nested transaction alone when the outer one goes on", async () => {
    const inner = inTransaction(insert("inner").pipe(Effect.andThen(Effect.fail("no"))))
    await run(inTransaction(insert("outer").pipe(Effect.andThen(Effect.ignore(inner)))))
    expect(await run(names)).toEqual(["kept", "outer"])
  })

  it("commits nothing when a refused statement was passed over", async () => {
    const passedOver = await run(
      Effect.flip(inTransaction(insert("first").pipe(Effect.andThen(Effect.ignore(insert("kept"))))))
    )
    expect(passedOver).toBeInstanceOf(QueryFailed)
    expect(passedOver.message).toContain("source_import_one_in_force")
    expect(await run(names)).toEqual(["kept", "outer"])
  })
})
