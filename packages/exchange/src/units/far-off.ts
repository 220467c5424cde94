import { KM_PER_DEGREE, lonScale } from "../maps/plane.ts"
import type { UnitShape } from "../maps/shape.ts"

/** Where the register knows a unit to lie. */
export interface Centre {
  readonly lon?: number | null
  readonly lat?: number | null
}

/** How far, in km, a centre lies from the box around a shape; 0 within it, null where the register knows no centre. */
export const kmFromShape = ({ polygons }: UnitShape, { lon, lat }: Centre): number | null => {
  if (lon === undefined || lon === null || lat === undefined || lat === null) return null
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [outer = []] of polygons) {
    for (const [x, y] of outer) {
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  }
  const wide = Math.max(west - lon, lon - east, 0) * lonScale(lat)
  const high = Math.max(south - lat, lat - north, 0)
  return Math.hypot(wide, high) * KM_PER_DEGREE
}
