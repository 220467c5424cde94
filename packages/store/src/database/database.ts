import type { PgDatabase } from "drizzle-orm/pg-core"
import { drizzle, type PostgresJsQueryResultHKT, PostgresJsSession } from "drizzle-orm/postgres-js"
import { Context, Effect, Layer, Tracer } from "effect"
import type { ISql } from "postgres"
import { clientFor } from "./client.ts"
import { QueryFailed } from "./query-failed.ts"

/** A drizzle handle: the pool, or the transaction that one is in. */
export type Handle = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>

/** What somebody is held to: another way for what is read outside transactions, and settings that every transaction takes on. */
export interface Held {
  /** Finds that way when it is first needed: what turns out to need no statement needs no connection. */
  readonly tag: () => Promise<Tag>
  readonly settings: Readonly<Record<string, string>>
}

/** The one way to PostgreSQL. Inside `inTransaction` the handle is the transaction's. */
export class Database extends Context.Service<Database, { readonly handle: Handle; readonly held?: Held }>()(
  "@ntm/store/database/Database"
) {}

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

/** The `sql` tag of postgres.js that drizzle sits on: prepares each statement once a connection. Days come as text. */
export type Tag = ISql<Record<string, never>>

const tagOf = (handle: Handle): Tag => {
  const { session } = handle._
  if (session instanceof PostgresJsSession) return session.client
  throw new Error("the handle is not postgres.js'")
}

/** A statement below the span that waits for it. Neither its text nor its values are told: they may be about people. */
const traced = <A, E, R>(statement: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.flatMap(Effect.serviceOption(Tracer.ParentSpan), (above) =>
    above._tag === "None"
      ? statement
      : Effect.withSpan(statement, "postgresql", { kind: "client", attributes: { "db.system.name": "postgresql" } })
  )

/**
 * Runs statements written in SQL on the current pool or transaction. A refused one fails with `QueryFailed`.
 *
 * **Details** Where somebody traces what is asked (there is a span above), it has a span of its own.
 */
export const query = <A>(run: (sql: Tag) => PromiseLike<A>): Effect.Effect<A, QueryFailed, Database> =>
  Effect.flatMap(Database, ({ handle, held }) =>
    traced(
      Effect.tryPromise({
        try: async () => await run(held === undefined ? tagOf(handle) : await held.tag()),
        catch: (cause) => new QueryFailed({ cause })
      })
    )
  )
