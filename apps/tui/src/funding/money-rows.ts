import type { FundingPivot, FundingSourceKey, PivotCell, PivotRow } from "@ntm/domain/funding"
import { searched } from "../parts/search.ts"
import { flagsOfRow } from "./amounts.ts"
import { rowName } from "./funding-words.ts"
import type { MoneyState } from "./money-state.ts"

/** A row of the table on show: the total, which is no row of the pivot, or one of its rows. */
export interface TableRow {
  readonly key: string
  readonly row: PivotRow | null
  readonly cells: ReadonlyArray<PivotCell | null>
}

const keyOf = ({ agency, kind, unit }: PivotRow): string => `${kind} ${unit?.id ?? ""} ${agency ?? ""}`

export const TOTAL = "total"

/** The rows that the search and the filter let through; the total is always among them. */
export const tableRows = ({
  doubted,
  pivot,
  query
}: Pick<MoneyState, "doubted" | "pivot" | "query">): ReadonlyArray<TableRow> => {
  if (pivot === null || pivot.pivot.rows.length === 0) return []
  const { rows, total } = pivot.pivot
  const named = searched(rows, query, (row) => `${rowName(row, "vi")} ${row.unit?.code ?? ""}`)
  const shown = doubted ? named.filter((row) => flagsOfRow(pivot.pivot, row).length > 0) : named
  return [
    { key: TOTAL, row: null, cells: total },
    ...shown.map((row): TableRow => ({ key: keyOf(row), row, cells: row.cells }))
  ]
}

/** Where the cursor stands; on the total where its row is not on show. */
export const rowCursor = ({ at }: Pick<MoneyState, "at">, rows: ReadonlyArray<TableRow>): number =>
  Math.max(
    0,
    rows.findIndex(({ key }) => key === at)
  )

/** The column of the chosen source; the first where the table has none of it. */
export const columnOf = ({ source }: Pick<MoneyState, "source">, { sources }: Pick<FundingPivot, "sources">): number =>
  Math.max(0, sources.indexOf(source))

/** The source beside the chosen one. */
export const sourceBeside = (money: MoneyState, by: number): FundingSourceKey => {
  const sources = money.pivot?.pivot.sources ?? []
  const at = Math.max(0, Math.min(sources.length - 1, Math.max(0, sources.indexOf(money.source)) + by))
  return sources[at] ?? money.source
}
