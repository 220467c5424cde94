import { Context, type Effect } from "effect"
import type { UnitId } from "../units/index.ts"
import type { Access, UnitSet } from "./access.ts"
import type { Action } from "./action.ts"
import { reachedUnits } from "./may.ts"
import { permissions, readings } from "./permissions.ts"
import type { PersonId } from "./person.ts"

/** One action of somebody, with the units that it may read and write about at the most. */
export interface Scoped {
  readonly action: Action
  readonly person: PersonId | null
  readonly sees: UnitSet
  readonly writes: UnitSet
}

/**
 * What an action of somebody reaches at the most, by all their grants that have leave for it: the outermost bound, for who keeps the facts.
 *
 * **Details** A reading writes nothing. What one grant allows in part is for `may` to tell apart: here is only what none of them allows.
 */
export const scopedTo = (access: Access, action: Action): Scoped => {
  const person = access.person?.id ?? null
  const { sees } = access
  const reached = access.grants.flatMap((held): ReadonlyArray<UnitSet> => {
    const reach = permissions[action][held.grant.role]
    if (reach === undefined || readings.has(action)) return []
    return [reach === "anywhere" ? "all" : reachedUnits(action, held)]
  })
  const written = new Set<UnitId>()
  for (const units of reached) {
    if (units === "all") return { action, person, sees, writes: "all" }
    for (const unit of units) written.add(unit)
  }
  return { action, person, sees, writes: written }
}

/** Where facts are kept, held to what somebody may: whatever the program forgets to ask, nothing else is read or written. */
export class Scopes extends Context.Service<
  Scopes,
  { readonly within: (scoped: Scoped) => <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R> }
>()("@ntm/domain/people/Scopes") {}
