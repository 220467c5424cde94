import type { Detail } from "./detail.ts"
import type { Line } from "./line.ts"

/** Where the cursor stands across a list: the column, and which of several tables. */
export interface Across {
  readonly column: number
  readonly table: number
}

/**
 * One list, opened on its facts, its search and its width. The shell draws and moves every list through this face
 * and knows none of their rows.
 */
export interface OpenList {
  /** Rows that the search lets through, and rows in all. */
  readonly count: number
  readonly total: number
  /** What the list is, above the titles. */
  readonly caption: string
  readonly header: ReadonlyArray<Line>
  /** A row as wide as the list; `chosen` under the cursor. */
  readonly line: (index: number, chosen: boolean) => Line
  /** One line about the chosen row, below the list. */
  readonly foot: (index: number) => Line
  readonly detail: (index: number) => Detail
  /** Columns in which the cursor can stand, and tables to turn to; 1 where there is no choice. */
  readonly columns: number
  readonly tables: number
}
