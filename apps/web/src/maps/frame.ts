import { type Box, boxOf, type Position, type Shape } from "./shapes.ts"

/** A map is drawn in a frame of these units, whatever its size on the screen. */
export const WIDTH = 1000
export const HEIGHT = 760

const MARGIN = 14

/** Room on the left for the buttons that stand on the map. */
const BUTTONS = 62

/** The part of the frame on the right that islands far off are shown in. */
const INSET = 200

/** A place in the frame, from the top left. */
export type Point = readonly [x: number, y: number]

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Degrees to the frame. A degree of longitude is as much shorter than one of latitude as the middle latitude says. */
export type Projection = (position: Position) => Point

/** Fits a box into an area, in its middle, as large as it goes. */
export const fit = (box: Box, area: Area): Projection => {
  const shrink = Math.cos(((box.south + box.north) / 2) * (Math.PI / 180))
  const wide = Math.max((box.east - box.west) * shrink, 1e-6)
  const high = Math.max(box.north - box.south, 1e-6)
  const scale = Math.min(area.width / wide, area.height / high)
  const left = area.x + (area.width - wide * scale) / 2
  const top = area.y + (area.height - high * scale) / 2
  return ([lon, lat]) => [left + (lon - box.west) * shrink * scale, top + (box.north - lat) * scale]
}

/** How many times farther than nine in ten units an island lies from the middle to be one far off. */
const FAR = 1.6

/** Units whose boxes come so near, in degrees, lie together. */
const TOGETHER = 0.03

const middleOf = ({ west, south, east, north }: Box): Position => [(west + east) / 2, (south + north) / 2]
const median = (values: ReadonlyArray<number>): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const around = (shapes: ReadonlyArray<Shape>): Box | undefined =>
  boxOf(
    shapes.flatMap(({ box }): ReadonlyArray<Position> => [
      [box.west, box.south],
      [box.east, box.north]
    ])
  )

const lieTogether = (a: Box, b: Box): boolean =>
  a.west - TOGETHER < b.east &&
  b.west - TOGETHER < a.east &&
  a.south - TOGETHER < b.north &&
  b.south - TOGETHER < a.north

/** Groups of shapes of which each lies beside another of its group. */
const groupsOf = (shapes: ReadonlyArray<Shape>): ReadonlyArray<ReadonlySet<Shape>> => {
  const left = new Set(shapes)
  const groups: Array<Set<Shape>> = []
  for (const first of left) {
    const group = new Set([first])
    // The group grows while it is walked.
    for (const each of group) {
      left.delete(each)
      for (const other of left) if (lieTogether(each.box, other.box)) group.add(other)
    }
    groups.push(group)
  }
  return groups
}

/** Parts the land from islands so far off that the land would shrink to a spot beside them. */
const partFar = (
  shapes: ReadonlyArray<Shape>
): { readonly near: ReadonlyArray<Shape>; readonly far: ReadonlyArray<Shape> } => {
  const middles = shapes.map(({ box }) => middleOf(box))
  const lon = median(middles.map(([value]) => value))
  const lat = median(middles.map(([, value]) => value))
  const distances = middles.map(([x, y]) => Math.hypot(x - lon, y - lat))
  const most = distances.toSorted((a, b) => a - b)[Math.floor((distances.length - 1) * 0.9)] ?? 0
  const groups = groupsOf(shapes)
  const land = groups.reduce((best, group) => (group.size > best.size ? group : best), new Set<Shape>())
  const far = shapes.filter((shape, index) => !land.has(shape) && (distances[index] ?? 0) > FAR * most)
  return { near: shapes.filter((shape) => !far.includes(shape)), far }
}

/** A map laid out: the land large, and islands far off each in a box of its own. */
export interface Layout {
  readonly land: { readonly shapes: ReadonlyArray<Shape>; readonly project: Projection }
  readonly insets: ReadonlyArray<{ readonly shape: Shape; readonly area: Area; readonly project: Projection }>
}

/** Lays shapes out in the frame; nothing is left out, however far off it lies. */
export const layOut = (shapes: ReadonlyArray<Shape>): Layout => {
  const { far, near } = partFar(shapes)
  const width = WIDTH - BUTTONS - MARGIN - (far.length > 0 ? INSET : 0)
  const box = around(near) ?? { west: 0, south: 0, east: 1, north: 1 }
  // The northernmost above, as on any map.
  const islands = far.toSorted((a, b) => b.box.north - a.box.north)
  const side = Math.min(INSET - MARGIN, (HEIGHT - 2 * MARGIN - 60) / Math.max(1, islands.length) - MARGIN)
  return {
    land: { shapes: near, project: fit(box, { x: BUTTONS, y: MARGIN, width, height: HEIGHT - 2 * MARGIN }) },
    insets: islands.map((shape, index) => {
      const y = HEIGHT - MARGIN - (islands.length - index) * (side + MARGIN) + MARGIN
      const area = { x: WIDTH - MARGIN - side, y, width: side, height: side }
      const inner = { x: area.x + 16, y: area.y + 14, width: side - 32, height: side - 48 }
      return { shape, area, project: fit(shape.box, inner) }
    })
  }
}
