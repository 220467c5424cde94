import type { MatrixRow } from "@ntm/contract"
import { compareVietnamese, matchesFolded } from "@ntm/domain/values"
import { countsAsMet, verdictAt } from "./verdicts.ts"

/** By name; by criteria met, most first; by what is missing to the whole set, least first. */
export type Order = "ten" | "dat" | "gan"

export const orderOf = (text: string | undefined): Order => (text === "dat" || text === "gan" ? text : "ten")

const missing = ({ verdicts }: MatrixRow) => ({
  failed: [...verdicts].filter((letter) => letter === "n").length,
  open: [...verdicts].filter((letter) => letter === "d" || letter === "t").length
})

/** Whether the whole set is met, so that nothing is missing. */
const isDone = ({ verdict }: MatrixRow): boolean => countsAsMet(verdict)

const byName = (a: MatrixRow, b: MatrixRow): number =>
  compareVietnamese(a.unit.name, b.unit.name) || compareVietnamese(a.unit.code, b.unit.code)

/** Units in an order; those that are alike in it by name. Nearest first: those that meet the set stand last. */
export const ordered = (rows: ReadonlyArray<MatrixRow>, order: Order): ReadonlyArray<MatrixRow> => {
  if (order === "ten") return rows.toSorted(byName)
  if (order === "dat") return rows.toSorted((a, b) => b.met - a.met || byName(a, b))
  const gaps = new Map(rows.map((row) => [row, missing(row)]))
  const gap = (row: MatrixRow) => gaps.get(row) ?? { failed: 0, open: 0 }
  return rows.toSorted(
    (a, b) =>
      Number(isDone(a)) - Number(isDone(b)) ||
      gap(a).failed - gap(b).failed ||
      gap(a).open - gap(b).open ||
      byName(a, b)
  )
}

/** What is looked for among the units. */
export interface Wanted {
  readonly words: string
  /** Place of a criterion that the unit fails; null for any unit. */
  readonly failing: number | null
}

/** The units that are looked for; words as people type them, without diacritics too. */
export const found = (rows: ReadonlyArray<MatrixRow>, { failing, words }: Wanted): ReadonlyArray<MatrixRow> =>
  rows.filter(
    (row) =>
      (failing === null || verdictAt(row, failing) === "notMet") &&
      (words === "" || matchesFolded(words, `${row.unit.type} ${row.unit.name} ${row.unit.code}`))
  )

/** How many units meet a criterion (exempt ones among them), fail it, or leave it open. */
export interface Counts {
  readonly met: number
  readonly notMet: number
  readonly open: number
}

/** The foot of the matrix: one entry a criterion. */
export const countsByCriterion = (rows: ReadonlyArray<MatrixRow>, criteria: number): ReadonlyArray<Counts> =>
  Array.from({ length: criteria }, (_, at) => {
    let [met, notMet] = [0, 0]
    for (const row of rows) {
      const verdict = verdictAt(row, at)
      if (countsAsMet(verdict)) met++
      else if (verdict === "notMet") notMet++
    }
    return { met, notMet, open: rows.length - met - notMet }
  })
