import { eachCrossing, segmentsOf } from "./crossings.ts"
import type { Grid, GridPoint, Weighted } from "./grid.ts"
import { signedArea } from "./plane.ts"

type Rings = ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>
type Arc = ReadonlyArray<GridPoint>

/** Borders cut into arcs, and for each unit its polygons' rings as lists of arcs (`~n`: backwards). */
export interface Plan {
  readonly arcs: ReadonlyArray<ReadonlyArray<Weighted>>
  readonly rings: ReadonlyArray<Rings>
}

export interface Simplified {
  readonly arcs: ReadonlyArray<Arc>
  readonly rings: ReadonlyArray<Rings>
}

/** Times an arc is tried with more corners, each time with a quarter of the land as limit, before it is left whole. */
const TRIES = 6

/** A unit is recognisable while its largest part loses or gains no more than this share of its area. */
const RECOGNISABLE = 0.35

const indexOf = (arc: number): number => (arc < 0 ? ~arc : arc)

const joined = (arcs: ReadonlyArray<Arc>, ring: ReadonlyArray<number>): Arc => {
  const points: Array<GridPoint> = []
  for (const index of ring) {
    const arc = arcs[indexOf(index)] ?? []
    for (const point of index < 0 ? arc.toReversed() : arc) {
      const last = points.at(-1)
      if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point)
    }
  }
  return points
}

const thinned = (arc: ReadonlyArray<Weighted>, least: number, grid: Grid): Arc => {
  const points: Array<GridPoint> = []
  for (const corner of arc) {
    if (corner.weight < least) continue
    const point = grid.place(corner)
    const last = points.at(-1)
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point)
  }
  return points
}

const largestOf = (arcs: ReadonlyArray<Arc>, rings: Rings): ReadonlyArray<number> => {
  let largest: ReadonlyArray<number> = []
  let most = 0
  for (const [outer] of rings) {
    const area = outer === undefined ? 0 : Math.abs(signedArea(joined(arcs, outer)))
    if (outer !== undefined && area > most) [largest, most] = [outer, area]
  }
  return largest
}

/** The arcs of largest parts that shrank or grew beyond recognition. */
const lostParts = (
  now: ReadonlyArray<Arc>,
  largest: ReadonlyArray<ReadonlyArray<number>>,
  areas: ReadonlyArray<number>
) =>
  largest.flatMap((ring, unit) => {
    const area = areas[unit] ?? 0
    const off = Math.abs(signedArea(joined(now, ring)) - area)
    return off > RECOGNISABLE * Math.abs(area) ? ring.map(indexOf) : []
  })

const crossingArcs = (arcs: ReadonlyArray<Arc>): ReadonlyArray<number> => {
  const crossing: Array<number> = []
  eachCrossing(arcs.flatMap(segmentsOf), (s, t) => {
    crossing.push(s.of, t.of)
    return "on"
  })
  return crossing
}

/** Leaves out rings that hold no land any more, and arcs that nobody walks. */
const tidy = (arcs: ReadonlyArray<Arc>, rings: ReadonlyArray<Rings>): Simplified => {
  const kept = new Map<number, number>()
  const renumbered = (arc: number): number => {
    const index = indexOf(arc)
    const now = kept.get(index) ?? kept.size
    kept.set(index, now)
    return arc < 0 ? ~now : now
  }
  const holdsLand = (ring: ReadonlyArray<number>): boolean => signedArea(joined(arcs, ring)) !== 0
  const walked = rings.map((polygons) =>
    polygons.flatMap((polygon) => {
      const [outer] = polygon
      if (outer === undefined || !holdsLand(outer)) return []
      const some = polygon.filter(holdsLand)
      return [some.map((ring) => ring.filter((arc) => (arcs[indexOf(arc)] ?? []).length > 1).map(renumbered))]
    })
  )
  return { arcs: [...kept.keys()].map((index) => arcs[index] ?? []), rings: walked }
}

/**
 * Leaves out the corners that hold less land than `least` (km²) and puts the others on the grid.
 *
 * **Details** Arcs that would then cross another, and those of a unit that would no longer be recognisable, keep more
 * of their corners. What crossed before may cross still: overlaps that were read are not hidden.
 */
export const simplify = (plan: Plan, grid: Grid, least: number): Simplified => {
  const limits = plan.arcs.map(() => least)
  const arcs = plan.arcs.map((arc) => thinned(arc, least, grid))
  const whole = plan.arcs.map((arc) => thinned(arc, 0, grid))
  const largest = plan.rings.map((rings) => largestOf(whole, rings))
  const areas = largest.map((ring) => signedArea(joined(whole, ring)))
  for (let tried = 1; tried <= TRIES; tried++) {
    const wrong = new Set([...lostParts(arcs, largest, areas), ...crossingArcs(arcs)])
    const finer = [...wrong].filter((index) => (limits[index] ?? 0) > 0)
    if (finer.length === 0) break
    for (const index of finer) {
      limits[index] = tried === TRIES ? 0 : (limits[index] ?? 0) / 4
      arcs[index] = thinned(plan.arcs[index] ?? [], limits[index] ?? 0, grid)
    }
  }
  return tidy(arcs, plan.rings)
}
