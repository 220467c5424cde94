import type { UnitCode } from "@ntm/domain/units"
import { type Cell, lineOf, type Net, netOf, type Side, type Site, within } from "./net.ts"
import { KM_PER_DEGREE, lonScale, type Point } from "./plane.ts"
import { type Reaches, reachesOf } from "./reaches.ts"
import type { Position, Ring, UnitShape } from "./shape.ts"

/** Where a unit lies, as registers tell it: a point near its middle, WGS 84. */
export interface Centre {
  readonly code: UnitCode
  readonly lon: number
  readonly lat: number
}

/** Part of a cell's border with one neighbour, walked counter-clockwise. */
type Piece = ReadonlyArray<Point>

/** Corner of the round parts of an outline. */
const STEP = Math.PI / 12

/** Part of the way to a border that a bow stays within: touching it in passing would be an overlap once rounded. */
const CLEAR = 0.97

/** Turn within which an outline leads back from a far corner. */
const BOW = Math.PI / 2

/** Units with one and the same centre stand this far from it, in km, each on its own side. */
const ASIDE = 0.05

const byCode = (a: Centre, b: Centre): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

const sitesOf = (centres: ReadonlyArray<Centre>, xScale: number): ReadonlyArray<Site> => {
  const groups = Map.groupBy(centres.toSorted(byCode), ({ lon, lat }) => `${lon.toFixed(4)} ${lat.toFixed(4)}`)
  return [...groups.values()].flatMap((group, spot) =>
    group.map(({ code, lon, lat }, index): Site => {
      const [x, y] = [lon * xScale, lat * KM_PER_DEGREE]
      if (group.length === 1) return { code, spot, x, y }
      const angle = (2 * Math.PI * index) / group.length
      return { code, spot, x: x + ASIDE * Math.cos(angle), y: y + ASIDE * Math.sin(angle) }
    })
  )
}

/** The cell's border with one neighbour, as far as the unit reaches; a corner where the neighbour's reach ends. */
const pieceOf = (net: Net, { reach, closed }: Reaches, index: number, side: Side): Piece | null => {
  const line = lineOf(net, index, side)
  const met = [...(closed[side.from] === true ? [line.start] : []), ...(closed[side.to] === true ? [line.end] : [])]
  const ends = (of: number): ReadonlyArray<number> => [...met, ...(within(line, reach[of] ?? 0) ?? [])]
  const own = ends(index)
  const other = ends(side.neighbour)
  if (own.length === 0) return null
  const [low, high] = [Math.min(...own), Math.max(...own)]
  const inner = [Math.min(...other), Math.max(...other)].filter((t) => t > low && t < high)
  const piece = [...new Set([low, ...inner, high])].map(line.at)
  return line.start < line.end ? piece : piece.toReversed()
}

/** How far the cell itself goes from its site in a direction. */
const borderAt = (net: Net, cell: Cell, angle: number): number => {
  const [x, y] = net.points[cell.index] ?? [0, 0]
  return cell.sides.reduce((least, { neighbour }) => {
    const [nx, ny] = net.points[neighbour] ?? [0, 0]
    const distance = Math.hypot(nx - x, ny - y)
    const towards = ((nx - x) * Math.cos(angle) + (ny - y) * Math.sin(angle)) / distance
    return towards <= 0 ? least : Math.min(least, distance / 2 / towards)
  }, Number.POSITIVE_INFINITY)
}

/**
 * The outer edge around the site, counter-clockwise between two corners, without those: a circle, or where a corner
 * lies farther off than the unit reaches a bow that leads back to it.
 */
