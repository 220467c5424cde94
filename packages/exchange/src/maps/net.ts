import type { UnitCode } from "@ntm/domain/units"
import Delaunator from "delaunator"
import type { Point } from "./plane.ts"

/** A centre on the plane, in km. Units at one and the same place have one `spot`. */
export interface Site {
  readonly code: UnitCode
  readonly spot: number
  readonly x: number
  readonly y: number
}

/** One side of a cell, walked counter-clockwise: the land beyond it is nearer to the neighbour. */
export interface Side {
  readonly neighbour: number
  /** Triangles in whose centres the side begins and ends. */
  readonly from: number
  readonly to: number
}

/** The land nearer to one site than to any other. */
export interface Cell {
  readonly index: number
  readonly sides: ReadonlyArray<Side>
}

/** Sites, their cells, and the triangles of neighbours, each with the point that is equally far from its three. */
export interface Net {
  readonly sites: ReadonlyArray<Site>
  readonly cells: ReadonlyArray<Cell>
  readonly triangles: ReadonlyArray<{ readonly corners: readonly [number, number, number]; readonly centre: Point }>
  /** Site and guard coordinates: guards come after the sites. */
  readonly points: ReadonlyArray<Point>
}

/**
 * Points far around all sites. With them every cell is closed, and one site, two, or sites in a line need no rule of
 * their own. They stand so far off that no border with them comes near the land.
 */
const guardsAround = (sites: ReadonlyArray<Site>): ReadonlyArray<Point> => {
  const xs = sites.map(({ x }) => x)
  const ys = sites.map(({ y }) => y)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const far = 20 * Math.max(right - left, high - low, 50)
  return Array.from({ length: 7 }, (_, i): Point => {
    const angle = 0.1 + (2 * Math.PI * i) / 7
    return [(left + right) / 2 + far * Math.cos(angle), (low + high) / 2 + far * Math.sin(angle)]
  })
}

/** Equally far from three points. Where they all but stand in a line: far off, beside them. */
const equallyFar = (a: Point, b: Point, c: Point): Point => {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]]
  const cross = 2 * (bx * cy - by * cx)
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy]
  const x = (cy * bb - by * cc) / cross
  const y = (bx * cc - cx * bb) / cross
  if (Number.isFinite(x) && Number.isFinite(y)) return [a[0] + x, a[1] + y]
  return [a[0] - by * 1e9, a[1] + bx * 1e9]
}

const nextEdge = (edge: number): number => (edge % 3 === 2 ? edge - 2 : edge + 1)

/** Builds the net. Sites must differ from one another. */
export const netOf = (sites: ReadonlyArray<Site>): Net => {
  const points = [...sites.map(({ x, y }): Point => [x, y]), ...guardsAround(sites)]
  const { triangles: corner, halfedges } = Delaunator.from(points)
  const at = (edge: number): number => corner[edge] ?? 0
  const nowhere: Point = [0, 0]
  const triangles = Array.from({ length: corner.length / 3 }, (_, t) => {
    const corners = [at(3 * t), at(3 * t + 1), at(3 * t + 2)] as const
    const [a, b, c] = corners.toSorted((p, q) => p - q).map((index) => points[index] ?? nowhere)
    return { corners, centre: equallyFar(a ?? nowhere, b ?? nowhere, c ?? nowhere) }
  })
  const triangleOf = (edge: number): number => Math.floor(edge / 3)
  const arriving = new Map<number, number>()
  for (let edge = 0; edge < corner.length; edge++) arriving.set(at(nextEdge(edge)), edge)
  const cells = sites.map((_, index): Cell => {
    const first = arriving.get(index)
    const sides: Array<Side> = []
    for (let edge = first; edge !== undefined && edge !== -1;) {
      const leaving = nextEdge(edge)
      const over = halfedges[leaving] ?? -1
      if (over === -1) break
      sides.push({ neighbour: at(nextEdge(leaving)), from: triangleOf(edge), to: triangleOf(over) })
      edge = over === first ? -1 : over
    }
    return { index, sides }
  })
  return { sites, cells, triangles, points }
}

/** A side as a stretch of the line in the middle between two neighbours. */
export interface SideLine {
  /** Half the neighbours' distance: how far the line lies from both. */
  readonly half: number
  /** Where the side begins and ends on the line, in km from the point between the neighbours. */
  readonly start: number
  readonly end: number
  readonly at: (place: number) => Point
}

/** The line of a side. Both neighbours get the very same numbers, so that their corners on it are the same. */
export const lineOf = (net: Net, index: number, side: Side): SideLine => {
  const a = net.points[Math.min(index, side.neighbour)] ?? [0, 0]
  const b = net.points[Math.max(index, side.neighbour)] ?? [0, 0]
  const distance = Math.hypot(b[0] - a[0], b[1] - a[1])
  const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const [ux, uy] = [(a[1] - b[1]) / distance, (b[0] - a[0]) / distance]
  const [from, to] = [net.triangles[side.from]?.centre ?? a, net.triangles[side.to]?.centre ?? a]
  const place = (p: Point): number => (p[0] - mx) * ux + (p[1] - my) * uy
  const [start, end] = [place(from), place(to)]
  const at = (t: number): Point => {
    if (t === start) return from
    return t === end ? to : [mx + t * ux, my + t * uy]
  }
  return { half: distance / 2, start, end, at }
}

/** What of a side lies within a distance from both neighbours: from and to on its line, or null. */
export const within = ({ half, start, end }: SideLine, reach: number): readonly [number, number] | null => {
  if (reach <= half) return null
  const chord = Math.sqrt(reach * reach - half * half)
  const [low, high] = [Math.max(Math.min(start, end), -chord), Math.min(Math.max(start, end), chord)]
  return low <= high ? [low, high] : null
}
