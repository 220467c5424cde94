import type { Reading } from "../files/problem.ts"
import type { Position } from "../maps/shape.ts"

/** Most positions in one ring: the coast of a province in full detail has some tens of thousands. */
const MOST_POSITIONS = 100_000

/** How a position cannot be degrees of WGS 84. */
type Misplaced = "swapped" | "metres" | "outside"

const misplacedAs = (lon: number, lat: number): Misplaced | null => {
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return null
  if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180) return "swapped"
  return Math.abs(lon) > 1000 || Math.abs(lat) > 1000 ? "metres" : "outside"
}

const misplaced = {
  swapped: {
    vi: "có vẻ kinh độ và vĩ độ bị đổi chỗ; GeoJSON ghi [kinh độ, vĩ độ]",
    en: "longitude and latitude seem to be swapped; GeoJSON writes [longitude, latitude]"
  },
  metres: {
    vi: "có vẻ là tọa độ mét (VN-2000 hoặc UTM); hãy chuyển về WGS 84 (độ)",
    en: "it looks like metres (VN-2000 or UTM); convert to WGS 84 (degrees)"
  },
  outside: {
    vi: "nằm ngoài phạm vi kinh độ ±180, vĩ độ ±90",
    en: "outside longitude ±180, latitude ±90"
  }
} as const satisfies Record<Misplaced, { readonly vi: string; readonly en: string }>

/** Says that a position cannot be WGS 84, and what it seems to be. */
const tellMisplaced = (reading: Reading, path: string, kind: Misplaced, lon: number, lat: number): void =>
  reading.problem(
    path,
    `tọa độ [${lon}, ${lat}] không phải WGS 84: ${misplaced[kind].vi}`,
    `position [${lon}, ${lat}] is not WGS 84: ${misplaced[kind].en}`
  )

/**
 * Decodes the positions of a line; null with the first problem in it. Repeated neighbours and heights are dropped.
 *
 * **Details** One problem a line: what is wrong with one position is mostly wrong with all.
 */
export const decodePositions = (reading: Reading, path: string, list: unknown): ReadonlyArray<Position> | null => {
  if (!Array.isArray(list)) {
    reading.problem(path, "phải là một danh sách tọa độ", "must be a list of positions")
    return null
  }
  if (list.length > MOST_POSITIONS) {
    reading.problem(
      path,
      `vòng có ${list.length} điểm, chỉ đọc đến ${MOST_POSITIONS}; hãy giản lược trước`,
      `the ring has ${list.length} positions, at most ${MOST_POSITIONS} are read; simplify it first`
    )
    return null
  }
  const positions: Array<Position> = []
  for (const [index, raw] of list.entries()) {
    const [lon, lat]: ReadonlyArray<unknown> = Array.isArray(raw) ? raw : []
    if (typeof lon !== "number" || typeof lat !== "number" || !Number.isFinite(lon) || !Number.isFinite(lat)) {
      reading.problem(
        `${path}/${index}`,
        "phải là tọa độ [kinh độ, vĩ độ] bằng số",
        "must be a position [longitude, latitude] in numbers"
      )
      return null
    }
    const wrong = misplacedAs(lon, lat)
    if (wrong !== null) {
      tellMisplaced(reading, `${path}/${index}`, wrong, lon, lat)
      return null
    }
    const last = positions.at(-1)
    if (last === undefined || last[0] !== lon || last[1] !== lat) positions.push([lon, lat])
  }
  return positions
}

/** A reference system that is WGS 84 under one of its names; none named means WGS 84 (RFC 7946). */
const wgs84 = /^(urn:ogc:def:crs:)?(OGC:[\d.]*:?CRS84|EPSG:[\d.]*:?4326|CRS84)$/i

/** Refuses a collection that says that its positions are not WGS 84. */
export const checkReferenceSystem = (reading: Reading, crs: unknown): void => {
  if (crs === undefined || crs === null) return
  const properties: unknown = typeof crs === "object" && "properties" in crs ? crs.properties : null
  const named = typeof properties === "object" && properties !== null && "name" in properties ? properties.name : null
  if (typeof named === "string" && wgs84.test(named)) return
  const name = typeof named === "string" ? `“${named.slice(0, 60)}”` : "?"
  reading.problem(
    "/crs",
    `hệ tọa độ ${name} không phải WGS 84; hãy chuyển tọa độ về WGS 84 (EPSG:4326)`,
    `reference system ${name} is not WGS 84; convert the positions to WGS 84 (EPSG:4326)`
  )
}
