import { type Chronicle, Reorganisations } from "@ntm/domain/units"
import type { Moment } from "@ntm/domain/values"
import { Effect } from "effect"

/** The register as known at the moment; null: as it is known now. */
export const chronicleThen = Effect.fn("units.chronicleThen")(function* (knownAt: Moment | null) {
  const port = yield* Reorganisations
  const known: { readonly chronicle: Chronicle } =
    knownAt === null ? yield* port.register() : yield* port.registerAt(knownAt)
  return known.chronicle
})
