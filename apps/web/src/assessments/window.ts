/** Rows drawn beyond either edge of what is in sight, so that scrolling finds them there. */
const BEYOND = 10

/** Which rows of a long table are drawn: from `from` up to, without, `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * The rows in sight, and a few beyond. `height` 0, as of something that is not laid out, draws all.
 *
 * **Details** All lengths in CSS pixels.
 */
export const inSight = (rows: number, rowHeight: number, top: number, height: number): Span => {
  if (height <= 0) return { from: 0, to: rows }
  const first = Math.floor(Math.max(0, top) / rowHeight) - BEYOND
  const last = Math.ceil((Math.max(0, top) + height) / rowHeight) + BEYOND
  // An even start keeps the shades of every second row where they are.
  const from = Math.max(0, Math.min(first - (first % 2), rows))
  return { from, to: Math.max(from, Math.min(rows, last)) }
}

/** Where a table has to be scrolled to for a row to stand between its head and its foot; the place it has if it does. */
export const scrolledTo = (
  row: number,
  rowHeight: number,
  {
    foot,
    head,
    height,
    top
  }: { readonly top: number; readonly height: number; readonly head: number; readonly foot: number }
): number => {
  const above = row * rowHeight
  const below = above + rowHeight + head + foot - height
  return above < top ? above : below > top ? below : top
}
