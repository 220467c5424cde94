import { addDays, type Day } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import { predecessorsOf, type Relative, successorsOf } from "../lineage.ts"
import { unitOn } from "../register.ts"
import type { UnitId } from "../unit.ts"

export interface UnitCentre {
  readonly lon: number
  readonly lat: number
}

/** The middle of the centres, each weighing as much as its share may be; `undefined` unless all are known. */
const middleOf = (relatives: ReadonlyArray<Relative>): UnitCentre | undefined => {
  let [lon, lat, weight] = [0, 0, 0]
  for (const { unit, share } of relatives) {
    if (unit.lon === null || unit.lat === null) return undefined
    const part = (share.low + share.high) / 2
    lon += unit.lon * part
    lat += unit.lat * part
    weight += part
  }
  return weight > 0 ? { lon: lon / weight, lat: lat / weight } : undefined
}

/**
 * Where the unit lay on the day: the centre that its register tells, else that of the units that it went into, else of
 * those that it was formed of.
 *
 * **Details** The register of 2024 tells no centres: its communes stand where today's do. Good enough to draw a cell there,
 * and for nothing else.
 */
export const centreOn = (chronicle: Chronicle, id: UnitId, day: Day): UnitCentre | undefined => {
  const unit = unitOn(chronicle.register, id, day)
  if (unit === undefined) return undefined
  if (unit.lon !== null && unit.lat !== null) return { lon: unit.lon, lat: unit.lat }
  for (const later of chronicle.lineage.days) {
    const found = later > day ? middleOf(successorsOf(chronicle, id, day, later)) : undefined
    if (found !== undefined) return found
  }
  for (const earlier of chronicle.lineage.days.toReversed()) {
    const found = earlier <= day ? middleOf(predecessorsOf(chronicle, id, day, addDays(earlier, -1))) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
