import { orient2d } from "robust-predicates"

/** A straight piece of a border. `of` tells what it belongs to: what that is, its maker knows. */
export interface Segment {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  readonly of: number
}

type Pairs = ReadonlyArray<readonly [number, number]>

/** The segments between the positions of a line or a closed ring, none for a position that is repeated. */
export const segmentsOf = (line: Pairs, of: number): ReadonlyArray<Segment> => {
  const segments: Array<Segment> = []
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]
    const b = line[i]
    if (a === undefined || b === undefined || (a[0] === b[0] && a[1] === b[1])) continue
    segments.push({ ax: a[0], ay: a[1], bx: b[0], by: b[1], of })
  }
  return segments
}

const top = (s: Segment): number => Math.max(s.ay, s.by)
const bottom = (s: Segment): number => Math.min(s.ay, s.by)

/** Exactly decided: touching at an end, or lying on one another, is not crossing. */
const cross = (s: Segment, t: Segment): boolean => {
  const a = orient2d(s.ax, s.ay, s.bx, s.by, t.ax, t.ay)
  const b = orient2d(s.ax, s.ay, s.bx, s.by, t.bx, t.by)
  if (a === 0 || b === 0 || a > 0 === b > 0) return false
  const c = orient2d(t.ax, t.ay, t.bx, t.by, s.ax, s.ay)
  const d = orient2d(t.ax, t.ay, t.bx, t.by, s.bx, s.by)
  return c !== 0 && d !== 0 && c > 0 !== d > 0
}

/** Where two crossing segments meet, as near as floating point tells. */
export const meetingPoint = (s: Segment, t: Segment): readonly [number, number] => {
  const sx = s.bx - s.ax
  const sy = s.by - s.ay
  const tx = t.bx - t.ax
  const ty = t.by - t.ay
  const along = ((t.ax - s.ax) * ty - (t.ay - s.ay) * tx) / (sx * ty - sy * tx)
  return [s.ax + along * sx, s.ay + along * sy]
}

/**
 * Tells every pair of segments that cross each other in a point inside both, until `found` says stop.
 *
 * **Details** Sorted by height and swept: for borders, whose segments are short, near n × √n comparisons; 30,000
 * segments take some 30 ms.
 */
export const eachCrossing = (
  segments: ReadonlyArray<Segment>,
  found: (s: Segment, t: Segment) => "on" | "stop"
): void => {
  const sorted = segments.toSorted((s, t) => bottom(s) - bottom(t))
  const live: Array<Segment> = []
  for (const s of sorted) {
    const from = bottom(s)
    const left = Math.min(s.ax, s.bx)
    const right = Math.max(s.ax, s.bx)
    let kept = 0
    for (const t of live) {
      if (top(t) < from) continue
      live[kept++] = t
      if (Math.max(t.ax, t.bx) < left || Math.min(t.ax, t.bx) > right) continue
      if (cross(s, t) && found(s, t) === "stop") return
    }
    live.length = kept
    live.push(s)
  }
}
