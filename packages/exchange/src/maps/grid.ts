import { KM_PER_DEGREE, lonScale } from "./plane.ts"

/** Corner of a border, with the land in km² that goes with it; infinite at the ends of an arc, which always stay. */
export interface Weighted {
  readonly lon: number
  readonly lat: number
  readonly weight: number
}

/** Whole steps east and north of the map's south-western corner. */
export type GridPoint = readonly [x: number, y: number]

/** Even steps on the ground over the whole map. */
export interface Grid {
  readonly box: readonly [west: number, south: number, east: number, north: number]
  /** Degrees in a step. */
  readonly scale: readonly [lon: number, lat: number]
  readonly place: (corner: Weighted) => GridPoint
}

/** Lays a grid with steps of so many km over all arcs. */
export const gridOf = (arcs: ReadonlyArray<ReadonlyArray<Weighted>>, stepKm: number): Grid => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const arc of arcs) {
    for (const { lon, lat } of arc) {
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  if (arcs.length === 0) [west, south, east, north] = [0, 0, 0, 0]
  const step = stepKm / KM_PER_DEGREE
  const scale = [step / lonScale((south + north) / 2), step] as const
  return {
    box: [west, south, east, north],
    scale,
    place: ({ lon, lat }) => [Math.round((lon - west) / scale[0]), Math.round((lat - south) / scale[1])]
  }
}
