import { differenceOf, type FactDifference, Sequence } from "@ntm/domain/changes"
import type { Tag } from "../database/database.ts"
import { type HeldTable, quoted } from "./held-tables.ts"

interface Batch {
  readonly seq: number
  readonly first: string
  readonly last: string
  readonly rows: number
  readonly found: number
}

const words = { vi: "số dòng của lô", en: "rows of the batch" }

/** Columns of a table as an entry lists them, and nothing else: they become part of a statement. */
const isList = (columns: string): boolean => /^[a-z_", ]+$/.test(columns)

/** SHA-256 of the rows that an entry names, as their table has them now, and how many there are: one row. */
const digestOf = (columns: string, table: string, range: string): string => `
  select encode(sha256(convert_to(coalesce(string_agg(r::text, E'\\n' order by r.id), ''), 'UTF8')), 'hex') as digest, count(*)::int as rows
  from (select ${columns} from ${quoted(table)} where id between ${range}) r`

/** SHA-256 of the rows of a large batch as they stand; "?" where its entry names no columns. */
export const batchDigest = async (
  sql: Tag,
  { columns, first, last, table }: { table: string; columns: string; first: number; last: number }
): Promise<string> => {
  if (!isList(columns)) return "?"
  const [row] = await sql.unsafe<Array<{ digest: string }>>(digestOf(columns, table, "$1 and $2"), [first, last])
  return row?.digest ?? ""
}

/** Large batches whose rows are not what was written: of these entries have a digest, which says that, and not where. */
export const differingBatches = async (
  sql: Tag,
  { noun, table }: HeldTable
): Promise<ReadonlyArray<FactDifference>> => {
  const forms = await sql<Array<{ columns: string }>>`
    select distinct columns from change where noun = ${table} and columns is not null`
  const found: Array<FactDifference> = []
  for (const { columns } of forms) {
    const digest = isList(columns)
      ? digestOf(columns, table, "c.first_id and c.last_id")
      : "select '?' as digest, 0 as rows"
    const batches = await sql.unsafe<Array<Batch>>(
      `select c.seq::float8 as seq, c.first_id::text as first, c.last_id::text as last, c.rows, d.rows as found
       from change c cross join lateral (${digest}) d where c.noun = $1 and c.columns = $2 and d.digest <> c.digest order by c.seq`,
      [table, columns]
    )
    for (const { first, found: stands, last, rows, seq } of batches)
      found.push(
        differenceOf({
          noun,
          key: `${first}-${last}`,
          kind: "batch",
          entry: Sequence.make(seq),
          fields: [{ field: "rows", words, journal: `${rows}`, stands: `${stands}` }]
        })
      )
  }
  return found
}
