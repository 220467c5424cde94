import { type Dong, largestRemainder } from "../values/index.ts"
import type { FundingRow, FundingTable } from "./table.ts"

/** A source with its amount and its share of the total in percent, at one decimal. */
export interface SourceShare {
  readonly key: string
  readonly label: string
  readonly amount: Dong
  readonly percent: number
}

/** The row that sums the others; undefined in a table without one. */
export const totalRow = (table: FundingTable): FundingRow | undefined => table.rows.find((row) => row.kind === "total")

/** What the total row gives for the source at the top of the tree. */
export const grandTotal = (table: FundingTable): Dong | null => {
  const index = table.sources.findIndex((source) => source.parent === null)
  return totalRow(table)?.amounts[index] ?? null
}

/** Shares of the sources right below the grand total, as the total row states them; they sum to 100 exactly. */
export const sourceShares = (table: FundingTable): ReadonlyArray<SourceShare> => {
  const root = table.sources.find((source) => source.parent === null)
  const row = totalRow(table)
  if (root === undefined || row === undefined) return []
  const parts = table.sources.flatMap((source, index) => {
    const amount = row.amounts[index] ?? null
    return source.parent === root.key && amount !== null && amount >= 0
      ? [{ key: source.key, label: source.label, amount }]
      : []
  })
  const percents = largestRemainder(
    parts.map((part) => part.amount),
    100,
    1
  )
  return percents === null ? [] : parts.map((part, index) => ({ ...part, percent: percents[index] ?? 0 }))
}
