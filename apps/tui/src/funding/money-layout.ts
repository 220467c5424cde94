import { GAP } from "../parts/grid.ts"
import type { Frame } from "./money-state.ts"

/** How the table of sources lies in its room. */
export interface MoneyLayout {
  /** Cells of the table; the rest is the panel beside it. */
  readonly table: number
  /** Cells of the panel about the chosen cell; 0 where there is no room for it. */
  readonly panel: number
  readonly name: number
  /** Lines of titles, and below the table about the chosen cell. */
  readonly header: number
  readonly foot: number
  readonly rows: number
}

/** Least room in which the panel stands beside the table. */
const BESIDE = 108
const PANEL = 36

export const moneyLayout = ({ height, width }: Pick<Frame, "height" | "width">): MoneyLayout => {
  const panel = width >= BESIDE && height >= 14 ? PANEL : 0
  const table = panel === 0 ? width : width - panel - GAP
  const header = height >= 14 ? 3 : 2
  const foot = panel > 0 ? 1 : height >= 14 ? 3 : 1
  return {
    table,
    panel,
    name: Math.max(12, Math.min(26, Math.floor(table / 4))),
    header,
    foot,
    rows: Math.max(1, height - 1 - header - foot)
  }
}
