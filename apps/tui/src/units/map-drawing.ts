import type { MapTopology } from "@ntm/contract"
import { blank, type Dots, letterOf, setDot, setLine, solidOf } from "../parts/braille.ts"
import { type Line, type Span, span, type Tone } from "../parts/line.ts"
import { type Axis, axisOf, type Reach } from "./map-sea.ts"

/** Corners, in degrees or in dots of the picture. */
type Path = ReadonlyArray<readonly [x: number, y: number]>

/** Corners of every arc in degrees: in the topology they are steps from corner to corner on a grid. */
const arcsOf = ({ arcs, transform }: MapTopology): ReadonlyArray<Path> =>
  arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]) => {
      x += dx
      y += dy
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]] as const
    })
  })

/** How far units reach along both axes, with long stretches of empty sea shortened. */
const axesOf = (topology: MapTopology, arcs: ReadonlyArray<Path>) => {
  const corners = topology.objects.units.geometries
    .map((geometry) => geometry.arcs.flat(2).flatMap((index) => arcs[index < 0 ? ~index : index] ?? []))
    .filter((places) => places.length > 0)
  const along = (axis: 0 | 1): Axis =>
    axisOf(
      corners.map((places) =>
        places.reduce<Reach>(
          ([low, high], place) => [Math.min(low, place[axis]), Math.max(high, place[axis])],
          [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
        )
      )
    )
  return { east: along(0), north: along(1) }
}

/** Degrees to dots: the whole map in the middle of the picture, as large as it goes, its shape kept. */
const placing = (
  { bbox: [, south, , top] }: MapTopology,
  { east, north }: ReturnType<typeof axesOf>,
  columns: number,
  rows: number
) => {
  const [wide, high] = [columns * 2 - 1, rows * 4 - 1]
  const squeeze = Math.cos((((south + top) / 2) * Math.PI) / 180)
  const [width, height] = [Math.max(1e-6, east.length * squeeze), Math.max(1e-6, north.length)]
  const scale = Math.min(wide / width, high / height)
  const [left, above] = [(wide - width * scale) / 2, (high - height * scale) / 2]
  return ([lon, lat]: readonly [number, number]) =>
    [
      Math.round(left + east.at(lon) * squeeze * scale),
      Math.round(above + (north.length - north.at(lat)) * scale)
    ] as const
}

const drawPath = (dots: Dots, path: Path): void => {
  for (const [at, [x, y]] of path.entries()) {
    const [x0, y0] = path[at - 1] ?? [x, y]
    setLine(dots, x0, y0, x, y)
  }
}

/** Sets the dots within the rings: those with an odd number of borders to their left. */
const fill = (dots: Dots, rings: ReadonlyArray<Path>): void => {
  // A unit smaller than the map's grain has no corners left.
  if (rings.every((ring) => ring.length === 0)) return
  const ys = rings.flat().map(([, y]) => y)
  const [first, last] = [Math.max(0, Math.min(...ys)), Math.min(dots.rows * 4 - 1, Math.max(...ys))]
  for (let y = first; y <= last; y++) {
    const crossings = rings.flatMap((ring) =>
      ring.flatMap(([x1, y1], at) => {
        const [x0, y0] = ring[at - 1] ?? [x1, y1]
        return y0 <= y === y1 <= y ? [] : [x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)]
      })
    )
    crossings.sort((a, b) => a - b)
    for (let at = 0; at + 1 < crossings.length; at += 2)
      for (let x = Math.ceil(crossings[at] ?? 0); x <= (crossings[at + 1] ?? -1); x++) setDot(dots, x, y)
  }
}

/** How a cell is drawn: a chosen unit over the outer border over the borders between units. */
const toneAt = (chosen: number, outer: number): Tone => (chosen > 0 ? "accent" : outer > 0 ? "plain" : "dim")

/** The three layers as lines, neighbours of one tone in one span. */
const linesOf = (inner: Dots, outer: Dots, chosen: Dots): ReadonlyArray<Line> =>
  Array.from({ length: inner.rows }, (_, row) => {
    const spans: Array<Span> = []
    for (let at = row * inner.columns; at < (row + 1) * inner.columns; at++) {
      const [a, b, c] = [inner.cells[at] ?? 0, outer.cells[at] ?? 0, chosen.cells[at] ?? 0]
      const [letter, tone] = [c > 0 ? solidOf(c) : letterOf(a | b), toneAt(c, b)]
      const last = spans.at(-1)
      if (last !== undefined && last.tone === tone) spans[spans.length - 1] = span(last.text + letter, tone)
      else spans.push(span(letter, tone))
    }
    return spans
  })

/**
 * A map as `rows` lines of `columns` cells: borders as dots, the units with a code of `chosen` solid.
 *
 * **Details** North is up and the shape of the land is kept. A border between two units is dim, one that the map ends
 * at is not. A unit smaller than a dot is one dot. `shortened`: empty sea was left out, so that no unit is.
 */
export const drawMap = (
  topology: MapTopology,
  chosen: ReadonlySet<string>,
  columns: number,
  rows: number
): { readonly lines: ReadonlyArray<Line>; readonly shortened: boolean } => {
  const [inner, outer, filled] = [blank(columns, rows), blank(columns, rows), blank(columns, rows)]
  const places = arcsOf(topology)
  const axes = axesOf(topology, places)
  const toDots = placing(topology, axes, columns, rows)
  const arcs = places.map((arc): Path => arc.map(toDots))
  const uses = new Uint8Array(arcs.length)
  const { geometries } = topology.objects.units
  for (const index of geometries.flatMap(({ arcs }) => arcs.flat(2))) {
    const arc = index < 0 ? ~index : index
    uses[arc] = (uses[arc] ?? 0) + 1
  }
  for (const [index, arc] of arcs.entries()) drawPath((uses[index] ?? 0) > 1 ? inner : outer, arc)
  const ringOf = (ring: ReadonlyArray<number>): Path =>
    ring.flatMap((index) => (index < 0 ? (arcs[~index] ?? []).toReversed() : (arcs[index] ?? [])))
  for (const { arcs, id } of geometries) {
    if (!chosen.has(id)) continue
    for (const polygon of arcs) {
      const rings = polygon.map(ringOf)
      fill(filled, rings)
      for (const ring of rings) drawPath(filled, ring)
    }
  }
  return { lines: linesOf(inner, outer, filled), shortened: axes.east.shortened || axes.north.shortened }
}
