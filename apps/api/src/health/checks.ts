import { Effect } from "effect"
import type { Hindrance } from "./hindrance.ts"

/** What a database is asked: whether it stands at this program's schema, and when facts were loaded there. */
interface Asked<R> {
  readonly atSchema: Effect.Effect<boolean, unknown, R>
  readonly loadedAt: Effect.Effect<string | null, unknown, R>
}

/** What keeps a program from serving as far as its database goes. */
export const hindranceOf = <R>({ atSchema, loadedAt }: Asked<R>): Effect.Effect<Hindrance | null, never, R> =>
  Effect.gen(function* () {
    if (!(yield* atSchema)) return "schema" as const
    return (yield* loadedAt) === null ? ("facts" as const) : null
  }).pipe(Effect.catch(() => Effect.succeed("database" as const)))
