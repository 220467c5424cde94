import { type Segment, segmentsOf } from "./crossings.ts"
import type { Point } from "./plane.ts"
import { type Region, regionsOf } from "./regions.ts"
import type { Position, UnitShape } from "./shape.ts"
import { areaWhere, type Cell, cellKm2 } from "./sweep.ts"
import { Vertices, wayKey } from "./vertices.ts"

/** Two shapes, by their place in the list, and the land in both. */
export interface Overlap {
  readonly first: number
  readonly second: number
  readonly km2: number
}

/** Land that no shape covers, with shapes all around it. */
export interface Gap {
  readonly at: Position
  readonly km2: number
}

export interface Coverage {
  readonly overlaps: ReadonlyArray<Overlap>
  readonly gaps: ReadonlyArray<Gap>
}

/** What smaller overlaps and gaps are taken for: borders drawn twice and not quite alike. 0.01 km² is one hectare. */
export const SLIVER_KM2 = 0.01

/**
 * Most pieces of border that neighbours may have unshared for coverage to be asked: they take some 3 s. Where
 * borders are shared it is the coast and the outer border.
 */
const MOST_UNSHARED = 400_000

const bordersOf = (shape: UnitShape): ReadonlyArray<Segment> =>
  shape.polygons.flatMap((polygon) => polygon.flatMap((ring) => segmentsOf(ring, 0)))

/** Leaves out what two rings walk in opposite directions: the border of neighbours. */
const unshared = (segments: ReadonlyArray<Segment>): ReadonlyArray<Segment> => {
  const vertices = new Vertices()
  const walked = new Map<number, Array<Segment>>()
  for (const segment of segments) {
    const from = vertices.numberOf(segment.ax, segment.ay)
    const to = vertices.numberOf(segment.bx, segment.by)
    const back = walked.get(wayKey(to, from))
    if (back !== undefined && back.length > 0) {
      back.pop()
      continue
    }
    const same = walked.get(wayKey(from, to))
    if (same === undefined) walked.set(wayKey(from, to), [segment])
    else same.push(segment)
  }
  return [...walked.values()].flat()
}

type Box = Region["box"]

const boxOf = (points: Iterable<Point>): Box => {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    bottom = Math.min(bottom, y)
    right = Math.max(right, x)
    top = Math.max(top, y)
  }
  return [left, bottom, right, top]
}

const meet = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

const inBoth = (cell: Cell): boolean => cell.first > 0 && cell.second > 0

/** Which shapes share land: only those are compared whose boxes meet in a place that is covered twice. */
const overlapsAt = (shapes: ReadonlyArray<UnitShape>, twice: ReadonlyArray<Region>): ReadonlyArray<Overlap> => {
  const borders = shapes.map(bordersOf)
  const boxes = borders.map((segments) => boxOf(segments.map((s) => [s.ax, s.ay] as const)))
  const tried = new Set<string>()
  const overlaps: Array<Overlap> = []
  for (const { box } of twice) {
    const here = boxes.flatMap((own, index) => (meet(own, box) ? [index] : []))
    for (const [place, first] of here.entries()) {
      for (const second of here.slice(place + 1)) {
        const pair = `${first} ${second}`
        if (tried.has(pair)) continue
        tried.add(pair)
        const other = (borders[second] ?? []).map((s): Segment => ({ ...s, of: 1 }))
        const km2 = areaWhere([...(borders[first] ?? []), ...other], inBoth, cellKm2)
        if (km2 >= SLIVER_KM2) overlaps.push({ first, second, km2 })
      }
    }
  }
  return overlaps.toSorted((a, b) => b.km2 - a.km2 || a.first - b.first || a.second - b.second)
}

/**
 * Where shapes lie over one another, and where they leave land out between them; the largest first, slivers left out.
 * Null where neighbours share so few borders that it cannot be told in reasonable time.
 */
export const coverageOf = (shapes: ReadonlyArray<UnitShape>): Coverage | null => {
  const segments = unshared(shapes.flatMap(bordersOf))
  if (segments.length > MOST_UNSHARED) return null
  const regions = regionsOf(segments)
  const gaps = regions.filter(({ kind, km2 }) => kind === "gap" && km2 >= SLIVER_KM2)
  return {
    overlaps: overlapsAt(
      shapes,
      // A border drawn twice gives many slivers; together they may be more than one, so each pair is still measured.
      regions.filter(({ kind, km2 }) => kind === "overlap" && km2 >= SLIVER_KM2 / 10)
    ),
    gaps: gaps.toSorted((a, b) => b.km2 - a.km2).map(({ at, km2 }) => ({ at, km2 }))
  }
}
