import { merge } from "topojson-client"
import { topology } from "topojson-server"
import { signedArea } from "./plane.ts"
import type { Polygon, Position, Ring } from "./shape.ts"

const turned = (ring: Ring, counterClockwise: boolean): Ring =>
  signedArea(ring) > 0 === counterClockwise ? ring : ring.toReversed()

/**
 * The land of several units as one: borders that two of them share are left out.
 *
 * **Details** A border is shared where both have the very same corners on it, as neighbours of one file have, and cells. Where
 * they differ both stay, and the land is the same. 114 communes with 31,000 corners take some 50 ms.
 */
export const dissolve = (grounds: ReadonlyArray<ReadonlyArray<Polygon>>): ReadonlyArray<Polygon> => {
  const [only, ...others] = grounds
  if (only !== undefined && others.length === 0) return only
  const collection = {
    type: "GeometryCollection" as const,
    geometries: grounds.map((polygons) => ({
      type: "MultiPolygon" as const,
      coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat])))
    }))
  }
  const cut = topology({ parts: collection })
  // The packages' types differ in whether a unit may have no properties; it never matters here.
  const parts = cut.objects["parts"] as { readonly geometries: Parameters<typeof merge>[1] } | undefined
  const merged = merge(cut as Parameters<typeof merge>[0], parts?.geometries ?? [])
  return merged.coordinates.map((polygon) =>
    polygon.map((ring, index) =>
      turned(
        ring.map(([lon, lat]): Position => [lon ?? 0, lat ?? 0]),
        index === 0
      )
    )
  )
}
