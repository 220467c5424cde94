/** A cell by its place: row −1 is the head, column 0 the names, 1 the sum, the criteria after. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Rows that Page Up and Page Down pass. */
const PAGE_ROWS = 12

/** Where a key leads from a cell, inside a table that ends at `last`; undefined for a key that leads nowhere. */
export const nextPlace = ({ column, row }: Place, key: string, ctrl: boolean, last: Place): Place | undefined => {
  const steps: Readonly<Record<string, Place>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: Math.max(0, row - PAGE_ROWS), column },
    PageDown: { row: row + PAGE_ROWS, column },
    Home: ctrl ? { row: 0, column: 0 } : { row, column: 0 },
    End: ctrl ? last : { row, column: last.column }
  }
  const next = steps[key]
  if (next === undefined) return undefined
  const inside = { row: Math.min(last.row, next.row), column: Math.max(0, Math.min(last.column, next.column)) }
  // Only the criteria have a head that can be pressed.
  return inside.row < 0 ? { row: inside.column < 2 ? 0 : -1, column: inside.column } : inside
}
