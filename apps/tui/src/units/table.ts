import { fit, width } from "../parts/text.ts"

/** Cells of a line that every terminal shows. */
export const ROOM = 80

export interface Column {
  readonly title: string
  readonly align?: "left" | "right"
  /** Never cut, like a number: what people copy from it has to be whole. */
  readonly whole?: true
}

const GAP = "  "

/** Widths that fit into the room: the widest columns give way first, down to the least that each may have. */
const widthsFor = (
  wanted: ReadonlyArray<number>,
  least: ReadonlyArray<number>,
  room: number
): ReadonlyArray<number> => {
  const widths = [...wanted]
  let over = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1) - room
  while (over > 0) {
    const widest = widths.reduce(
      (best, each, at) => (each - (least[at] ?? 0) > (widths[best] ?? 0) - (least[best] ?? 0) ? at : best),
      0
    )
    if ((widths[widest] ?? 0) <= (least[widest] ?? 0)) break
    widths[widest] = (widths[widest] ?? 0) - 1
    over -= 1
  }
  return widths
}

/**
 * Rows below their titles, each line at most `room` cells; texts that are too long are cut with an ellipsis.
 *
 * **Gotchas** Numbers are never cut: where these alone need more room, the lines are longer.
 */
export const table = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  room: number = ROOM
): ReadonlyArray<string> => {
  const titles = columns.map(({ title }) => title)
  const wanted = columns.map((_, at) => Math.max(...[titles, ...rows].map((row) => width(row[at] ?? ""))))
  const least = columns.map(({ align, title, whole }, at) =>
    align === "right" || whole === true ? (wanted[at] ?? 0) : width(title)
  )
  const widths = widthsFor(wanted, least, room)
  const line = (cells: ReadonlyArray<string>) =>
    columns
      .map(({ align }, at) => fit(cells[at] ?? "", widths[at] ?? 0, align))
      .join(GAP)
      .trimEnd()
  return [
    line(titles),
    widths
      .map((cells) => "─".repeat(cells))
      .join(GAP)
      .trimEnd(),
    ...rows.map(line)
  ]
}
