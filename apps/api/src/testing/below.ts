import { type Action, type Role, type Scoped, scopedTo, Scopes } from "@ntm/domain/people"
import type { Day } from "@ntm/domain/values"
import { Database } from "@ntm/store"
import { Effect } from "effect"
import type { pilotWithRoles } from "./roles.ts"

export type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>
export type Ask = (statement: string, ...values: ReadonlyArray<string>) => Promise<Rows>

/** Statements on the pilot's database itself, below the API, without any check of the program. */
export const belowTheApi = (pilot: Awaited<ReturnType<typeof pilotWithRoles>>, today: Day) => {
  /** Runs statements held to what somebody may, with nothing of the program between. */
  const heldTo = <A>(scoped: Scoped, run: (ask: Ask) => Promise<A>): Promise<A> =>
    pilot.runtime.runPromise(
      Effect.flatMap(Scopes, (scopes) =>
        scopes.within(scoped)(
          Effect.flatMap(Database, ({ held }) =>
            Effect.promise(() =>
              run(async (statement, ...values) => (await held?.tag())?.unsafe(statement, [...values]) ?? [])
            )
          )
        )
      )
    )
  return {
    heldTo,
    /** Likewise as whoever does the action would have them run. */
    below: async <A>(role: Role, action: Action, run: (ask: Ask) => Promise<A>): Promise<A> =>
      heldTo(scopedTo(await pilot.accessOf(role, today), action), run),
    /** As the owner of the tables. */
    above: (statement: string): Promise<Rows> =>
      pilot.runtime.runPromise(
        Effect.flatMap(Database, ({ handle }) => Effect.promise(async () => [...(await handle.execute(statement))]))
      )
  }
}
