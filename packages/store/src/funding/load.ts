import type { FundingTable } from "@ntm/domain/funding"
import type { Row } from "../reference/insert.ts"
import type { fundingEntry, fundingRow, fundingTable } from "./tables.ts"

export const fundingTableRows = (tables: ReadonlyArray<FundingTable>): ReadonlyArray<Row<typeof fundingTable>> =>
  tables.map(({ rows: _, table: key, document: documentId, ...fields }, position) => ({
    ...fields,
    documentId,
    key,
    position
  }))

export const fundingRowRows = (tables: ReadonlyArray<FundingTable>): ReadonlyArray<Row<typeof fundingRow>> =>
  tables.flatMap((table) =>
    table.rows.map(({ amounts: _, ...fields }) => ({ ...fields, documentId: table.document, tableKey: table.table }))
  )

/** A row an amount; a blank cell gives none. */
export const fundingEntryRows = (tables: ReadonlyArray<FundingTable>): ReadonlyArray<Row<typeof fundingEntry>> =>
  tables.flatMap((table) =>
    table.rows.flatMap(({ row, amounts }) =>
      table.sources.flatMap(({ key }, at) => {
        const amount = amounts[at] ?? null
        return amount === null
          ? []
          : [
              {
                documentId: table.document,
                tableKey: table.table,
                row,
                source: key,
                stage: table.stage,
                year: table.year,
                amount
              }
            ]
      })
    )
  )
