import { type FundingFlag, type FundingPivot, pathOf, type FundingSourceKey, type PivotRow } from "@ntm/domain/funding"
import { type Dong, formatMoney, formatNumber, type MoneyUnit } from "@ntm/domain/values"

/** "2.775": exact in the unit of the table; an en dash where nothing was stated. */
export const amountText = (amount: Dong | null, unit: MoneyUnit): string =>
  amount === null ? "–" : formatMoney(amount, { unit, withUnit: false })

/** "34,5 %"; an en dash for none. */
export const percentText = (percent: number | null): string => (percent === null ? "–" : `${formatNumber(percent)} %`)

/** How deep a source lies in the tree: 0 for the root. */
export const depthOf = (source: FundingSourceKey): number => pathOf(source).length - 1

/** Whether a flag is about a cell: its unit, its source and its very amount, since a unit's own rows share its name. */
export const isAbout = (flag: FundingFlag, pivot: FundingPivot, row: PivotRow, column: number): boolean => {
  const cell = row.cells[column] ?? null
  return (
    cell !== null &&
    flag.source === pivot.sources[column] &&
    flag.amount === cell.amount &&
    (flag.unit?.id ?? null) === (row.unit?.id ?? null)
  )
}

/** What is doubted about a cell, and about a row. */
export const flagsOfCell = (pivot: FundingPivot, row: PivotRow, column: number): ReadonlyArray<FundingFlag> =>
  pivot.flags.filter((flag) => isAbout(flag, pivot, row, column))

export const flagsOfRow = (pivot: FundingPivot, row: PivotRow): ReadonlyArray<FundingFlag> =>
  pivot.flags.filter((flag) => pivot.sources.some((_, column) => isAbout(flag, pivot, row, column)))
