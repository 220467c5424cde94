import type { ColumnsQuestion, ObservationColumns } from "@ntm/domain/criteria"
import { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { numbers } from "./copy.ts"
import { type PackedRow, packedTables } from "./current.ts"
import { positionsOf } from "./dictionaries.ts"
import { eachInForce, ofUnits } from "./journal.ts"
import { isoMoment, type Ledger, readLedger } from "./ledger.ts"
import { BLOCK, dayAt, NO_DAY, valueAt } from "./packed.ts"

/** Columns in the making. */
interface Sheet {
  readonly values: ReadonlyArray<Float64Array>
  readonly days: ReadonlyArray<Int32Array>
  /** Place of a unit in each column. */
  readonly place: ReadonlyMap<number, number>
  /** Columns of an input, by its place in the journal: the same may be asked for twice. */
  readonly columns: ReadonlyMap<number, ReadonlyArray<number>>
}

const sheetFor = ({ units, inputs }: ColumnsQuestion, positions: ReadonlyMap<string, number>): Sheet => ({
  values: inputs.map(() => new Float64Array(units.length).fill(Number.NaN)),
  days: inputs.map(() => new Int32Array(units.length).fill(NO_DAY)),
  place: new Map(units.map((unit, at) => [unit, at])),
  columns: Map.groupBy(inputs.keys(), (at) => positions.get(inputs[at] ?? "") ?? -1)
})

/** Whether what is known now, as of the newest day, answers the question. */
const isCurrent = ({ asOf, knownAt }: ColumnsQuestion, { moment, newestDay }: Ledger): boolean =>
  (newestDay === null || newestDay <= asOf) && (knownAt === null || moment === null || moment <= knownAt)

type Row = Ledger & { readonly [K in keyof PackedRow]: PackedRow[K] | null }

/** The packed rows that hold the inputs, each with the ledger as the statement saw it; one row without any values at least. */
const packedWithLedger = (
  sql: Tag,
  table: string,
  units: ReadonlyArray<number>,
  blocks: Iterable<number>
): PromiseLike<ReadonlyArray<Row>> => sql<Array<Row>>`
  select ${isoMoment(sql, sql`l.moment`)} as moment, l.newest_day as "newestDay", p.unit, p.block, p.vals, p.days
  from observation_ledger l left join (
    observed_unit u join ${sql(table)} p on p.province = u.province and p.unit = u.unit
      and u.unit = any(${numbers(units)}::int[]) and p.block = any(${numbers(blocks)}::smallint[])) on true`

const fromPacked = async (sql: Tag, question: ColumnsQuestion, sheet: Sheet): Promise<Ledger | null> => {
  const { accept, units } = question
  if (accept === "verified") return null
  const wanted = [...sheet.columns].filter(([position]) => position >= 0)
  const rows = await packedWithLedger(
    sql,
    packedTables[accept],
    units,
    new Set(wanted.map(([position]) => Math.floor(position / BLOCK)))
  )
  const [ledger] = rows
  if (ledger === undefined || !isCurrent(question, ledger)) return null
  const byBlock = Map.groupBy(wanted, ([position]) => Math.floor(position / BLOCK))
  for (const { unit, block, vals, days } of rows) {
    const at = unit === null ? undefined : sheet.place.get(unit)
    if (at === undefined || block === null || vals === null || days === null) continue
    const packed = { vals, days }
    for (const [position, columns] of byBlock.get(block) ?? []) {
      const value = valueAt(packed, position % BLOCK)
      const day = dayAt(packed, position % BLOCK)
      for (const column of columns) put(sheet, column, at, value, day)
    }
  }
  return ledger
}

const put = ({ values, days }: Sheet, column: number, at: number, value: number, day: number): void => {
  const valueColumn = values[column]
  const dayColumn = days[column]
  if (valueColumn === undefined || dayColumn === undefined) return
  valueColumn[at] = value
  dayColumn[at] = day
}

const fromJournal = async (sql: Tag, question: ColumnsQuestion, sheet: Sheet): Promise<void> => {
  const positions = [...sheet.columns.keys()].filter((position) => position >= 0)
  await eachInForce(sql, ofUnits(question.units, positions), question, (unit, input, day, value) => {
    const at = sheet.place.get(unit)
    if (at !== undefined) for (const column of sheet.columns.get(input) ?? []) put(sheet, column, at, value, day)
  })
}

/**
 * Answers a question for columns: packed values where they answer it, else the journal.
 *
 * **Details** A batch that is being written may bear a moment before `knownAt`: such a question waits until it has ended, so
 * that asked again it gets the same.
 */
export const readColumns = async (sql: Tag, question: ColumnsQuestion): Promise<ObservationColumns> => {
  const { units, inputs, knownAt } = question
  const positions = await positionsOf(sql, inputs)
  const answer = (ledger: Ledger, { values, days }: Sheet): ObservationColumns => ({
    units,
    inputs,
    values,
    days,
    knownAt: knownAt ?? (ledger.moment === null ? null : Moment.make(ledger.moment))
  })
  let ledger = await readLedger(sql, false)
  if (knownAt !== null && (ledger.moment === null || ledger.moment < knownAt)) ledger = await readLedger(sql, true)
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
