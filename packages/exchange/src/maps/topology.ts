import type { UnitCode } from "@ntm/domain/units"
import { topology } from "topojson-server"
import { presimplify } from "topojson-simplify"
import { gridOf, type Grid } from "./grid.ts"
import { KM_PER_DEGREE, lonScale } from "./plane.ts"
import type { UnitShape } from "./shape.ts"
import { type Plan, simplify } from "./simplify.ts"

/** How near a map is looked at: what is smaller than a pixel of so many metres on the ground is left out. */
export interface ZoomLevel {
  readonly zoom: number
  readonly metresPerPixel: number
}

/** A region or the country; a province on one screen; a few communes. */
export const ZOOM_LEVELS: ReadonlyArray<ZoomLevel> = [
  { zoom: 0, metresPerPixel: 800 },
  { zoom: 1, metresPerPixel: 200 },
  { zoom: 2, metresPerPixel: 50 }
]

/** A unit in a topology: rings as lists of arcs, `~n` for arc n walked backwards. */
export interface UnitGeometry {
  readonly type: "MultiPolygon"
  readonly id: UnitCode
  readonly properties: Pick<UnitShape, "source" | "fromParts">
  readonly arcs: ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>
}

/** TopoJSON 1.0, quantised: any reader of TopoJSON draws it. Borders are kept once, so neighbours always meet. */
export interface UnitTopology {
  readonly type: "Topology"
  readonly bbox: readonly [west: number, south: number, east: number, north: number]
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
  readonly objects: {
    readonly units: { readonly type: "GeometryCollection"; readonly geometries: ReadonlyArray<UnitGeometry> }
  }
  readonly arcs: ReadonlyArray<ReadonlyArray<readonly [number, number]>>
}

export interface ZoomedTopology extends ZoomLevel {
  readonly topology: UnitTopology
}

/** Steps of the grid in a pixel. */
const STEPS_PER_PIXEL = 4

type Corner = readonly [number, number]

/** Land that a border loses with one of its corners, in km². */
const lost = ([a, b, c]: readonly [Corner, Corner, Corner]): number =>
  (Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2) *
  KM_PER_DEGREE *
  KM_PER_DEGREE *
  lonScale(b[1])

const featuresOf = (shapes: ReadonlyArray<UnitShape>) => ({
  type: "GeometryCollection" as const,
  geometries: shapes.map(({ code, polygons }) => ({
    type: "MultiPolygon" as const,
    id: code,
    coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat])))
  }))
})

const isNumbers = (list: unknown): list is ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>> => Array.isArray(list)

/** Cuts the borders into arcs, each with what the land would lose with each of its corners. */
const planOf = (shapes: ReadonlyArray<UnitShape>): Plan => {
  // The two packages' types differ in whether a unit may have no properties; it never matters here.
  const cut = topology({ units: featuresOf(shapes) }) as Parameters<typeof presimplify>[0]
  const { arcs, objects } = presimplify(cut, lost)
  const units = objects["units"]
  const geometries = units !== undefined && units.type === "GeometryCollection" ? units.geometries : []
  return {
    arcs: arcs.map((arc) => arc.map(([lon, lat, weight]) => ({ lon: lon ?? 0, lat: lat ?? 0, weight: weight ?? 0 }))),
    rings: geometries.map((geometry) => ("arcs" in geometry && isNumbers(geometry.arcs) ? geometry.arcs : []))
  }
}

const differences = (points: ReadonlyArray<readonly [number, number]>): ReadonlyArray<readonly [number, number]> =>
  points.map(([x, y], index) => {
    const [px, py] = points[index - 1] ?? [0, 0]
    return [x - px, y - py]
  })

const topologyAt = (shapes: ReadonlyArray<UnitShape>, plan: Plan, grid: Grid, least: number): UnitTopology => {
  const { arcs, rings } = simplify(plan, grid, least)
  return {
    type: "Topology",
    bbox: grid.box,
    transform: { scale: grid.scale, translate: [grid.box[0], grid.box[1]] },
    objects: {
      units: {
        type: "GeometryCollection",
        geometries: shapes.map(({ code, source, fromParts }, index) => ({
          type: "MultiPolygon",
          id: code,
          properties: fromParts === undefined ? { source } : { source, fromParts },
          arcs: rings[index] ?? []
        }))
      }
    },
    arcs: arcs.map(differences)
  }
}

/**
 * The shapes as compact TopoJSON, simplified for each zoom level: object `units`, a MultiPolygon for each shape in its
 * order, `id` the code.
 *
 * **Details** Neighbours keep the same border at every level: simplification works on arcs, never on one unit's ring
 * (Visvalingam: corners go that hold the least land). Borders do not come to cross, and every unit keeps its largest
 * part recognisable, however small; other parts smaller than a pixel go. 114 boundaries at three levels take 0.05 to 0.2 s.
 * **Gotchas** Rings keep the right-hand rule (outer counter-clockwise); spherical renderers such as d3-geo want them
 * the other way round. A unit smaller than a quarter of a pixel has no rings left.
 */
export const toTopology = (
  shapes: ReadonlyArray<UnitShape>,
  levels: ReadonlyArray<ZoomLevel> = ZOOM_LEVELS
): ReadonlyArray<ZoomedTopology> => {
  const plan = planOf(shapes)
  return levels.map(({ zoom, metresPerPixel }) => {
    const pixel = metresPerPixel / 1000
    const grid = gridOf(plan.arcs, pixel / STEPS_PER_PIXEL)
    return { zoom, metresPerPixel, topology: topologyAt(shapes, plan, grid, pixel * pixel) }
  })
}
