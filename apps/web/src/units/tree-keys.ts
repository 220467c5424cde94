import { foldVietnamese } from "@ntm/domain/values"

/** A row of a tree as it stands on the screen, in order. */
export interface TreeRow {
  readonly level: number
  readonly name: string
  /** Null for a row that has nothing below it. */
  readonly expanded: boolean | null
}

/** What a key does: puts the focus on a row, or opens or closes the row that has it. */
export type TreeMove = { readonly to: number } | "expand" | "collapse"

const parentOf = (rows: ReadonlyArray<TreeRow>, at: number): number => {
  const level = rows[at]?.level ?? 0
  return rows.slice(0, at).findLastIndex((row) => row.level < level)
}

const within = (rows: ReadonlyArray<TreeRow>, to: number): TreeMove | undefined =>
  to >= 0 && to < rows.length ? { to } : undefined

/**
 * What a key means on the row `at`, as in every tree: arrows, Home, End; undefined where it means nothing.
 *
 * **Details** Right opens a closed row and enters an open one; Left closes an open row, and else goes to the row above it.
 */
export const moveOf = (rows: ReadonlyArray<TreeRow>, at: number, key: string): TreeMove | undefined => {
  const row = rows[at]
  if (row === undefined) return undefined
  const entered = (rows[at + 1]?.level ?? 0) > row.level
  switch (key) {
    case "ArrowDown":
      return within(rows, at + 1)
    case "ArrowUp":
      return within(rows, at - 1)
    case "Home":
      return within(rows, 0)
    case "End":
      return within(rows, rows.length - 1)
    case "ArrowRight":
      return row.expanded === false ? "expand" : row.expanded === true && entered ? { to: at + 1 } : undefined
    case "ArrowLeft":
      return row.expanded === true ? "collapse" : within(rows, parentOf(rows, at))
    default:
      return undefined
  }
}

/**
 * The next row whose name begins with what was typed, marks aside, from `at` on and around; undefined where none does.
 *
 * **Details** One letter again and again goes from name to name; more letters stay on a name that still fits.
 */
export const typedAhead = (rows: ReadonlyArray<TreeRow>, at: number, typed: string): number | undefined => {
  const folded = foldVietnamese(typed)
  const again = [...folded].every((letter) => letter === folded[0])
  const wanted = again ? folded.slice(0, 1) : folded
  const start = again ? at + 1 : at
  for (let step = 0; step < rows.length; step++) {
    const index = (start + step) % rows.length
    if (foldVietnamese(rows[index]?.name ?? "").startsWith(wanted)) return index
  }
  return undefined
}
