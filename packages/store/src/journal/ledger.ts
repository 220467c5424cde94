import { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { isoMoment, unlessChanging } from "../observations/ledger.ts"

/** Journals that keep a row in `journal_ledger`; migrations put it there. */
export type JournalName = "funding" | "works" | "tasks" | "recommendations" | "inventory" | "people" | "accounts"

/** The opening of a batch: its moment, and the last number that was given. */
export interface JournalOpening {
  readonly moment: Moment
  readonly lastId: number
}

const noRow = (name: JournalName) => new Error(`journal_ledger lost the row of ${name}`)

/** Waits for the batch that is being written, if any, and begins the next: nobody else writes to this journal until the transaction ends. */
export const openJournal = async (sql: Tag, name: JournalName): Promise<JournalOpening> => {
  // The clock is read once the lock is held: a moment must be later than every one before it.
  await sql`select from journal_ledger where name = ${name} for update`
  const [opened] = await sql<Array<{ moment: string; lastId: number }>>`
    update journal_ledger
    set moment = greatest(date_trunc('milliseconds', clock_timestamp()), moment + interval '1 millisecond')
    where name = ${name}
    returning ${isoMoment(sql, sql`moment`)} as moment, last_id::float8 as "lastId"`
  if (opened === undefined) throw noRow(name)
  return { moment: Moment.make(opened.moment), lastId: opened.lastId }
}

/** Notes the last number that a batch gave. */
export const closeJournal = async (sql: Tag, name: JournalName, lastId: number): Promise<void> => {
  await sql`update journal_ledger set last_id = ${lastId} where name = ${name}`
}

const readMoment = (sql: Tag, name: JournalName, settled: boolean) => sql<Array<{ moment: string | null }>>`
  select ${isoMoment(sql, sql`moment`)} as moment from journal_ledger where name = ${name} ${settled ? unlessChanging(sql) : sql``}`

const momentOf = async (sql: Tag, name: JournalName, settled: boolean): Promise<Moment | null> => {
  const [waited] = await readMoment(sql, name, settled)
  const [ledger] = waited === undefined && settled ? await readMoment(sql, name, false) : [waited]
  if (ledger === undefined) throw noRow(name)
  return ledger.moment === null ? null : Moment.make(ledger.moment)
}

/** The moment of the last batch; null while there was none. */
export const journalMoment = (sql: Tag, name: JournalName): Promise<Moment | null> => momentOf(sql, name, false)

/** As `journalMoment`, once the batch that is being written, if any, has ended: nothing that bears an earlier moment comes after it. */
export const settledMoment = (sql: Tag, name: JournalName): Promise<Moment | null> => momentOf(sql, name, true)

/**
 * To be asked before anything is read as known at a moment; the moment up to which all is written now.
 *
 * **Details** A batch that is being written may bear an earlier moment than the one asked for. Such a question waits until it
 * has ended: what is read after this is the same however often it is read again.
 */
export const settleJournal = async (sql: Tag, name: JournalName, knownAt: Moment): Promise<Moment | null> => {
  const moment = await momentOf(sql, name, false)
  return moment === null || moment < knownAt ? momentOf(sql, name, true) : moment
}
