import { Context, Effect, Layer } from "effect"
import { drizzle } from "drizzle-orm/postgres-js"
import type { PgDatabase } from "drizzle-orm/pg-core"
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js"
import { clientFor } from "./client.ts"
import { QueryFailed } from "./query-failed.ts"

/** A drizzle handle: the pool, or the transaction that one is in. */
export type Handle = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>

/** The one way to PostgreSQL. Inside `inTransaction` the handle is the transaction's. */
export class Database extends Context.Service<Database, { readonly handle: Handle }>()("@ntm/store/database/Database") {}

/**
 * A pool of connections to `url`, closed with its scope.
 *
 * **Details** Connections are opened when first needed, at most ten. Nothing is checked here: see `waitUntilReady` and `migrate`.
 */
export const databaseLayer = (options: { readonly url: string }): Layer.Layer<Database> =>
  Layer.effect(
    Database,
    Effect.acquireRelease(
      Effect.sync(() => clientFor(options.url, { max: 10 })),
      (client) => Effect.promise(() => client.end({ timeout: 5 }))
    ).pipe(Effect.map((client) => Database.of({ handle: drizzle({ client }) })))
  )

/** Runs statements on the current handle. A refused statement fails with `QueryFailed`. */
export const query = <A>(run: (handle: Handle) => PromiseLike<A>): Effect.Effect<A, QueryFailed, Database> =>
  Effect.flatMap(Database, ({ handle }) =>
    Effect.tryPromise({ try: async () => await run(handle), catch: (cause) => new QueryFailed({ cause }) })
  )
