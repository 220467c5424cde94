import type { Reading } from "../files/problem.ts"
import { eachCrossing, meetingPoint, type Segment, segmentsOf } from "../maps/crossings.ts"
import { signedArea } from "../maps/plane.ts"
import type { Polygon, Ring } from "../maps/shape.ts"
import { areaWhere } from "../maps/sweep.ts"
import { Vertices } from "../maps/vertices.ts"
import { decodePositions } from "./positions.ts"

/** How far, in parts of the area, a ring's area may be off by rounding alone. */
const ROUNDING = 1e-9

const isOdd = (winding: number): boolean => winding % 2 !== 0

/**
 * Whether the ring goes over its own land twice, or around it the wrong way, without crossing itself inside two
 * segments: through one of its own corners.
 */
const coversItself = (ring: Ring): boolean => {
  const walked = Math.abs(signedArea(ring))
  return Math.abs(areaWhere(segmentsOf(ring, 0), (cell) => isOdd(cell.first)) - walked) > ROUNDING * walked
}

const visitsTwice = (ring: Ring): boolean => {
  const vertices = new Vertices()
  for (const [lon, lat] of ring) vertices.numberOf(lon, lat)
  return vertices.size < ring.length - 1
}

/** Whether all positions stand on one line. (A zero area does not tell: the two halves of a bow-tie take each other away.) */
const isFlat = ([first = [0, 0], second = [0, 0], ...others]: Ring): boolean =>
  others.every(([x, y]) => (second[0] - first[0]) * (y - first[1]) === (second[1] - first[1]) * (x - first[0]))

const decodeRing = (reading: Reading, path: string, list: unknown): Ring | null => {
  const ring = decodePositions(reading, path, list)
  if (ring === null) return null
  const [first, last] = [ring[0], ring.at(-1)]
  if (first === undefined || last === undefined || first[0] !== last[0] || first[1] !== last[1]) {
    reading.problem(
      path,
      "vòng chưa khép kín: điểm cuối phải trùng điểm đầu",
      "the ring is not closed: the last position must be the first"
    )
    return null
  }
  if (ring.length < 4 || isFlat(ring)) {
    reading.problem(
      path,
      "vòng phải có ít nhất 4 điểm (điểm cuối trùng điểm đầu) và bao quanh một diện tích",
      "a ring needs at least 4 positions (the last is the first) and must enclose land"
    )
    return null
  }
  return ring
}

const turned = (ring: Ring, counterClockwise: boolean): Ring =>
  signedArea(ring) > 0 === counterClockwise ? ring : ring.toReversed()

/** Decodes a polygon and turns its rings by the right-hand rule: the outer one counter-clockwise, holes clockwise. */
const decodePolygon = (reading: Reading, path: string, list: unknown): Polygon | null => {
  if (!Array.isArray(list) || list.length === 0) {
    reading.problem(path, "phải là một danh sách vòng, ít nhất một", "must be a list of rings, at least one")
    return null
  }
  const rings = list.map((ring: unknown, index) => decodeRing(reading, `${path}/${index}`, ring))
  const whole = rings.filter((ring) => ring !== null)
  return whole.length < rings.length ? null : whole.map((ring, index) => turned(ring, index === 0))
}

const five = (value: number): string => String(Math.round(value * 1e5) / 1e5)

/** One crossing a unit is told: where a border went wrong it crosses many times. */
const tellCrossing = (reading: Reading, paths: ReadonlyArray<string>, segments: ReadonlyArray<Segment>): boolean => {
  let crosses = false
  eachCrossing(segments, (s, t) => {
    crosses = true
    const [lon, lat] = meetingPoint(s, t)
    const at = `[${five(lon)}, ${five(lat)}]`
    const path = paths[Math.max(s.of, t.of)] ?? ""
    if (s.of === t.of) reading.problem(path, `đường ranh tự cắt tại ${at}`, `the border crosses itself at ${at}`)
    else
      reading.problem(
        path,
        `vòng này cắt vòng ${paths[Math.min(s.of, t.of)] ?? ""} tại ${at}`,
        `this ring crosses the ring ${paths[Math.min(s.of, t.of)] ?? ""} at ${at}`
      )
    return "stop"
  })
  return crosses
}

interface Named {
  readonly path: string
  readonly ring: Ring
}

/** No ring crosses itself or another, and no land of the unit is drawn twice or left out by a hole that lies elsewhere. */
const checkRings = (reading: Reading, path: string, named: ReadonlyArray<Named>): boolean => {
  const segments = named.flatMap(({ ring }, of) => segmentsOf(ring, of))
  const paths = named.map((one) => one.path)
  if (tellCrossing(reading, paths, segments)) return false
  const suspect = named.find(({ ring }) => visitsTwice(ring) && coversItself(ring))
  if (suspect !== undefined) {
    reading.problem(suspect.path, "đường ranh tự cắt tại một đỉnh", "the border crosses itself in a corner")
    return false
  }
  if (named.length === 1) return true
  const together = segments.map((segment): Segment => ({ ...segment, of: 0 }))
  const sum = named.reduce((area, { ring }) => area + signedArea(ring), 0)
  const once = areaWhere(together, (cell) => cell.first === 1)
  if (Math.abs(once - sum) <= ROUNDING * Math.abs(once)) return true
  reading.problem(
    path,
    "các phần của đơn vị chồng lên nhau, hoặc có lỗ nằm ngoài phần đất chứa nó",
    "parts of the unit lie on one another, or a hole lies outside its land"
  )
  return false
}

/** Decodes the geometry of a unit, a Polygon or MultiPolygon; null with what is wrong with it. */
export const decodeGeometry = (reading: Reading, path: string, geometry: unknown): ReadonlyArray<Polygon> | null => {
  const known = typeof geometry === "object" && geometry !== null && "type" in geometry ? geometry : null
  const type = known?.type
  if (known === null || (type !== "Polygon" && type !== "MultiPolygon")) {
    reading.problem(path, "hình phải là Polygon hoặc MultiPolygon", "the geometry must be a Polygon or a MultiPolygon")
    return null
  }
  const at = `${path}/coordinates`
  const coordinates: unknown = "coordinates" in known ? known.coordinates : undefined
  if (!Array.isArray(coordinates) || coordinates.length === 0) {
    reading.problem(at, "phải là một danh sách vòng, ít nhất một", "must be a list of rings, at least one")
    return null
  }
  const single = type === "Polygon"
  const lists: ReadonlyArray<unknown> = single ? [coordinates] : coordinates
  const place = (index: number): string => (single ? at : `${at}/${index}`)
  const polygons = lists.map((list, index) => decodePolygon(reading, place(index), list))
  const whole = polygons.filter((polygon) => polygon !== null)
  if (whole.length < polygons.length) return null
  const named = whole.flatMap((polygon, p) => polygon.map((ring, r): Named => ({ path: `${place(p)}/${r}`, ring })))
  return checkRings(reading, at, named) ? whole : null
}
