import type { Unit } from "@ntm/domain/units"
import { layOut, type Point, type Projection } from "./frame.ts"
import type { Box, Shape } from "./shapes.ts"

/** A unit as it is drawn in the frame. */
export interface Drawn {
  readonly unit: Unit
  /** For `d` of a path. */
  readonly path: string
  readonly cell: boolean
  /** Inside the unit's largest ring, mostly: where its name stands. */
  readonly centre: Point
  readonly top: Point
  readonly width: number
  readonly height: number
}

/** An island far off, in a box of its own. */
export interface DrawnInset {
  readonly drawn: Drawn
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface Drawing {
  readonly land: ReadonlyArray<Drawn>
  readonly insets: ReadonlyArray<DrawnInset>
}

const short = (value: number): number => Math.round(value * 10) / 10

const pathOf = (rings: ReadonlyArray<ReadonlyArray<Point>>): string =>
  rings.map((ring) => `M${ring.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}Z`).join("")

/** Twice the area of a ring, and its centre of mass. */
const massOf = (ring: ReadonlyArray<Point>): { readonly area: number; readonly centre: Point } => {
  let [area, x, y] = [0, 0, 0]
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay]
    const cross = ax * by - bx * ay
    area += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  const [first = [0, 0]] = ring
  return { area: Math.abs(area), centre: area === 0 ? first : [x / (3 * area), y / (3 * area)] }
}

const cornersOf = ({ west, south, east, north }: Box, project: Projection): readonly [Point, Point] => [
  project([west, north]),
  project([east, south])
]

const drawnOf = (unit: Unit, shape: Shape, project: Projection): Drawn => {
  const rings = shape.rings.map((ring) => ring.map(project))
  const [[left, upper], [right, lower]] = cornersOf(shape.box, project)
  const largest = rings.map(massOf).reduce((best, mass) => (mass.area > best.area ? mass : best))
  return {
    unit,
    path: pathOf(rings),
    cell: shape.source === "cell",
    centre: largest.centre,
    top: [(left + right) / 2, upper],
    width: right - left,
    height: lower - upper
  }
}

/** Draws the units that have a shape, in the units' order; shapes of no known unit are left out. */
export const draw = (shapes: ReadonlyArray<Shape>, units: ReadonlyArray<Unit>): Drawing => {
  const byCode = new Map(units.map((unit) => [String(unit.code), unit]))
  const order = new Map(units.map(({ code }, index) => [String(code), index]))
  const known = shapes.filter(({ code }) => byCode.has(code))
  const sorted = known.toSorted((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0))
  const { insets, land } = layOut(sorted)
  const drawn = (shape: Shape, project: Projection) => {
    const unit = byCode.get(shape.code)
    return unit === undefined ? [] : drawnOf(unit, shape, project)
  }
  return {
    land: land.shapes.flatMap((shape) => drawn(shape, land.project)),
    insets: insets.flatMap(({ area, project, shape }) => {
      const unit = byCode.get(shape.code)
      return unit === undefined ? [] : { drawn: drawnOf(unit, shape, project), area }
    })
  }
}
