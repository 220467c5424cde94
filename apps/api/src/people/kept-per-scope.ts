import { createHash } from "node:crypto"
import { WithinChange } from "@ntm/domain/changes"
import type { UnitSet } from "@ntm/domain/people"
import { Effect } from "effect"
import { Kept } from "../assessments/kept.ts"
import { Asks } from "./asks.ts"

/** Sets of units that answers are kept for at the same time; the one that was not asked for the longest goes first. */
const MOST_SCOPES = 16

const keys = new WeakMap<Exclude<UnitSet, "all">, string>()

/** One text for one set of units that somebody sees. */
const keyOf = (sees: UnitSet): string => {
  if (sees === "all") return "all"
  const before = keys.get(sees)
  if (before !== undefined) return before
  const text = [...sees].sort((a, b) => a - b).join(" ")
  const key = createHash("sha256").update(text).digest("base64url")
  keys.set(sees, key)
  return key
}

/** A name for the units that whoever asks sees. */
export const scopeKey: Effect.Effect<string> = Effect.map(Asks, (access) => keyOf(access?.sees ?? "all"))

/**
 * What is kept in memory for whoever asks: answers that were made for some units are given to those alone who see the same ones.
 *
 * **Details** `make` makes what is kept for one set of units. The program itself sees all of them. What is read within a change that has not ended
 * may be undone yet: it is kept for nobody.
 */
export const perScope = <A>(make: () => Kept<A>): Effect.Effect<Kept<A>> => {
  const scopes = new Kept<Kept<A>>(MOST_SCOPES)
  return Effect.gen(function* () {
    const key = keyOf((yield* Asks)?.sees ?? "all")
    const known = scopes.get(key) ?? make()
    scopes.put(key, known)
    return (yield* WithinChange) ? known.aside() : known
  })
}
