import type { Health } from "@ntm/contract"
import { type Database, isAtSchema, loadedAt, postgresVersion } from "@ntm/store"
import { Effect } from "effect"
import type { Hindrance } from "./probes.ts"

/** What runs here, and that its database answers. */
export const healthOf = Effect.fnUntraced(function* (
  version: string,
  database: Health["database"]
): Effect.fn.Return<Health, never, Database> {
  // A database that does not answer is no fault of the asker: the API turns it into 503.
  const [postgres, loaded] = yield* Effect.orDie(Effect.all([postgresVersion(), loadedAt()]))
  return { status: "ok", version, database, postgres, loadedAt: loaded }
})

/** What keeps a program from serving as far as its database goes. The files of migrations are read once. */
export const hindranceOf = (migrationsFolder: string): Effect.Effect<Hindrance | null, never, Database> => {
  const atSchema = isAtSchema({ migrationsFolder })
  return Effect.gen(function* () {
    if (!(yield* atSchema)) return "schema" as const
    return (yield* loadedAt()) === null ? ("facts" as const) : null
  }).pipe(Effect.catch(() => Effect.succeed("database" as const)))
}
