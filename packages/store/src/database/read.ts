import { Effect, Schema } from "effect"
import { Database, query, type Tag } from "./database.ts"

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
      Effect.serviceOption(Database).pipe(
        Effect.flatMap((current) =>
          Effect.provideService(query(run), Database, current._tag === "Some" ? current.value : own)
        ),
        Effect.flatMap(decode),
        Effect.orDie
      )
  }
