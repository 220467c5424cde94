import type { Recorder } from "@ntm/domain/criteria"
import type { Tag } from "../database/database.ts"
import { type AskedKey, codesOfKeys } from "../assignments/asked-alone.ts"
import { numbers } from "../observations/copy.ts"

type Row = Readonly<Record<string, unknown>>

/** What an entry says of a row that is told. */
interface Told {
  readonly noun: string
  readonly rows: number
  readonly units: ReadonlyArray<number>
  readonly row: Row | null
}

/** Tables whose rows belong to something of a unit: the column that names it, and where that stands. */
const parents: Readonly<Record<string, { readonly column: string; readonly table: string }>> = {
  observation_note: { column: "observation", table: "observation" },
  observation_move: { column: "observation", table: "observation" },
  funding_note: { column: "entry", table: "funding_entry" },
  work_report: { column: "work", table: "work" },
  land_event: { column: "gift", table: "land_gift" },
  dossier_event: { column: "dossier", table: "dossier" },
  inventory_event: { column: "item", table: "inventory_item" }
}

const numbersIn = (row: Row, columns: ReadonlyArray<string>): ReadonlyArray<number> =>
  columns.flatMap((column) => (typeof row[column] === "number" ? [row[column]] : []))

/** Journals whose rows say by a key what they are about. */
const subjects: Readonly<Record<string, AskedKey["asks"]>> = {
  task_event: "task",
  recommendation_event: "recommendation"
}

/** The key that a row is about, where it is one of those journals'. */
const keyIn = ({ noun, row }: Told): AskedKey | null => {
  const asks = subjects[noun]
  return asks === undefined || typeof row?.["subject"] !== "string" ? null : { asks, key: row["subject"] }
}

/** Everything that ever had the codes. */
const unitsOfCodes = async (
  sql: Tag,
  codes: ReadonlySet<string>
): Promise<ReadonlyMap<string, ReadonlyArray<number>>> => {
  if (codes.size === 0) return new Map()
  const rows = await sql<Array<{ code: string; ids: ReadonlyArray<number> }>>`
    select code, array_agg(distinct id) as ids from unit
    where code in (select json_array_elements_text(${JSON.stringify([...codes])}::text::json)) group by code`
  return new Map(rows.map(({ code, ids }) => [code, ids]))
}

/**
 * Finds the units that rows are of: their own, or those of what they belong to; none where they are of no unit. One statement a table.
 *
 * **Gotchas** Null: what a row belongs to is not there, or is hidden from who asks. Such a row is of somebody else, and not of nobody.
 */
export const unitsOfParents = async (
  sql: Tag,
  told: ReadonlyArray<Told>
): Promise<(one: Told) => ReadonlyArray<number> | null> => {
  const known = new Map<string, number>()
  for (const [noun, { column, table }] of Object.entries(parents)) {
    const ids = new Set(
      told.flatMap((one) => (one.noun === noun && one.row !== null ? numbersIn(one.row, [column]) : []))
    )
    if (ids.size === 0) continue
    const rows = await sql<Array<{ id: number; unit: number }>>`
      select distinct id::float8 as id, unit from ${sql(table)} where id = any(${numbers(ids)}::bigint[])`
    for (const { id, unit } of rows) known.set(`${noun} ${id}`, unit)
  }
  const keys = told.map(keyIn).filter((key) => key !== null)
  const codeOf = await codesOfKeys(sql, keys)
  const byCode = await unitsOfCodes(sql, new Set(keys.map(codeOf).filter((code) => code !== undefined)))
  return (one) => {
    const { noun, row, rows, units } = one
    if (row === null) return []
    const key = keyIn(one)
    if (key !== null) {
      const code = codeOf(key)
      if (code === undefined) return []
      // What the database held before it had the journal says of no recommendation whose it is: whoever ever had the code.
      return byCode.get(code)?.filter((id) => units.length === 0 || units.includes(id)) ?? null
    }
    const parent = parents[noun]
    if (parent !== undefined) {
      const unit = known.get(`${noun} ${String(row[parent.column])}`)
      return unit === undefined ? null : [unit]
    }
    if (noun === "unit") return numbersIn(row, ["id"])
    if (noun === "transfer") return numbersIn(row, ["from_id", "to_id"])
    const own = numbersIn(row, ["unit", "unit_id"])
    // An entry of one row says of which units that is.
    return own.length > 0 || rows > 1 ? own : units
  }
}

/** Who recorded the rows, by number. */
export const recordersOf = async (
  sql: Tag,
  rows: ReadonlyArray<Row | null>
): Promise<ReadonlyMap<number, Recorder>> => {
  const ids = new Set(rows.flatMap((row) => (row === null ? [] : numbersIn(row, ["recorder"]))))
  if (ids.size === 0) return new Map()
  const found = await sql<Array<Recorder & { readonly id: number }>>`
    select id, name, role, agency from observation_recorder where id = any(${numbers(ids)}::int[])`
  return new Map(found.map(({ id, ...recorder }) => [id, recorder]))
}

/** The inputs of the values that steps are of, by the values' numbers. */
export const inputsOfMoves = async (sql: Tag, told: ReadonlyArray<Told>): Promise<ReadonlyMap<number, string>> => {
  const ids = new Set(
    told.flatMap(({ noun, row }) =>
      noun === "observation_move" && row !== null ? numbersIn(row, ["observation"]) : []
    )
  )
  if (ids.size === 0) return new Map()
  const rows = await sql<Array<{ id: number; input: string }>>`
    select o.id::float8 as id, i.key as input from observation o join observation_input i on i.position = o.input
    where o.id = any(${numbers(ids)}::bigint[])`
  return new Map(rows.map(({ id, input }) => [id, input]))
}
