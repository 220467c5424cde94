import type { Frame } from "./assess-state.ts"

/** How the heat map lies in its room. */
export interface MatrixLayout {
  /** Cells of a unit's name, and of each criterion with the blank before it. */
  readonly name: number
  readonly pitch: 1 | 2 | 3
  /** Criteria on show. */
  readonly shown: number
  /** Lines of criterion numbers: where two digits do not fit beside each other they stand on top of each other. */
  readonly header: 1 | 2
  /** Lines about the cell under the cursor, and about all units together. */
  readonly foot: 1 | 2
  readonly summary: 0 | 1 | 2
  /** Rows of units. */
  readonly rows: number
}

/** "19/19" and the marks of a row, each with a blank after it. */
export const MET = 6
export const MARKS = 3

/** Least room for a name at each distance between criteria, the wider first; the name takes all that is left. */
const fits = [
  { pitch: 3, name: 22 },
  { pitch: 2, name: 16 },
  { pitch: 1, name: 10 }
] as const

const NAME_AT_LEAST = 16

/** The layout for a number of criteria. Where they do not all fit, as many as there is room for are on show. */
export const matrixLayout = ({ height, width }: Pick<Frame, "height" | "width">, criteria: number): MatrixLayout => {
  const room = width - MET - MARKS
  const fit = fits.find(({ name, pitch }) => room - name >= criteria * pitch)
  const pitch = fit?.pitch ?? 2
  const shown = fit === undefined ? Math.max(1, Math.floor((room - NAME_AT_LEAST) / pitch)) : criteria
  const header = pitch === 3 ? 1 : 2
  const foot = height >= 14 ? 2 : 1
  const summary = height >= 18 ? 2 : height >= 11 ? 1 : 0
  return {
    name: Math.max(6, room - shown * pitch),
    pitch,
    shown,
    header,
    foot,
    summary,
    rows: Math.max(1, height - 1 - header - foot - summary)
  }
}

/** The first criterion on show, so that the chosen one is among them. */
export const firstShown = ({ shown }: MatrixLayout, criteria: number, column: number): number =>
  Math.max(0, Math.min(column - Math.floor(shown / 2), criteria - shown))
