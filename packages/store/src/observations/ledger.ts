import { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"

/** Moments as the domain writes them. */
export const isoMoment = (sql: Tag, column: ReturnType<Tag>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** What the ledger says of the journal as a whole. */
export interface Ledger {
  /** Of the last batch; null while there was none. */
  readonly moment: string | null
  readonly newestDay: string | null
}

/** The opening of a batch: its moment, and the last number that an observation has. */
export interface Opening {
  readonly moment: string
  readonly lastId: number
}

/** Waits for the batch that is being written, if any, and begins the next: nobody else writes until the transaction ends. */
export const openBatch = async (sql: Tag): Promise<Opening> => {
  // The clock is read once the lock is held: a moment must be later than every one before it.
  await sql`select from observation_ledger for update`
  const [opened] = await sql<Array<Opening>>`
    update observation_ledger
    set moment = greatest(date_trunc('milliseconds', clock_timestamp()), moment + interval '1 millisecond')
    returning ${isoMoment(sql, sql`moment`)} as moment, last_id::float8 as "lastId"`
  if (opened === undefined) throw new Error("observation_ledger lost its row")
  return opened
}

/**
 * The moment of a change to anything else that verdicts rest on: events, criteria sets, recognitions.
 *
 * **Details** They share the order of the journal, so that what was known at a moment of either never changes. Nobody else writes
 * until the transaction ends.
 */
export const nextMoment = async (sql: Tag): Promise<Moment> => Moment.make((await openBatch(sql)).moment)

/** Notes what a batch recorded. */
export const closeBatch = async (sql: Tag, lastId: number, newestDay: string | null): Promise<void> => {
  await sql`update observation_ledger set last_id = ${lastId}, newest_day = greatest(newest_day, ${newestDay}::date)`
}

/**
 * The end of a question that waits for whoever writes; no row where the transaction itself is to change something.
 *
 * **Details** Two that both hold the row shared and then want to write would wait for each other for ever. What a change rests on is checked
 * again once its journal is held, so it need not wait before.
 */
export const unlessChanging = (sql: Tag) =>
  sql`and current_setting('ntm.changing', true) is distinct from 'on' for share`

const selectLedger = (sql: Tag, settled: boolean) => sql<Array<Ledger>>`
  select ${isoMoment(sql, sql`moment`)} as moment, newest_day as "newestDay" from observation_ledger
  where true ${settled ? unlessChanging(sql) : sql``}`

/** Reads the ledger; `settled`: only once the batch that is being written, if any, has ended. */
const readLedger = async (sql: Tag, settled: boolean): Promise<Ledger> => {
  const [waited] = await selectLedger(sql, settled)
  const [ledger] = waited === undefined && settled ? await selectLedger(sql, false) : [waited]
  if (ledger === undefined) throw new Error("observation_ledger lost its row")
  return ledger
}

/**
 * To be asked before anything is read as known at a moment (null: now).
 *
 * **Details** A batch that is being written may bear an earlier moment than the one asked for. Such a question waits until it
 * has ended: what is read after this is the same however often it is read again.
 */
export const settle = async (sql: Tag, knownAt: string | null): Promise<Ledger> => {
  const ledger = await readLedger(sql, false)
  return knownAt !== null && (ledger.moment === null || ledger.moment < knownAt) ? readLedger(sql, true) : ledger
}
