import type { UnitId } from "../../units/index.ts"
import type { Known } from "../judging/known.ts"
import { groundOn } from "../judging/sources.ts"
import { type HeldRecognition, recognitionsOn } from "../recognitions/recognitions-follow.ts"
import type { Standpoint } from "./standpoint.ts"

/**
 * What units of one day hold by what was decided up to another.
 *
 * **Details** A unit that stands with the same ground on both days holds what it holds by decisions up to `valuesAsOf`; one that is
 * formed in between what follows from those of its predecessors.
 */
export const titlesFrom = (
  known: Known,
  { boundariesOn, valuesAsOf }: Pick<Standpoint, "boundariesOn" | "valuesAsOf">
): ReadonlyMap<UnitId, HeldRecognition> => {
  const own = known.held(valuesAsOf)
  if (boundariesOn === valuesAsOf) return own
  const { chronicle } = known
  const decided = known.recognitions
    .filter(({ decidedOn }) => decidedOn <= valuesAsOf)
    .map((one) => (one.revokedOn !== null && one.revokedOn > valuesAsOf ? { ...one, revokedOn: null } : one))
  const titles = new Map(recognitionsOn(chronicle, decided, boundariesOn))
  for (const unit of new Set([...own.keys(), ...titles.keys()])) {
    const ground = groundOn(chronicle, unit, boundariesOn)
    if (ground === undefined || ground !== groundOn(chronicle, unit, valuesAsOf)) continue
    const held = own.get(unit)
    if (held === undefined) titles.delete(unit)
    else titles.set(unit, held)
  }
  return titles
}
