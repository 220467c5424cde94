import { Effect, Schema } from "effect"
import { Database, query, type Tag } from "./database.ts"
import type { QueryFailed } from "./query-failed.ts"

/** Runs statements on the `Database` of the caller's transaction where there is one, else on the layer's own. */
export const queryOn =
  (own: Database["Service"]) =>
  <A>(run: (sql: Tag) => PromiseLike<A>): Effect.Effect<A, QueryFailed> =>
    Effect.flatMap(Effect.serviceOption(Database), (current) =>
      Effect.provideService(query(run), Database, current._tag === "Some" ? current.value : own)
    )

/**
 * Makes a reader of rows: what comes back is decoded before it counts as a fact of the domain.
 *
 * **Details** Statements go to the `Database` of the caller's transaction where there is one, else to the layer's own.
 * **Gotchas** A refused statement or a row that does not fit its schema is a bug or a lost database: it dies.
 */
export const reader =
  (own: Database["Service"]) =>
  <S extends Schema.ConstraintDecoder<unknown>>(schema: S) => {
    const decode = Schema.decodeUnknownEffect(Schema.Array(schema))
    return (run: (sql: Tag) => PromiseLike<ReadonlyArray<unknown>>): Effect.Effect<ReadonlyArray<S["Type"]>> =>
      queryOn(own)(run).pipe(Effect.flatMap(decode), Effect.orDie)
  }
