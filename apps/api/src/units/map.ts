import type { MapDay, MapTopology } from "@ntm/contract"
import {
  type Boundaries,
  type Chronicle,
  descendantsOn,
  groundDays,
  type Unit,
  type UnitLevel,
  unitsBehind
} from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { toTopology } from "@ntm/exchange/maps"
import { Effect } from "effect"
import { shapesOf, shownOn } from "./map-shapes.ts"

/** A register, now or as known at a moment; two of one version hold the same. */
export interface Snapshot {
  readonly version: number | string
  readonly chronicle: Chronicle
}

/** One map at every zoom: they come out of one cut of the borders. */
interface Drawn {
  readonly units: ReadonlyArray<Unit>
  readonly undrawn: ReadonlyArray<string>
  readonly days: ReadonlyArray<MapDay>
  readonly byZoom: ReadonlyMap<number, MapTopology>
}

/** Most maps that are kept; one of real boundaries at three zooms takes some 1 MB. */
const MOST_KEPT = 64

const draw = Effect.fnUntraced(function* (
  boundaries: Boundaries["Service"],
  { chronicle }: Snapshot,
  top: Unit,
  level: UnitLevel,
  asOf: Day
) {
  const units = shownOn(chronicle, top, level, asOf)
  const all = [top, ...descendantsOn(chronicle.register, top.id, asOf)].map(({ id }) => id)
  const known = Map.groupBy(yield* boundaries.of([...unitsBehind(chronicle, all, asOf)]), (boundary) => boundary.unit)
  const shapes = shapesOf(chronicle, known, units, asOf)
  const drawn = new Set(shapes.map(({ code }) => code))
  return {
    units,
    undrawn: units.flatMap(({ code }) => (drawn.has(code) ? [] : [code])),
    days: groundDays(chronicle, top.id, asOf, level),
    byZoom: new Map(toTopology(shapes).map(({ zoom, topology }) => [zoom, topology]))
  } satisfies Drawn
})

/**
 * Makes the drawer of maps, which keeps those that were asked for last.
 *
 * **Details** A map holds for all days on which the very same rows stand below the unit, of one version of the register and
 * of the boundaries. The first of a province takes 0.05 to 0.3 s, others some milliseconds.
 */
export const makeMaps = () => {
  const kept = new Map<string, Drawn>()
  let versions = ""
  return Effect.fnUntraced(function* (
    boundaries: Boundaries["Service"],
    snapshot: Snapshot,
    top: Unit,
    level: UnitLevel,
    asOf: Day
  ) {
    const now = `${snapshot.version} ${yield* boundaries.version()}`
    if (now !== versions) kept.clear()
    versions = now
    const rows = [top, ...descendantsOn(snapshot.chronicle.register, top.id, asOf)]
    const key = `${level} ${rows.map(({ id, validFrom }) => `${id}@${validFrom ?? ""}`).join(" ")}`
    const found = kept.get(key) ?? (yield* draw(boundaries, snapshot, top, level, asOf))
    // The one asked for last stands at the end; the first goes when there are too many.
    kept.delete(key)
    if (now === versions) kept.set(key, found)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
    return found
  })
}
