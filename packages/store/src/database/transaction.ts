import { type ChangedBy, ChangesBy } from "@ntm/domain/changes"
import { sql } from "drizzle-orm"
import { PgTransaction } from "drizzle-orm/pg-core"
import { type Cause, Effect, Exit } from "effect"
import { Database, type Handle } from "./database.ts"
import { QueryFailed } from "./query-failed.ts"

/** Carries a failed body through drizzle's callback: drizzle commits unless the callback throws. */
class Rollback<E> extends Error {
  readonly reason: Cause.Cause<E>
  constructor(reason: Cause.Cause<E>) {
    super("rollback")
    this.reason = reason
  }
}

/** Says to the journal of changes on whose behalf the transaction runs. */
const sayWho = async (transaction: Handle, by: ChangedBy | null): Promise<void> => {
  if (by === null) return
  await transaction.execute(sql`
    select set_config('ntm.person', ${by.person ?? ""}, true), set_config('ntm.origin', ${JSON.stringify(by.origin)}, true)`)
}

/** Takes on what somebody is held to, until the transaction ends. */
const holdTo = async (transaction: Handle, settings: Readonly<Record<string, string>>): Promise<void> => {
  const each = Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
  await transaction.execute(sql`select ${sql.join(each, sql`, `)}`)
}

/**
 * Runs `body` in a transaction: every `Database` inside it is the transaction's.
 *
 * **Details** Committed when the body succeeds, rolled back when it fails, dies or is interrupted; an interruption waits for
 * the rollback. Nested: a savepoint. Fails as the body does, or with `QueryFailed` where PostgreSQL refuses the commit.
 * **Gotchas** A refused statement spoils the whole transaction, also when the body recovers from it.
 */
export const inTransaction = <A, E, R>(
  body: Effect.Effect<A, E, R>
): Effect.Effect<A, E | QueryFailed, Exclude<R, Database> | Database> =>
  Effect.flatMap(Effect.context<Exclude<R, Database> | Database>(), (context) =>
    Effect.flatMap(Effect.all([Database, ChangesBy]), ([{ handle, held }, by]) =>
      Effect.callback<A, E | QueryFailed>((resume) => {
        const stop = new AbortController()
        const settled = handle
          .transaction(async (transaction) => {
            if (!(handle instanceof PgTransaction)) await sayWho(transaction, by)
            if (held !== undefined) await holdTo(transaction, held.settings)
            const inside = Effect.provideService(body, Database, { handle: transaction })
            const exit = await Effect.runPromiseExitWith(context)(inside, { signal: stop.signal })
            if (Exit.isFailure(exit)) throw new Rollback(exit.cause)
            return exit.value
          })
          .then(
            (value) => resume(Effect.succeed(value)),
            (cause: unknown) =>
              resume(
                cause instanceof Rollback ? Effect.failCause<E>(cause.reason) : Effect.fail(new QueryFailed({ cause }))
              )
          )
        return Effect.promise(() => {
          stop.abort()
          return settled
        })
      })
    )
  )
