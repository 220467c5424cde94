import type { Relative, Unit } from "@ntm/domain/units"

/** A unit as it stood on a day: enough to ask the API about it. */
export interface Standing {
  readonly unit: Pick<Unit, "id" | "code" | "name" | "type">
  readonly day: string
}

/** Most of it that can be; what has no population known counts by its share alone. */
const weight = ({ share, unit }: Relative): number => ((share.low + share.high) / 2) * (unit.population ?? 1)

/**
 * Which of the units on its land takes a unit's place on another day: itself, else one of its name, else the greatest.
 *
 * **Details** The first in the API's order (Vietnamese) among equals; undefined where none stands there.
 */
export const nearestKin = (unit: Standing["unit"], kin: ReadonlyArray<Relative>): Relative | undefined =>
  kin.find((relative) => relative.unit.id === unit.id) ??
  kin.find((relative) => relative.unit.name === unit.name) ??
  kin.reduce<Relative | undefined>(
    (best, relative) => (best === undefined || weight(relative) > weight(best) ? relative : best),
    undefined
  )
