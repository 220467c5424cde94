import { type Cell, cellKm2, cellMiddle, sweep } from "./sweep.ts"
import type { Segment } from "./crossings.ts"
import type { Point } from "./plane.ts"

/** A connected stretch of land that several shapes cover, or that none covers though shapes lie all around it. */
export interface Region {
  readonly kind: "overlap" | "gap"
  readonly km2: number
  /** A point inside, in the widest part. */
  readonly at: Point
  readonly box: readonly [left: number, bottom: number, right: number, top: number]
}

interface Stretch {
  readonly kind: "overlap" | "gap"
  km2: number
  widest: number
  at: Point
  box: [number, number, number, number]
}

/** Cells touch where they share more than this along their common height: less is the rounding of a corner. */
const TOUCH = 1e-11

/** The open land around everything, to which a gap must not be connected. */
const OUTSIDE = 0

/** Sets of cells that grow together as strips are added. */
class Stretches {
  private readonly parents: Array<number> = [OUTSIDE]
  private readonly stretches: Array<Stretch | null> = [null]

  rootOf(id: number): number {
    let root = id
    for (let up = this.parents[root] ?? root; up !== root; up = this.parents[root] ?? root) {
      this.parents[root] = this.parents[up] ?? up
      root = up
    }
    return root
  }

  begin(kind: "overlap" | "gap", cell: Cell): number {
    const km2 = cellKm2(cell)
    const left = Math.min(cell.lowLeft, cell.highLeft)
    const right = Math.max(cell.lowRight, cell.highRight)
    this.stretches.push({ kind, km2, widest: km2, at: cellMiddle(cell), box: [left, cell.low, right, cell.high] })
    return this.parents.push(this.parents.length) - 1
  }

  join(a: number, b: number): void {
    const keep = Math.min(this.rootOf(a), this.rootOf(b))
    const give = Math.max(this.rootOf(a), this.rootOf(b))
    if (keep === give) return
    this.parents[give] = keep
    const from = this.stretches[give]
    const to = this.stretches[keep]
    this.stretches[give] = null
    if (from === null || from === undefined || to === null || to === undefined) return
    to.km2 += from.km2
    if (from.widest > to.widest) to.at = from.at
    to.widest = Math.max(to.widest, from.widest)
    to.box = [
      Math.min(to.box[0], from.box[0]),
      Math.min(to.box[1], from.box[1]),
      Math.max(to.box[2], from.box[2]),
      Math.max(to.box[3], from.box[3])
    ]
  }

  /** All but the outside and what belongs to it. */
  list(): ReadonlyArray<Region> {
    return this.stretches.filter((stretch) => stretch !== null)
  }
}

interface Placed {
  readonly cell: Cell
  readonly kind: "overlap" | "gap" | "covered"
  readonly id: number
}

const kindOf = (cell: Cell): Placed["kind"] => {
  if (cell.first === 0) return "gap"
  return cell.first === 1 ? "covered" : "overlap"
}

/** Joins the cells of two strips that touch along the height between them; both lists run from left to right. */
const joinStrips = (stretches: Stretches, below: ReadonlyArray<Placed>, above: ReadonlyArray<Placed>): void => {
  let start = 0
  for (const upper of above) {
    if (upper.kind === "covered") continue
    for (let at = start; at < below.length; at++) {
      const lower = below[at]
      if (lower === undefined || lower.cell.highLeft >= upper.cell.lowRight) break
      if (lower.cell.highRight <= upper.cell.lowLeft) start = at
      if (lower.kind !== upper.kind) continue
      const from = Math.max(lower.cell.highLeft, upper.cell.lowLeft)
      const to = Math.min(lower.cell.highRight, upper.cell.lowRight)
      if (to - from > TOUCH) stretches.join(lower.id, upper.id)
    }
  }
}

/**
 * Land covered twice and land left out, from the borders of all shapes (in degrees, outer rings counter-clockwise).
 *
 * **Details** Borders that two shapes share exactly may be left out: they cover nothing twice and leave nothing out.
 * **Gotchas** Land that is open to the outside, through however narrow a mouth, is no gap: a bay looks the same.
 */
export const regionsOf = (segments: ReadonlyArray<Segment>): ReadonlyArray<Region> => {
  const stretches = new Stretches()
  let below: ReadonlyArray<Placed> | null = null
  sweep(segments, (cells) => {
    const above = cells.map((cell, index): Placed => {
      const kind = kindOf(cell)
      const open = index === 0 || index === cells.length - 1 || (kind === "gap" && below === null)
      return { cell, kind, id: kind === "covered" || open ? OUTSIDE : stretches.begin(kind, cell) }
    })
    if (below !== null) joinStrips(stretches, below, above)
    below = above
  })
  const last: ReadonlyArray<Placed> = below ?? []
  for (const { kind, id } of last) if (kind === "gap") stretches.join(OUTSIDE, id)
  return stretches.list()
}
