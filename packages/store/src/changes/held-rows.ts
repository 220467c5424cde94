import { differenceOf, type FactDifference, heldFields, type HeldRow, Sequence } from "@ntm/domain/changes"
import type { Tag } from "../database/database.ts"
import { batchNouns, type HeldTable, quoted } from "./held-tables.ts"

/** Rows that come over at once. */
const AT_ONCE = 500

/** A row that does not come out even: how often more it was written than it stands (below 0: less), and what told of it. */
interface OddRow {
  readonly key: string
  readonly fields: HeldRow
  readonly net: number
  readonly said: number | null
  readonly taken: number | null
  readonly stands: boolean
}

/** Numbers that no large batch has: rows there are in entries, the others in the digests of their batches. */
const gaps = `
  spans as (
    select first_id, last_id from change, base where noun = $1 and columns is not null and change.seq > base.seq),
  gaps as (
    select coalesce(max(last_id) over (order by first_id rows between unbounded preceding and 1 preceding), -9223372036854775807) + 1 as low,
      first_id - 1 as high from spans
    union all select coalesce(max(last_id), -9223372036854775807) + 1, 9223372036854775807 from spans),`

/**
 * The rows of a table that do not come out even. Whatever an entry says was there is taken from what earlier ones wrote; what is left has to
 * be what stands, to the letter. So nothing is looked up by a key, and one pass over the entries and one over the table is all it takes.
 *
 * **Details** $1: the table, $2: the key behind which to begin. Since the table was last emptied, where it was.
 */
const oddRows = ({ columns, keys, noun, table }: HeldTable): string => {
  const listed = columns.map(quoted).join(", ")
  const key = keys.map((name) => `coalesce(body::jsonb ->> '${name}', '')`).join(", ")
  const batches = batchNouns.has(noun)
  const standing = batches
    ? `select ${columns.map((name) => `t.${quoted(name)}`).join(", ")} from gaps join ${quoted(table)} t on t.id between gaps.low and gaps.high
       where gaps.low <= gaps.high`
    : `select ${listed} from ${quoted(table)}`
  return `
  with base as materialized (
    select coalesce(max(seq), 0) as seq from change where noun = $1 and op = 'truncate'),${batches ? gaps : ""}
  told as (
    select e::text as body, change.seq as said, null::bigint as taken
    from change cross join base cross join lateral jsonb_array_elements(change.after) e
    where noun = $1 and change.seq > base.seq and after is not null
    union all
    select e::text, null, change.seq
    from change cross join base cross join lateral jsonb_array_elements(change.before) e
    where noun = $1 and change.seq > base.seq and before is not null
    union all
    select to_jsonb(r)::text, null, null from (${standing}) r),
  odd as (
    select body, 2 * count(said) - count(*) as net, max(said)::float8 as said, max(taken)::float8 as taken,
      count(*) > count(said) + count(taken) as stands
    from told group by body having 2 * count(said) <> count(*))
  select * from (
    select concat_ws('/', ${key}) collate "C" as key,
      (select jsonb_object_agg(field, value::text) from jsonb_each(body::jsonb) each (field, value)) as fields, net::int as net, said, taken, stands from odd) named
  where $2::text is null or key > $2::text
  order by key, net desc, said, taken, fields::text`
}

const sequence = (seq: number | null): Sequence | null => (seq === null ? null : Sequence.make(seq))

/** What became of one thing; null where its rows say the same: a column was added after the entry was made. */
const differenceIn = ({ noun }: HeldTable, key: string, rows: ReadonlyArray<OddRow>): FactDifference | null => {
  const written = rows.filter(({ net }) => net > 0)
  const standing = rows.find(({ net, stands }) => net < 0 && stands)
  const taken = rows.find(({ net, stands }) => net < 0 && !stands)
  // What stands goes against what was written last; what an entry found instead, against the first of what was written.
  const journal = standing === undefined ? written[0] : written.at(-1)
  const other = standing ?? taken
  const fields = heldFields(noun, journal?.fields ?? null, other?.fields ?? null)
  if (fields.length === 0) return null
  if (other !== undefined && standing === undefined)
    return differenceOf({ noun, key, kind: "overwritten", entry: sequence(other.taken), fields })
  const kind = other === undefined ? "missing" : journal === undefined ? "added" : "changed"
  return differenceOf({ noun, key, kind, entry: sequence(journal?.said ?? null), fields })
}

/** Where rows of a table are not what entries say, by their keys; at most `limit` things, behind a key. Rows are streamed. */
export const differingRows = async (
  sql: Tag,
  table: HeldTable,
  after: string | null,
  limit: number
): Promise<ReadonlyArray<FactDifference>> => {
  const found: Array<FactDifference> = []
  let open: Array<OddRow> = []
  const close = (): void => {
    const [first] = open
    const one = first === undefined ? null : differenceIn(table, first.key, open)
    if (one !== null) found.push(one)
    open = []
  }
  for await (const rows of sql.unsafe<Array<OddRow>>(oddRows(table), [table.table, after]).cursor(AT_ONCE)) {
    for (const row of rows) {
      if (open[0]?.key !== row.key) close()
      if (found.length >= limit) return found
      open.push(row)
    }
  }
  close()
  return found
}
