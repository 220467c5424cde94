import { type Actor, actorFor } from "@ntm/domain/criteria"
import { type About, type AccessRefused, type Action, may } from "@ntm/domain/people"
import { type Register, Reorganisations, unitByCode, UnitCode, type UnitId } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect, Schema } from "effect"
import { Asks } from "./asks.ts"

/** The office that something is written down for; refused where who asks may not do all of it. */
export type Acts = (action: Action, about?: About) => Effect.Effect<Actor, AccessRefused, Reorganisations>

/** The same office for everybody: where nobody can sign in. */
export const actsAs =
  (actor: Actor): Acts =>
  () =>
    Effect.succeed(actor)

/** The office of who asks, by what they were given. */
export const actsAsWhoAsks: Acts = Effect.fnUntraced(function* (action, about = {}) {
  const access = yield* Asks
  if (access === null) return yield* Effect.die(new Error("nobody asks, and something is to be written down"))
  const { chronicle } = yield* (yield* Reorganisations).register()
  const actor = actorFor(chronicle.register, access, action, about)
  if (actor !== null) return actor
  const refused = may(access, action, about)
  return yield* refused ?? Effect.die(new Error(`no office does ${action}`))
})

/** The office that who asks would do something for; null where they may not do it at all, and for the program itself, which does nothing. */
export const officeFor = Effect.fnUntraced(function* (acts: Acts, action: Action) {
  if (acts === actsAsWhoAsks && (yield* Asks) === null) return null
  return yield* acts(action).pipe(Effect.catch(() => Effect.succeed(null)))
})

/** Fails where who asks may not do it about all of this; the program itself, and whoever asks where nobody can sign in, may. */
export const allowedAbout = Effect.fnUntraced(function* (action: Action, about: About) {
  const access = yield* Asks
  const refused = access === null ? null : may(access, action, about)
  if (refused !== null) return yield* refused
})

const isCode = Schema.is(UnitCode)

/** The units that rows are about, each as of its day; what stands for none is for the rules to tell. */
export const unitsIn = (
  register: Register,
  rows: Iterable<readonly [unit: string | UnitId, day: Day]>
): ReadonlyArray<UnitId> => {
  const found = new Set<UnitId>()
  for (const [unit, day] of rows) {
    const id = typeof unit !== "string" ? unit : isCode(unit) ? unitByCode(register, unit, day)?.id : undefined
    if (id !== undefined) found.add(id)
  }
  return [...found]
}
