import type { DocumentId } from "@ntm/domain/documents"
import { type FundingTable, placeOfRow, type RowSum, TableHead, tableOfEntries } from "@ntm/domain/funding"
import { Dong } from "@ntm/domain/values"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { sourceCodes } from "./codes.ts"
import { paperKey } from "./dictionaries.ts"

const readHeads = Schema.decodeUnknownSync(Schema.Array(TableHead))

/** Heads of printed tables, those of the newest document first. */
const heads = async (sql: Tag, document: DocumentId | null): Promise<ReadonlyArray<TableHead>> =>
  readHeads([
    ...(await sql`
      select t.document_id as document, t.key as table, t.name, t.title, t.year, t.stage, t.printed_unit as "printedUnit", t.sources,
        t.tier, t.day, t.counts, t.rows
      from funding_table t join document d on d.id = t.document_id
      ${document === null ? sql`` : sql`where t.document_id = ${document}`}
      order by d.date desc nulls last, d.position, d.id, t.position`)
  ])

/**
 * What the import's own entries come to at each place of the documents: what others adjusted since is not printed.
 *
 * **Details** Told by a function that is held to no units (migration 0036): what a document prints is public as the document is, and somebody held to a
 * commune would otherwise be told zeros.
 */
const sumsByPlace = async (sql: Tag, document: DocumentId | null) => {
  const rows = await sql<Array<{ document: string; place: string; source: number; amount: number }>>`
    select document, place, source, amount from funding_printed() ${document === null ? sql`` : sql`where document = ${document}`}`
  return Map.groupBy(rows, (row) => paperKey(row.document, row.place))
}

/** Tables as documents print them, put together again from the entries that were made of them. */
export const readTables = async (sql: Tag, document: DocumentId | null): Promise<ReadonlyArray<FundingTable>> => {
  const found = await heads(sql, document)
  const sums = await sumsByPlace(sql, document)
  return found.map((head) =>
    tableOfEntries(
      head,
      head.rows.flatMap(({ row }): ReadonlyArray<RowSum> =>
        (sums.get(paperKey(head.document, placeOfRow(head, row))) ?? []).map(({ amount, source }) => ({
          row,
          source: sourceCodes.word(source),
          amount: Dong.make(amount)
        }))
      )
    )
  )
}
