import { eachCrossing, meetingPoint, type Segment } from "./crossings.ts"
import { KM_PER_DEGREE, lonScale, type Point } from "./plane.ts"

/** A piece of the plane between two heights and two border lines, and how often each layer covers it. */
export interface Cell {
  readonly low: number
  readonly high: number
  /** Left and right end at the lower height; infinite outside everything. */
  readonly lowLeft: number
  readonly lowRight: number
  readonly highLeft: number
  readonly highRight: number
  /** Winding number of the layers 0 and 1: with counter-clockwise outer rings, how many shapes lie here. */
  readonly first: number
  readonly second: number
}

interface Wall {
  readonly segment: Segment
  readonly low: number
  readonly high: number
  /** Added to the winding number of the layer when passing from left to right. */
  readonly turn: number
  atLow: number
  atHigh: number
}

const wallOf = (segment: Segment): Wall => ({
  segment,
  low: Math.min(segment.ay, segment.by),
  high: Math.max(segment.ay, segment.by),
  turn: segment.by < segment.ay ? 1 : -1,
  atLow: 0,
  atHigh: 0
})

const xAt = ({ ax, ay, bx, by }: Segment, y: number): number => {
  if (y === ay) return ax
  if (y === by) return bx
  return ax + ((y - ay) / (by - ay)) * (bx - ax)
}

/** Heights between which no two walls meet. */
const heightsOf = (segments: ReadonlyArray<Segment>): ReadonlyArray<number> => {
  const heights = new Set<number>()
  for (const segment of segments) heights.add(segment.ay).add(segment.by)
  eachCrossing(segments, (s, t) => {
    heights.add(meetingPoint(s, t)[1])
    return "on"
  })
  return [...heights].toSorted((a, b) => a - b)
}

/** Insertion sort: from one height to the next the order hardly changes. */
const order = (walls: Array<Wall>): void => {
  for (let i = 1; i < walls.length; i++) {
    const wall = walls[i]
    if (wall === undefined) continue
    const key = wall.atLow + wall.atHigh
    let at = i
    for (
      let before = walls[at - 1];
      before !== undefined && before.atLow + before.atHigh > key;
      before = walls[at - 1]
    ) {
      walls[at] = before
      at--
    }
    walls[at] = wall
  }
}

/**
 * Cuts the plane into strips at every height where borders begin, end or cross, and shows each strip's cells from left
 * to right, the strips from below: areas, overlaps and gaps are sums over cells, with no polygon to be built and none
 * to be built wrong.
 *
 * **Details** `segment.of` is the layer, 0 or 1. The outermost cells of a strip reach to infinity.
 */
export const sweep = (segments: ReadonlyArray<Segment>, strip: (cells: ReadonlyArray<Cell>) => void): void => {
  const heights = heightsOf(segments)
  const waiting = segments
    .filter((s) => s.ay !== s.by)
    .map(wallOf)
    .toSorted((a, b) => b.low - a.low)
  let walls: Array<Wall> = []
  for (let i = 1; i < heights.length; i++) {
    const low = heights[i - 1] ?? 0
    const high = heights[i] ?? 0
    walls = walls.filter((wall) => wall.high > low)
    for (let next = waiting.at(-1); next !== undefined && next.low <= low; next = waiting.at(-1)) {
      walls.push(next)
      waiting.pop()
    }
    for (const wall of walls) {
      wall.atLow = xAt(wall.segment, low)
      wall.atHigh = xAt(wall.segment, high)
    }
    order(walls)
    strip(cellsOf(walls, low, high))
  }
}

const cellsOf = (walls: ReadonlyArray<Wall>, low: number, high: number): ReadonlyArray<Cell> => {
  const cells: Array<Cell> = []
  let lowLeft = Number.NEGATIVE_INFINITY
  let highLeft = Number.NEGATIVE_INFINITY
  let first = 0
  let second = 0
  for (const wall of walls) {
    cells.push({ low, high, lowLeft, lowRight: wall.atLow, highLeft, highRight: wall.atHigh, first, second })
    lowLeft = wall.atLow
    highLeft = wall.atHigh
    if (wall.segment.of === 0) first += wall.turn
    else second += wall.turn
  }
  const right = Number.POSITIVE_INFINITY
  cells.push({ low, high, lowLeft, lowRight: right, highLeft, highRight: right, first, second })
  return cells
}

/** Area of a cell that does not reach to infinity. */
export const cellArea = (cell: Cell): number =>
  ((cell.lowRight - cell.lowLeft + (cell.highRight - cell.highLeft)) / 2) * (cell.high - cell.low)

/** Area of a cell between longitudes and latitudes, in km². */
export const cellKm2 = (cell: Cell): number =>
  cellArea(cell) * KM_PER_DEGREE * KM_PER_DEGREE * lonScale((cell.low + cell.high) / 2)

/** A point inside the cell. */
export const cellMiddle = (cell: Cell): Point => [
  (cell.lowLeft + cell.lowRight + cell.highLeft + cell.highRight) / 4,
  (cell.low + cell.high) / 2
]

/** Area of the cells that fit, over all strips. Cells at infinity are never asked. */
export const areaWhere = (
  segments: ReadonlyArray<Segment>,
  fits: (cell: Cell) => boolean,
  areaOf: (cell: Cell) => number = cellArea
): number => {
  let area = 0
  sweep(segments, (cells) => {
    for (const cell of cells.slice(1, -1)) if (fits(cell)) area += areaOf(cell)
  })
  return area
}
