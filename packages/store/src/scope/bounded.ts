import { drizzle } from "drizzle-orm/postgres-js"
import { Effect, type Scope } from "effect"
import { clientFor } from "../database/client.ts"
import { Database, type Held, type Tag } from "../database/database.ts"

/** Runs an effect held to something. */
type Holding = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>

/** The types of postgres.js know a client by another name than what asks it. */
const tagOf = (client: unknown): Tag => client as Tag

/**
 * Holds what answers a request to a time, where nobody signs in and so nobody has a scope (`scopesLayer` has the time besides): PostgreSQL gives
 * a statement up that takes longer than `statementMs`.
 *
 * **Details** Reading goes by connections of its own, at most ten, closed with the scope; transactions take the time on as they begin. The program's own
 * work (loading, deriving anew) goes by others and has no such end.
 */
export const boundedBy = Effect.fnUntraced(function* ({
  statementMs,
  url
}: {
  readonly url: string
  readonly statementMs: number
}): Effect.fn.Return<Holding, never, Database | Scope.Scope> {
  const { handle } = yield* Database
  const settings = { statement_timeout: String(statementMs) }
  const client = yield* Effect.acquireRelease(
    Effect.sync(() => {
      const opened = clientFor(url, { max: 10, settings })
      // It reads values as the other connections do.
      drizzle({ client: opened })
      return opened
    }),
    (opened) => Effect.promise(() => opened.end({ timeout: 5 }))
  )
  const tag = Promise.resolve(tagOf(client))
  const held: Held = { tag: () => tag, settings }
  return (effect) => Effect.provideService(effect, Database, { handle, held })
})
