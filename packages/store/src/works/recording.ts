import { type Actor, dayInVietnam, heardAs, type InputCatalogue } from "@ntm/domain/criteria"
import { WorkId } from "@ntm/domain/funding"
import { type Chronicle, UnitCode } from "@ntm/domain/units"
import {
  type Batch,
  checkLand,
  checkLandEvents,
  checkReports,
  checkWorks,
  LandGiftId,
  type LandEventRecording,
  type LandGiftRecording,
  type RecordedWorks,
  ReportId,
  type ReportRecording,
  type WorkRecording,
  type WorksChecking,
  type WorksProblem,
  worksRefusalFor
} from "@ntm/domain/works"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { closeJournal, openJournal } from "../journal/ledger.ts"
import { recorderId } from "../observations/dictionaries.ts"
import { unkept } from "../observations/evidence-named.ts"
import { readJournal, type Reach } from "./reading.ts"
import { insertBatch, insertGifts, insertLandEvents, insertReports, insertWorks, type Stamp } from "./writing.ts"

/** Who writes, and what recordings are held against beside the journal. */
export interface WorksWriter {
  readonly actor: Actor
  readonly chronicle: Chronicle
  readonly inputs: InputCatalogue
}

/** A batch that is open: nobody else writes to the journal until the transaction ends. */
interface Open {
  readonly checking: WorksChecking
  readonly lastId: number
  readonly recordedAt: RecordedWorks<never>["recordedAt"]
}

const open = async (sql: Tag, writer: WorksWriter, reach: Reach): Promise<Open> => {
  const { lastId, moment } = await openJournal(sql, "works")
  const journal = await readJournal(sql, reach)
  return {
    checking: { ...writer, journal, today: dayInVietnam(moment) },
    lastId,
    recordedAt: moment
  }
}

/** What rules say of rows, for the office that they hear them of: the rows are stamped with it. */
const heard = async <A extends { readonly problems: ReadonlyArray<WorksProblem> }>(
  sql: Tag,
  { checking, recordedAt: moment }: Open,
  check: (checking: WorksChecking) => A
): Promise<A & { readonly stamp: Stamp }> => {
  const { actor, checked } = heardAs(
    checking.actor,
    (one) => check({ ...checking, actor: one }),
    ({ problems }) => problems.length
  )
  return { ...checked, stamp: { moment, recorder: await recorderId(sql, actor) } }
}

/** Throws the refusal that these problems make, if any. */
const refuse = (problems: ReadonlyArray<WorksProblem>): void => {
  const refusal = worksRefusalFor(problems)
  if (refusal !== null) throw refusal
}

/**
 * Puts a batch down with its works, in the transaction of `sql`; throws `WorksRefused` with every problem of every row, and the transaction
 * has to be rolled back then. As do the others here.
 */
export const approveWorks = async (
  sql: Tag,
  writer: WorksWriter,
  batch: Batch,
  rows: ReadonlyArray<WorkRecording>
): Promise<RecordedWorks<WorkId>> => {
  const opened = await open(sql, writer, { codes: rows.map(({ code }) => code) })
  const { checking, lastId, recordedAt } = opened
  const { accepted, problems, stamp } = await heard(sql, opened, (one) => checkWorks(one, batch, rows))
  refuse(problems)
  const { register } = writer.chronicle
  await insertBatch(sql, register, batch, checking.today, stamp)
  const works = accepted.map(({ row: _, ...work }, at) => ({ ...work, id: WorkId.make(lastId + 1 + at) }))
  await insertWorks(sql, register, works, () => batch.approvedOn ?? checking.today, stamp)
  await closeJournal(sql, "works", lastId + works.length)
  return { ids: works.map(({ id }) => id), recordedAt }
}

/** "31/KM2024-11824-07" names a work by the code of its province and its own. */
const codeIn = (named: string): string => named.slice(named.indexOf("/") + 1)

/** Appends reports. Files that they name as evidence have to be kept here. */
export const recordReports = async (
  sql: Tag,
  writer: WorksWriter,
  rows: ReadonlyArray<ReportRecording>
): Promise<RecordedWorks<ReportId>> => {
  const named = rows.map(({ work }) => work)
  const opened = await open(sql, writer, {
    works: named.filter((work) => typeof work === "number"),
    codes: named.filter((work) => typeof work === "string").map(codeIn)
  })
  const { lastId, recordedAt } = opened
  const { accepted, problems, stamp } = await heard(sql, opened, (one) => checkReports(one, rows))
  const files = await unkept(sql, rows)
  refuse([...problems, ...files.map(({ field, row, sentence }) => ({ row, field, kind: "form" as const, sentence }))])
  const reports = accepted
    .toSorted((a, b) => a.row - b.row)
    .map(({ row: _, ...report }, at) => ({ ...report, id: ReportId.make(lastId + 1 + at) }))
  await insertReports(sql, reports, stamp)
  await closeJournal(sql, "works", lastId + reports.length)
  return { ids: reports.map(({ id }) => id), recordedAt }
}

const isCode = Schema.is(UnitCode)

/** Appends land that households agreed to give. */
export const recordGifts = async (
  sql: Tag,
  writer: WorksWriter,
  rows: ReadonlyArray<LandGiftRecording>
): Promise<RecordedWorks<LandGiftId>> => {
  const works = rows.flatMap(({ work }) => work ?? [])
  const { byCode } = writer.chronicle.register
  const units = rows.flatMap(({ unit }) => {
    if (typeof unit === "number") return [unit]
    return isCode(unit) ? (byCode.get(unit) ?? []).map(({ id }) => id) : []
  })
  const opened = await open(sql, writer, { works, units })
  const { lastId, recordedAt } = opened
  const { accepted, problems, stamp } = await heard(sql, opened, (one) => checkLand(one, rows))
  refuse(problems)
  const gifts = accepted
    .toSorted((a, b) => a.row - b.row)
    .map(({ row: _, ...gift }, at) => ({ ...gift, id: LandGiftId.make(lastId + 1 + at) }))
  await insertGifts(sql, writer.chronicle.register, gifts, stamp)
  await closeJournal(sql, "works", lastId + gifts.length)
  return { ids: gifts.map(({ id }) => id), recordedAt }
}

/** Appends what happened to land since it was given; answers the gifts, row by row. */
export const recordLandEvents = async (
  sql: Tag,
  writer: WorksWriter,
  rows: ReadonlyArray<LandEventRecording>
): Promise<RecordedWorks<LandGiftId>> => {
  const opened = await open(sql, writer, { gifts: rows.map(({ gift }) => gift) })
  const { lastId, recordedAt } = opened
  const { accepted, problems, stamp } = await heard(sql, opened, (one) => checkLandEvents(one, rows))
  refuse(problems)
  const events = accepted.toSorted((a, b) => a.row - b.row)
  await insertLandEvents(sql, events, lastId, stamp)
  await closeJournal(sql, "works", lastId + events.length)
  return { ids: events.map(({ gift }) => gift), recordedAt }
}
