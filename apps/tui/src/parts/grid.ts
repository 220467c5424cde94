import { type Line, span, type Tone } from "./line.ts"
import { fit, width, wrap } from "./text.ts"

export interface Column {
  readonly title: string
  /** Cells that it needs; a growing column takes its share of what is left beyond that. */
  readonly width: number
  readonly grow?: number
  readonly align?: "left" | "right"
}

export interface Cell {
  readonly text: string
  readonly tone?: Tone
}

/** Cells between two columns. */
export const GAP = 2

/** Gives the growing columns the room that is left, so that the columns fill `total` cells. */
export const spread = (columns: ReadonlyArray<Column>, total: number): ReadonlyArray<Column> => {
  const used = columns.reduce((sum, column) => sum + column.width, 0) + GAP * Math.max(0, columns.length - 1)
  const shares = columns.reduce((sum, column) => sum + (column.grow ?? 0), 0)
  let left = Math.max(0, total - used)
  let sharesLeft = shares
  return columns.map((column) => {
    if (column.grow === undefined || sharesLeft === 0) return column
    const more = Math.floor((left * column.grow) / sharesLeft)
    left -= more
    sharesLeft -= column.grow
    return { ...column, width: column.width + more }
  })
}

const gap = span(" ".repeat(GAP))

const row = (columns: ReadonlyArray<Column>, cells: ReadonlyArray<Cell>): Line =>
  columns.flatMap((column, index) => {
    const cell = cells[index] ?? { text: "" }
    const drawn = span(fit(cell.text, column.width, column.align), cell.tone ?? "plain")
    return index === 0 ? [drawn] : [gap, drawn]
  })

/** One row of a grid. */
export const gridLine = row

/** The titles of a grid, wrapped inside their columns over exactly `height` lines and standing on the last one. */
export const gridHeader = (
  columns: ReadonlyArray<Column>,
  height: number,
  tone: (index: number) => Tone = () => "dim"
): ReadonlyArray<Line> => {
  const titles = columns.map((column) => {
    const lines = wrap(column.title, column.width)
    const kept = lines.length <= height ? lines : [...lines.slice(0, height - 1), lines.slice(height - 1).join(" ")]
    return [...Array.from({ length: height - kept.length }, () => ""), ...kept]
  })
  return Array.from({ length: height }, (_, line) =>
    row(
      columns,
      titles.map((title, index) => ({ text: title[line] ?? "", tone: tone(index) }))
    )
  )
}

/** A share as a bar of `cells` cells in eighths; never full below 1, never empty above 0. */
export const bar = (share: number, cells: number): string => {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * cells * 8)
  const kept = share > 0 && eighths === 0 ? 1 : share < 1 && eighths === cells * 8 ? cells * 8 - 1 : eighths
  const full = "█".repeat(Math.floor(kept / 8))
  const part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][kept % 8] ?? ""
  return full + part + "░".repeat(cells - width(full + part))
}
