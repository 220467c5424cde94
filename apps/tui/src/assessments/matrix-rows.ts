import type { MatrixRow } from "@ntm/contract"
import { searched } from "../parts/search.ts"
import type { AssessState } from "./assess-state.ts"

/** Criteria in the order of the columns. */
export const criteriaOf = ({ matrix }: Pick<AssessState, "matrix">) => matrix?.criteria ?? []

/** The rows on show: those that the search lets through, and that fail the criterion where only such are wanted. */
export const matrixRows = (assess: Pick<AssessState, "matrix" | "query" | "failing">): ReadonlyArray<MatrixRow> => {
  const units = searched(
    assess.matrix?.items ?? [],
    assess.query,
    ({ unit }) => `${unit.type} ${unit.name} ${unit.code}`
  )
  const at = criteriaOf(assess).findIndex(({ no }) => no === assess.failing)
  return at < 0 ? units : units.filter(({ verdicts }) => verdicts[at] === "n")
}

/** Where the cursor stands; on the first row where its unit is not on show. */
export const rowCursor = ({ at }: Pick<AssessState, "at">, rows: ReadonlyArray<MatrixRow>): number =>
  Math.max(
    0,
    rows.findIndex(({ unit }) => unit.id === at)
  )

/** The row under the cursor. */
export const chosenUnit = (
  assess: Pick<AssessState, "matrix" | "query" | "failing" | "at">,
  rows: ReadonlyArray<MatrixRow> = matrixRows(assess)
): MatrixRow | undefined => rows[rowCursor(assess, rows)]
