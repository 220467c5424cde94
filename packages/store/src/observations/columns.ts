import type { ColumnsQuestion, ObservationColumns } from "@ntm/domain/criteria"
import { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { numbers } from "./copy.ts"
import { packedTables } from "./current.ts"
import { positionsOf } from "./dictionaries.ts"
import { eachInForce, ofUnits } from "./journal.ts"
import { isoMoment, type Ledger, settle } from "./ledger.ts"
import { BLOCK, DAY_BYTES, NO_DAY, VALUE_BYTES } from "./packed.ts"

/** Columns in the making. */
interface Sheet {
  readonly values: ReadonlyArray<Float64Array>
  readonly days: ReadonlyArray<Int32Array> | null
  /** Place of a unit in each column. */
  readonly place: ReadonlyMap<number, number>
  /** Columns of an input, by its place in the journal: the same may be asked for twice. */
  readonly columns: ReadonlyMap<number, ReadonlyArray<number>>
}

/** All columns lie in one piece of memory each for values and days: hundreds of small ones are a burden on the collector. */
const sheetFor = (
  { units, inputs, days: dated = true }: ColumnsQuestion,
  positions: ReadonlyMap<string, number>
): Sheet => {
  const values = new Float64Array(inputs.length * units.length).fill(Number.NaN)
  const days = dated ? new Int32Array(inputs.length * units.length).fill(NO_DAY) : null
  const span = (at: number) => [at * units.length, (at + 1) * units.length] as const
  return {
    values: inputs.map((_, at) => values.subarray(...span(at))),
    days: days && inputs.map((_, at) => days.subarray(...span(at))),
    place: new Map(units.map((unit, at) => [unit, at])),
    columns: Map.groupBy(inputs.keys(), (at) => positions.get(inputs[at] ?? "") ?? -1)
  }
}

/** Whether what is known now, as of the newest day, answers the question. */
const isCurrent = ({ asOf, knownAt }: ColumnsQuestion, { moment, newestDay }: Ledger): boolean =>
  (newestDay === null || newestDay <= asOf) && (knownAt === null || moment === null || moment <= knownAt)

/** Bytes before the values of a row: its unit, its block and how many values it has. */
const HEAD = 8

/** Units in one row of an answer, as a power of two: rows of some 50 kB are what the driver takes apart fastest. */
const ROW_UNITS = 5

/** For so many units all are read: to look each up costs more than to pass over the others. */
const MANY_UNITS = 1000

/**
 * The packed rows that hold the inputs, a few dozen units a row, with the ledger as the statement saw it; at least one row.
 *
 * **Details** As base64, which is a third less to send than the driver's own form of bytes, and read faster.
 */
const packedWithLedger = (
  sql: Tag,
  table: string,
  { units, days = true }: ColumnsQuestion,
  blocks: Iterable<number>
) => sql<Array<Ledger & { readonly packed: string | null }>>`
  select ${isoMoment(sql, sql`l.moment`)} as moment, l.newest_day as "newestDay", p.packed
  from observation_ledger l left join (
    select encode(string_agg(
      int4send(p.unit) || int2send(p.block) || int2send((octet_length(p.vals) / 8)::int2) || p.vals ${days ? sql`|| p.days` : sql``},
      ''::bytea), 'base64') as packed
    from ${sql(table)} p
    ${
      units.length > MANY_UNITS
        ? sql``
        : sql`join observed_unit u on u.province = p.province and u.unit = p.unit and u.unit = any(${numbers(units)}::int[])`
    }
    where p.block = any(${numbers(blocks)}::smallint[])
    group by p.unit >> ${ROW_UNITS}) p on true`

const put = ({ values, days }: Sheet, column: number, at: number, value: number, day: number): void => {
  const valueColumn = values[column]
  const dayColumn = days?.[column]
  if (valueColumn !== undefined) valueColumn[at] = value
  if (dayColumn !== undefined) dayColumn[at] = day
}

/** A column that a place of a block goes to. */
interface Target {
  readonly place: number
  readonly values: Float64Array
  readonly days: Int32Array | null
}

/** The columns of each block, by its number. */
const targetsOf = ({ columns, values, days }: Sheet): ReadonlyMap<number, ReadonlyArray<Target>> => {
  const targets = [...columns].flatMap(([position, found]) =>
    found.flatMap((column) => {
      const own = values[column]
      const block = Math.floor(position / BLOCK)
      return position < 0 || own === undefined
        ? []
        : [{ block, place: position % BLOCK, values: own, days: days?.[column] ?? null }]
    })
  )
  return Map.groupBy(targets, ({ block }) => block)
}

/** Spreads packed rows over the columns. */
const spread = (
  bytes: Buffer,
  { place, days: dated }: Sheet,
  targets: ReadonlyMap<number, ReadonlyArray<Target>>
): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let start = 0; start < bytes.length;) {
    const count = view.getInt16(start + 6)
    const at = place.get(view.getInt32(start))
    const values = start + HEAD
    const days = values + count * VALUE_BYTES
    if (at !== undefined)
      for (const target of targets.get(view.getInt16(start + 4)) ?? []) {
        if (target.place >= count) continue
        target.values[at] = view.getFloat64(values + target.place * VALUE_BYTES, true)
        if (target.days !== null) target.days[at] = view.getInt32(days + target.place * DAY_BYTES, true)
      }
    start = dated === null ? days : days + count * DAY_BYTES
  }
}

const fromPacked = async (sql: Tag, question: ColumnsQuestion, sheet: Sheet): Promise<Ledger | null> => {
  const { accept } = question
  if (accept !== "approved" && accept !== "submitted") return null
  const targets = targetsOf(sheet)
  const rows = await packedWithLedger(sql, packedTables[accept], question, targets.keys())
  const [ledger] = rows
  if (ledger === undefined || !isCurrent(question, ledger)) return null
  for (const { packed } of rows) if (packed !== null) spread(Buffer.from(packed, "base64"), sheet, targets)
  return ledger
}

const fromJournal = async (sql: Tag, question: ColumnsQuestion, sheet: Sheet): Promise<void> => {
  const positions = [...sheet.columns.keys()].filter((position) => position >= 0)
  await eachInForce(sql, ofUnits(question.units, positions), question, (unit, input, day, value) => {
    const at = sheet.place.get(unit)
    if (at !== undefined) for (const column of sheet.columns.get(input) ?? []) put(sheet, column, at, value, day)
  })
}

/** Answers a question for columns: packed values where they answer it, else the journal. */
export const readColumns = async (sql: Tag, question: ColumnsQuestion): Promise<ObservationColumns> => {
  const { units, inputs, knownAt } = question
  const ledger = await settle(sql, knownAt)
  // After that: the batch that was waited for may have been the first to bring an input.
  const positions = await positionsOf(sql, inputs)
  const answer = (ledger: Ledger, { values, days }: Sheet): ObservationColumns => ({
    units,
    inputs,
    values,
    days,
    knownAt: knownAt ?? (ledger.moment === null ? null : Moment.make(ledger.moment))
  })
  if (isCurrent(question, ledger)) {
    const sheet = sheetFor(question, positions)
    const seen = await fromPacked(sql, question, sheet)
    if (seen !== null) return answer(seen, sheet)
  }
  const sheet = sheetFor(question, positions)
  const known = knownAt ?? ledger.moment
  await fromJournal(sql, known === null ? question : { ...question, knownAt: Moment.make(known) }, sheet)
  return answer(ledger, sheet)
}
