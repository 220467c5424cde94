import { addDays, type Day } from "../../values/index.ts"
import type { UnitBoundary } from "./boundary.ts"
import type { Chronicle } from "../chronicle.ts"
import { extentOn, partsOn } from "./extent.ts"
import { unitOn } from "../register.ts"
import type { UnitId } from "../unit.ts"

/** Boundaries by unit; of one unit there may be several, each of another extent. */
export type KnownBoundaries = ReadonlyMap<UnitId, ReadonlyArray<UnitBoundary>>

/** Whether the boundary is that of its unit's ground on the day. */
const holdsOn = (chronicle: Chronicle, boundary: UnitBoundary, day: Day): boolean => {
  const { unit, asOf, code, formed } = boundary
  // After an event was taken back another unit may have got the id, or the same one another ground.
  if (unitOn(chronicle.register, unit, asOf)?.code !== code) return false
  const stated = extentOn(chronicle, unit, asOf)
  const asked = extentOn(chronicle, unit, day)
  return stated !== undefined && asked !== undefined && stated.from === asked.from && stated.formed === formed
}

/** The day of the extent's beginning and the units that it was formed of, where each of them went into it whole. */
const wholeParts = (chronicle: Chronicle, id: UnitId, day: Day) => {
  const from = extentOn(chronicle, id, day)?.from ?? null
  if (from === null) return null
  const parts = partsOn(chronicle, id, from)
  const whole = parts.every(({ share }) => share.all === 1 && Object.values(share.by).every((part) => part === 1))
  return whole && parts.length > 0 ? { ids: parts.map((part) => part.id), lastDay: addDays(from, -1) } : null
}

/**
 * The units whose boundaries may draw these on the day: they themselves, and what they were formed of whole, through any
 * number of events.
 */
export const unitsBehind = (chronicle: Chronicle, ids: Iterable<UnitId>, day: Day): ReadonlySet<UnitId> => {
  const found = new Set<UnitId>()
  const follow = (id: UnitId, on: Day): void => {
    found.add(id)
    const parts = wholeParts(chronicle, id, on)
    for (const part of parts?.ids ?? []) if (parts !== null) follow(part, parts.lastDay)
  }
  for (const id of ids) follow(id, day)
  return found
}

/**
 * The boundaries that together are the unit's ground on the day: its own, or those of all units that it was formed of.
 *
 * **Details** Only where every one of them went into it whole; null where the ground is not known that way. Its own is
 * stated for another day of the same extent just as well: a rename keeps it.
 */
export const boundariesFor = (
  chronicle: Chronicle,
  known: KnownBoundaries,
  id: UnitId,
  day: Day
): ReadonlyArray<UnitBoundary> | null => {
  const own = known.get(id)?.find((boundary) => holdsOn(chronicle, boundary, day))
  if (own !== undefined) return [own]
  const parts = wholeParts(chronicle, id, day)
  if (parts === null) return null
  const drawn: Array<UnitBoundary> = []
  for (const part of parts.ids) {
    const boundaries = boundariesFor(chronicle, known, part, parts.lastDay)
    if (boundaries === null) return null
    drawn.push(...boundaries)
  }
  return drawn
}
