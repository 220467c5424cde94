import {
  type FundingFlag,
  type FundingPivot,
  type FundingSourceKey,
  isWithin,
  type PivotRow
} from "@ntm/domain/funding"

/** A row of the table on screen: one of the pivot's, or its total (null). */
export type ShownRow = PivotRow | null

/** What stands in a row at a source. */
export const cellAt = (pivot: FundingPivot, row: ShownRow, source: FundingSourceKey) =>
  (row === null ? pivot.total : row.cells)[pivot.sources.indexOf(source)] ?? null

/**
 * Whether a cell is to be marked: something in it is unexplained, and no part of the source that shows would tell so more exactly.
 *
 * **Details** What is unexplained at public investment is within the direct budget and within the total too; it is marked once, as near to
 * its place as the columns that show allow.
 */
export const isMarked = (
  pivot: FundingPivot,
  row: ShownRow,
  source: FundingSourceKey,
  shown: ReadonlyArray<FundingSourceKey>
): boolean => {
  const here = cellAt(pivot, row, source)
  if (here === null || here.unexplained === 0) return false
  return !shown.some((part) => {
    if (part === source || !isWithin(part, source)) return false
    return (cellAt(pivot, row, part)?.unexplained ?? 0) !== 0
  })
}

/** Flags that concern a cell: of its unit, or of any unit in the total row, at its source or a part of it. */
export const flagsAt = (pivot: FundingPivot, row: ShownRow, source: FundingSourceKey): ReadonlyArray<FundingFlag> =>
  pivot.flags.filter((flag) => {
    if (!isWithin(flag.source, source)) return false
    if (row === null) return true
    return row.kind === "unit" || row.kind === "ended"
      ? flag.unit !== null && flag.unit.id === row.unit?.id
      : flag.unit === null || flag.unit.id === pivot.unit?.id
  })
