import { Changes, WithinChange } from "@ntm/domain/changes"
import { Effect } from "effect"
import { scopeKey } from "../people/kept-per-scope.ts"
import { Kept } from "./kept.ts"

/**
 * Keeps the last answers for as long as nothing at all changes: the journal of changes has an entry for whatever a fact may come from, so an
 * answer that was made after its last entry is what it would be now.
 *
 * **Details** Kept for each set of units that somebody sees, `most` in all; whether one still holds is asked by one statement that reads one row.
 * Only for what rests on facts and on what `key` says, never on the clock. The number is read before the answer is made: a change in between makes it
 * a newer answer under an older number, which nobody asks for any more. Within a change that has not ended nothing is kept.
 */
export const makeUnchanged = <A>(most: number) => {
  const kept = new Kept<A>(most)
  return <E, R>(key: string, make: Effect.Effect<A, E, R>) =>
    Effect.gen(function* () {
      if (yield* WithinChange) return yield* make
      const last = yield* (yield* Changes).last()
      const whole = `${last} ${yield* scopeKey} ${key}`
      const before = kept.get(whole)
      if (before !== undefined) return before
      const made = yield* make
      kept.put(whole, made)
      return made
    })
}
