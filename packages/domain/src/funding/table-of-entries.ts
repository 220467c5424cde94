import { Result } from "effect"
import { type Dong, sumDong } from "../values/index.ts"
import type { FundingSourceKey } from "./source.ts"
import { isWithin } from "./source-tree.ts"
import type { FundingTable } from "./table.ts"
import type { TableHead } from "./table-head.ts"

/** What the entries of a printed row come to, at each source itself. */
export interface RowSum {
  /** Index of the row in the printed table. */
  readonly row: number
  readonly source: FundingSourceKey
  readonly amount: Dong
}

/**
 * A printed table out of the sums of its entries: what `entriesOfTable` took apart.
 *
 * **Details** A column counts what stands at its source and below, the total row what all rows hold. Cells that were left blank are blank.
 */
export const tableOfEntries = (
  { counts, day: _, rows, tier: __, ...head }: TableHead,
  sums: ReadonlyArray<RowSum>
): FundingTable => {
  const total = rows.find(({ kind }) => kind === "total")?.row
  const byRow = Map.groupBy(sums, ({ row }) => row)
  return {
    ...head,
    rows: rows.map(({ blank, holder: ___, ...row }) => ({
      ...row,
      amounts: head.sources.map(({ key }, at) => {
        if (blank.includes(key)) return null
        const counted = (row.row === total ? sums : (byRow.get(row.row) ?? [])).filter((sum) =>
          isWithin(sum.source, counts[at] ?? "all")
        )
        return Result.getOrThrow(sumDong(counted.map(({ amount }) => amount)))
      })
    }))
  }
}