const openSide = (net: Net, cell: Cell, reach: number, from: Point, to: Point | null): ReadonlyArray<Point> => {
  const [x, y] = net.points[cell.index] ?? [0, 0]
  const start = Math.atan2(from[1] - y, from[0] - x)
  const turn = to === null ? 2 * Math.PI : Math.atan2(to[1] - y, to[0] - x) - start
  const angle = turn < 0 ? turn + 2 * Math.PI : turn
  // Rounding may put the end a hair before the start: that is no way round.
  if (to !== null && angle > 2 * Math.PI - 1e-6) return []
  const [first, last] = [from, to ?? from].map((p) => Math.max(0, Math.hypot(p[0] - x, p[1] - y) - reach))
  const steps = Math.ceil(angle / STEP)
  return Array.from({ length: Math.max(0, steps - 1) }, (_, i): Point => {
    const walked = (angle * (i + 1)) / steps
    const near = (away: number): number => Math.max(0, 1 - away / BOW) ** 2
    const bowed = reach + Math.max((first ?? 0) * near(walked), (last ?? 0) * near(angle - walked))
    const distance = Math.min(bowed, CLEAR * borderAt(net, cell, start + walked))
    return [x + distance * Math.cos(start + walked), y + distance * Math.sin(start + walked)]
  })
}

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1]

/** The part of a cell that its unit reaches, without the closing point. */
const outlineOf = (net: Net, reaches: Reaches, cell: Cell): ReadonlyArray<Point> => {
  const [x, y] = net.points[cell.index] ?? [0, 0]
  const reach = reaches.reach[cell.index] ?? 0
  const pieces = cell.sides.flatMap((side) => {
    const piece = pieceOf(net, reaches, cell.index, side)
    return piece === null ? [] : [piece]
  })
  // Neighbours that are not met, or met in a single corner, leave the whole way round open.
  const corners = pieces.flat()
  const start: Point = corners[0] ?? [x + reach, y]
  if (corners.every((corner) => same(corner, start))) return [start, ...openSide(net, cell, reach, start, null)]
  return pieces.flatMap((piece, k) => {
    const from = piece.at(-1)
    const to = pieces[(k + 1) % pieces.length]?.[0]
    if (from === undefined || to === undefined || same(from, to)) return piece
    return [...piece, ...openSide(net, cell, reach, from, to)]
  })
}

/** Degrees to a ten-millionth, a centimetre: corners that neighbours share come out the same. */
const rounded = (value: number): number => Math.round(value * 1e7) / 1e7

const ringOf = (outline: ReadonlyArray<Point>, xScale: number): Ring => {
  const ring: Array<Position> = []
  for (const [x, y] of outline) {
    const next: Position = [rounded(x / xScale), rounded(y / KM_PER_DEGREE)]
    const last = ring.at(-1)
    if (last === undefined || !same(last, next)) ring.push(next)
  }
  const first = ring[0]
  const last = ring.at(-1)
  if (first !== undefined && last !== undefined && !same(first, last)) ring.push(first)
  return ring
}

/**
 * A map where no boundary is known: each unit gets the land that is nearer to its centre than to any other, as far as
 * its neighbours lie apart. Together the cells fill the outline of the centres; islands stay islands.
 *
 * **Details** The same centres give the same cells, whatever their order. Cells are seen whole from their centres, share their
 * corners with their neighbours, and never lie over one another. Units with one centre divide its land between them. In the order of
 * `centres`; a centre that is not a number has no cell. 3,321 centres take 0.1 to 0.2 s.
 * **Gotchas** Not a boundary: `source` says "cell", and a map must say so too. Not for centres on both sides of the
 * 180th meridian.
 */
export const cellsAround = (centres: ReadonlyArray<Centre>): ReadonlyArray<UnitShape> => {
  const placed = centres.filter(({ lon, lat }) => Number.isFinite(lon) && Math.abs(lat) < 90)
  if (placed.length === 0) return []
  const middle = placed.reduce((sum, { lat }) => sum + lat, 0) / placed.length
  const xScale = KM_PER_DEGREE * lonScale(middle)
  const net = netOf(sitesOf(placed, xScale))
  const reaches = reachesOf(net)
  const rings = new Map(
    net.cells.map((cell) => [net.sites[cell.index]?.code, ringOf(outlineOf(net, reaches, cell), xScale)])
  )
  return placed.flatMap(({ code }): ReadonlyArray<UnitShape> => {
    const ring = rings.get(code)
    return ring === undefined ? [] : [{ code, source: "cell", polygons: [[ring]] }]
  })
}
