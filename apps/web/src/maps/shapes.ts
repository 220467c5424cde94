import type { MapTopology } from "@ntm/contract"

/** West to east and south to north, in degrees. */
export type Position = readonly [lon: number, lat: number]

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** A unit's ground in degrees: every ring of every polygon; holes wind the other way. */
export interface Shape {
  readonly code: string
  readonly source: "boundary" | "cell"
  /** Put together from other units' ground, those it was formed of or those below it. */
  readonly fromParts: boolean
  readonly rings: ReadonlyArray<ReadonlyArray<Position>>
  readonly box: Box
}

/** Arcs of a quantised topology are steps from corner to corner, in grid units. */
const cornersOf = ({ arcs, transform }: MapTopology): ReadonlyArray<ReadonlyArray<Position>> => {
  const { scale, translate } = transform
  return arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]): Position => {
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
  })
}

/** The smallest box around positions; `undefined` around none. */
export const boxOf = (positions: Iterable<Position>): Box | undefined => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return west <= east ? { west, south, east, north } : undefined
}

/** The shapes of a topology, each border joined from its arcs; a shape without a corner is left out. */
export const shapesOf = (topology: MapTopology): ReadonlyArray<Shape> => {
  const corners = cornersOf(topology)
  const ringOf = (arcs: ReadonlyArray<number>): ReadonlyArray<Position> =>
    arcs.flatMap((index, at) => {
      const arc = corners[index < 0 ? ~index : index] ?? []
      const walked = index < 0 ? arc.toReversed() : arc
      // An arc begins where the one before it ended.
      return at === 0 ? walked : walked.slice(1)
    })
  return topology.objects.units.geometries.flatMap(({ arcs, id, properties }) => {
    const rings = arcs.flat().map(ringOf)
    const box = boxOf(rings.flat())
    return box === undefined
      ? []
      : { code: id, source: properties.source, fromParts: properties.fromParts === true, rings, box }
  })
}
