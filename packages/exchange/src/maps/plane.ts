import type { Polygon, Position, Ring } from "./shape.ts"

/** Kilometres on a plane. */
export type Point = readonly [x: number, y: number]

/** Radius of the sphere with the surface of WGS 84, in kilometres. */
const EARTH_KM = 6371.0072

const RADIANS = Math.PI / 180

/** Kilometres in a degree of latitude. */
export const KM_PER_DEGREE = EARTH_KM * RADIANS

/**
 * Lambert's cylindrical plane: areas on it are areas on the ground, in km², wherever the shape lies.
 *
 * **Gotchas** On a sphere: up to 0.5 % off an area on the ellipsoid.
 */
const equalArea = ([lon, lat]: Position): Point => [EARTH_KM * RADIANS * lon, EARTH_KM * Math.sin(lat * RADIANS)]

/** How much shorter a degree of longitude is than one of latitude, at a latitude. */
export const lonScale = (lat: number): number => Math.cos(lat * RADIANS)

/** Area inside a closed ring: positive where it runs counter-clockwise. In the square of the points' unit. */
export const signedArea = (ring: ReadonlyArray<readonly [number, number]>): number => {
  const [ox, oy] = ring[0] ?? [0, 0]
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1]
    const b = ring[i]
    if (a !== undefined && b !== undefined) twice += (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy)
  }
  return twice / 2
}

/** Area of a ring in km²: positive where it runs counter-clockwise. */
export const ringKm2 = (ring: Ring): number => signedArea(ring.map(equalArea))

/** Area of polygons in km², holes left out. */
export const polygonsKm2 = (polygons: ReadonlyArray<Polygon>): number =>
  polygons.reduce((sum, polygon) => sum + polygon.reduce((inner, ring) => inner + ringKm2(ring), 0), 0)
