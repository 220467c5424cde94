import { difference } from "polyclip-ts"
import { polygonsKm2 } from "./plane.ts"
import type { Polygon, Position, UnitShape } from "./shape.ts"

type Pairs = Array<Array<Array<[number, number]>>>

const pairsOf = (polygons: ReadonlyArray<Polygon>): Pairs =>
  polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])))

const boxOf = (polygons: ReadonlyArray<Polygon>) => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [outer = []] of polygons) {
    for (const [lon, lat] of outer) {
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  return { west, south, east, north }
}

type Box = ReturnType<typeof boxOf>

const meet = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north

/** What is left of a cell that lies within the land of others but for the rounding of its corners: a hectare. */
const GONE_KM2 = 0.01

/** Pieces of a cell smaller than this part of its largest are what sticks out behind a neighbour. */
const STUB = 0.2

/** Degrees to a ten-millionth, a centimetre, as cells have them. */
const rounded = (value: number): number => Math.round(value * 1e7) / 1e7

/**
 * Takes the land of known boundaries off the cells around them.
 *
 * **Details** Pieces that stick out behind a boundary go. A cell that lies wholly within the land of others stays as it is: the unit
 * is there, and would be seen nowhere. Some 2 ms a cell.
 */
export const clipCells = (
  cells: ReadonlyArray<UnitShape>,
  boundaries: ReadonlyArray<UnitShape>
): ReadonlyArray<UnitShape> => {
  const known = boundaries.map(({ polygons }) => ({ box: boxOf(polygons), pairs: pairsOf(polygons) }))
  return cells.map((cell): UnitShape => {
    const own = boxOf(cell.polygons)
    const near = known.filter(({ box }) => meet(own, box)).map(({ pairs }) => pairs)
    if (near.length === 0) return cell
    const left = difference(pairsOf(cell.polygons), ...near).map((polygon) =>
      polygon.map((ring) => ring.map(([lon, lat]): Position => [rounded(lon), rounded(lat)]))
    )
    const areas = left.map((polygon) => polygonsKm2([polygon]))
    const least = Math.max(GONE_KM2, STUB * Math.max(...areas))
    const polygons = left.filter((_, at) => (areas[at] ?? 0) >= least)
    return polygons.length === 0 ? cell : { ...cell, polygons }
  })
}
