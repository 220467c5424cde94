import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { Tag } from "../database/database.ts"

/** A cell of a column of JSON. */
export interface JsonCell {
  readonly json: unknown
}

/** What a column of a row may hold on its way into a table. */
export type Cell = string | number | boolean | JsonCell | null

/** Rows are sent in pieces of about this many characters: one a row would be six times slower. */
const PIECE = 65_536

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" }

const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)

const cellText = (cell: Cell): string => {
  if (cell === null) return "\\N"
  if (typeof cell === "object") return escaped(JSON.stringify(cell.json))
  return typeof cell === "string" ? escaped(cell) : String(cell)
}

const cellValue = (cell: Cell | undefined): unknown => (typeof cell === "object" && cell !== null ? cell.json : cell)

/** Rows as PostgreSQL's text format, in pieces. */
const pieces = function* (rows: Iterable<ReadonlyArray<Cell>>): Generator<string> {
  let piece = ""
  for (const row of rows) {
    let line = ""
    for (const cell of row) line += line === "" ? cellText(cell) : `\t${cellText(cell)}`
    piece += `${line}\n`
    if (piece.length > PIECE) {
      yield piece
      piece = ""
    }
  }
  if (piece !== "") yield piece
}

/** Up to so many rows travel as one JSON text: a COPY of a few waits 40 ms for the network's own reasons, twice. */
const FEW = 1000

/** Whether a table is held to what somebody may: PostgreSQL takes no COPY into it then. */
const isHeld = async (sql: Tag, table: string): Promise<boolean> => {
  const [told] = await sql<Array<{ held: boolean }>>`select row_security_active(${table}::text) as held`
  return told?.held === true
}

/** Appends rows to a table, in the transaction of `sql`. The first column is never an empty text. */
export const appendRows = async (
  sql: Tag,
  table: string,
  columns: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<Cell>>
): Promise<void> => {
  if (rows.length <= FEW || (await isHeld(sql, table))) {
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, cellValue(row[at])])))
    await sql`
      insert into ${sql(table)} (${sql(columns)})
      select ${sql(columns)} from json_populate_recordset(null::${sql(table)}, ${JSON.stringify(objects)}::text::json)`
    return
  }
  const target = await sql`copy ${sql(table)} (${sql(columns)}) from stdin`.writable()
  await pipeline(Readable.from(pieces(rows)), target)
}

/** Numbers as an array parameter of PostgreSQL. */
export const numbers = (values: Iterable<number>): string => `{${[...values].join(",")}}`
