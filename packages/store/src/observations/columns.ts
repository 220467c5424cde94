import type { ColumnsQuestion, ObservationColumns } from "@ntm/domain/criteria"
import { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { numbers } from "./copy.ts"
import { packedTables } from "./current.ts"
import { eachInForce, ofUnits } from "./journal.ts"
import { isoMoment, type Ledger, settle } from "./ledger.ts"
import { BLOCK, DAY_BYTES, NO_DAY, VALUE_BYTES } from "./packed.ts"

/** Columns in the making: one after the other in one piece of memory, since hundreds of small ones are a burden on the collector. */
interface Sheet {
  readonly values: Float64Array
  readonly days: Int32Array | null
  /** Place of a unit in each column. */
  readonly place: ReadonlyMap<number, number>
  /** Where the column of an input begins, by its place in the journal. */
  readonly starts: ReadonlyMap<number, number>
}

/** Columns of the inputs, each once, in the order in which they are first asked for; without data where nothing is put. */
const sheetFor = (
  { units, days: dated = true }: ColumnsQuestion,
  inputs: ReadonlySet<string>,
  positions: ReadonlyMap<string, number>
): Sheet => {
  const size = inputs.size * units.length
  return {
    values: new Float64Array(size).fill(Number.NaN),
    days: dated ? new Int32Array(size).fill(NO_DAY) : null,
    place: new Map(units.map((unit, at) => [unit, at])),
    starts: new Map([...inputs].map((key, at) => [positions.get(key) ?? -1 - at, at * units.length]))
  }
}

/** Whether what is known now, as of the newest day, answers the question. */
const isCurrent = ({ asOf, knownAt }: ColumnsQuestion, { moment, newestDay }: Ledger): boolean =>
  (newestDay === null || newestDay <= asOf) && (knownAt === null || moment === null || moment <= knownAt)

/** For so many units all are read: to look each up costs more than to pass over the others. */
const MANY_UNITS = 1000

/** A row of what `read` asks for. */
interface Line {
  /** Null: the row is no packed one. */
  readonly unit: number | null
  /** The block; of an input its place in the journal, of the ledger −1. */
  readonly block: number
  /** Values in base64; the key of the input, the moment of the ledger. */
  readonly vals: string | null
  /** Days in base64, if they are wanted; the newest day of the ledger. */
  readonly days: string | null
}

/**
 * The packed rows that hold the inputs, while the newest day answers the question; none from no table.
 *
 * **Details** A row each, as base64: a third less to send than the driver's own form of bytes, and read faster.
 */
const packedRows = (sql: Tag, table: string, { asOf, days = true, units }: ColumnsQuestion) => sql`
  union all
  select p.unit, p.block::int, encode(p.vals, 'base64'), ${days ? sql`encode(p.days, 'base64')` : sql`null`}
  from ${sql(table)} p
  ${
    units.length > MANY_UNITS
      ? sql``
      : sql`join observed_unit u on u.province = p.province and u.unit = p.unit and u.unit = any(${numbers(units)}::int[])`
  }
  where p.block in (select position / ${BLOCK}::int from asked)
    and (select newest_day is null or newest_day <= ${asOf}::date from observation_ledger)`

/** What one statement saw: the ledger, places of the inputs that are known, and packed rows, if a table of them was named. */
interface Seen {
  readonly ledger: Ledger
  readonly positions: ReadonlyMap<string, number>
  readonly rows: ReadonlyArray<Line>
}

/** All in one statement, so that they belong together, and nothing is waited for twice. */
const read = async (
  sql: Tag,
  question: ColumnsQuestion,
  inputs: ReadonlySet<string>,
  table: string | null
): Promise<Seen> => {
  const rows = await sql<Array<Line>>`
    with asked as materialized (
      select key, position::int from observation_input
      where key in (select json_array_elements_text(${JSON.stringify([...inputs])}::text::json)))
    select null::int as unit, -1 as block, ${isoMoment(sql, sql`moment`)} as vals, newest_day::text as days
    from observation_ledger
    union all
    select null, position, key, null from asked
    ${table === null ? sql`` : packedRows(sql, table, question)}`
  const positions = new Map<string, number>()
  let ledger: Ledger | null = null
  for (const { block, days, unit, vals } of rows) {
    if (unit !== null) continue
    if (block < 0) ledger = { moment: vals, newestDay: days }
    else if (vals !== null) positions.set(vals, block)
  }
  if (ledger === null) throw new Error("observation_ledger lost its row")
  return { ledger, positions, rows }
}

/** Where the values of each block go: the beginnings of their columns, −1 where nobody asks. */
const blocksOf = (starts: Sheet["starts"]): ReadonlyMap<number, Int32Array> => {
  const blocks = new Map<number, Int32Array>()
  for (const [position, start] of starts) {
    const block = Math.floor(position / BLOCK)
    if (block < 0) continue
    const own = blocks.get(block) ?? new Int32Array(BLOCK).fill(-1)
    blocks.set(block, own)
    own[position % BLOCK] = start
  }
  return blocks
}

type Numbers = Float64Array | Int32Array

/** Puts the values of one unit into their columns. */
const putAll = (into: Numbers, cells: Numbers, count: number, starts: Int32Array, at: number): void => {
  for (let place = 0; place < count; place++) {
    const start = starts[place] ?? -1
    if (start >= 0) into[start + at] = cells[place] ?? 0
  }
}

/** Spreads packed rows over the columns. They are taken apart in one place: thousands of buffers would burden the collector. */
const spread = (rows: ReadonlyArray<Line>, { days, place, starts, values }: Sheet): void => {
  const blocks = blocksOf(starts)
  const memory = new ArrayBuffer(BLOCK * VALUE_BYTES)
  const bytes = Buffer.from(memory)
  // Numbers lie as they are packed, lowest byte first, on every machine that this runs on.
  const [doubles, integers] = [new Float64Array(memory), new Int32Array(memory)]
  for (const row of rows) {
    const at = row.unit === null ? undefined : place.get(row.unit)
    const own = blocks.get(row.block)
    if (at === undefined || own === undefined) continue
    if (row.vals !== null) putAll(values, doubles, bytes.write(row.vals, "base64") / VALUE_BYTES, own, at)
    if (days !== null && row.days !== null) putAll(days, integers, bytes.write(row.days, "base64") / DAY_BYTES, own, at)
  }
}

const fromJournal = async (sql: Tag, question: ColumnsQuestion, sheet: Sheet): Promise<void> => {
  const positions = [...sheet.starts.keys()].filter((position) => position >= 0)
  await eachInForce(sql, ofUnits(question.units, positions), question, (unit, input, day, value) => {
    const [at, start] = [sheet.place.get(unit), sheet.starts.get(input)]
    if (at === undefined || start === undefined) return
    sheet.values[start + at] = value
    if (sheet.days !== null) sheet.days[start + at] = day
  })
}

const packedTable = ({ accept }: ColumnsQuestion): string | null =>
  accept === "approved" || accept === "submitted" ? packedTables[accept] : null

/** Answers a question for columns: packed values where they answer it, else the journal. */
export const readColumns = async (sql: Tag, question: ColumnsQuestion): Promise<ObservationColumns> => {
  const { units, inputs, knownAt } = question
  const wanted = new Set<string>(inputs)
  // A batch that is being written may be known at the moment: then it is waited for before anything is read.
  const past = knownAt !== null && !isCurrent(question, await settle(sql, knownAt))
  const table = past ? null : packedTable(question)
  const { ledger, positions, rows } = await read(sql, question, wanted, table)
  const sheet = sheetFor(question, wanted, positions)
  if (table !== null && isCurrent(question, ledger)) {
    spread(rows, sheet)
  } else {
    const known = knownAt ?? ledger.moment
    await fromJournal(sql, known === null ? question : { ...question, knownAt: Moment.make(known) }, sheet)
  }
  const order = new Map([...wanted].map((key, at) => [key, at * units.length]))
  const spans = inputs.map((key) => [order.get(key) ?? 0, (order.get(key) ?? 0) + units.length] as const)
  const { days, values } = sheet
  return {
    units,
    inputs,
    values: spans.map((span) => values.subarray(...span)),
    days: days && spans.map((span) => days.subarray(...span)),
    knownAt: knownAt ?? (ledger.moment === null ? null : Moment.make(ledger.moment))
  }
}
