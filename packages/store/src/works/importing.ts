import { dayInVietnam } from "@ntm/domain/criteria"
import { type EntryRecording, WorkId } from "@ntm/domain/funding"
import type { Day } from "@ntm/domain/values"
import { LandGiftId, ReportId, type Work } from "@ntm/domain/works"
import type { Tag } from "../database/database.ts"
import { closeJournal, openJournal } from "../journal/ledger.ts"
import { numbers } from "../observations/copy.ts"
import { recorderId } from "../observations/dictionaries.ts"
import { checkImported, hashOf, type ImportedWorks } from "./imported.ts"
import { readJournal } from "./reading.ts"
import type { WorksWriter } from "./recording.ts"
import { giftSaid, giftTakenBack, reportsSaid, type Standing, standingOf, withdrawal } from "./renewing.ts"
import { insertBatch, insertGifts, insertLandEvents, insertReports, insertWorks, type Stamp } from "./writing.ts"

/** The import that brings works, and those under its name before. */
export interface WorksImport {
  readonly importId: number
  readonly earlier: ReadonlyArray<number>
}

const required = <A>(value: A | undefined, what: string): A => {
  if (value === undefined) throw new Error(`${what} is missing`)
  return value
}

/** The journal's numbers of the importer's works by their codes, also of those that it has no more. */
const knownWorks = async (sql: Tag, recorder: number): Promise<ReadonlyMap<string, WorkId>> => {
  const rows = await sql<Array<{ id: number; code: string }>>`select id, code from work where recorder = ${recorder}`
  return new Map(rows.map(({ code, id }) => [code, WorkId.make(id)]))
}

/** Brings works that are there to what the import says of them: like all reference data, they are renewed in place. */
const renewWorks = async (sql: Tag, works: ReadonlyArray<Work>, recorder: number, moment: string): Promise<void> => {
  await sql`
    update work set name = n.name, batch = n.batch, sector = n.sector, investor = n.investor, cost = n.cost, size = n.size,
      milestones = n.milestones, serves = n.serves, document = n.document, illustrative = n.illustrative, withdrawn_at = null
    from json_to_recordset(${JSON.stringify(works)}::text::json) as n (id int, name text, batch text, sector text, investor text, cost bigint,
      size jsonb, milestones jsonb, serves jsonb, document text, illustrative boolean)
    where work.id = n.id and work.recorder = ${recorder}`
  await sql`
    update work set withdrawn_at = ${moment}
    where recorder = ${recorder} and withdrawn_at is null and id <> all(${numbers(works.map(({ id }) => id))}::int[])`
}

/** An import with the journal's numbers in the place of its own. */
class Numbering {
  private last: number
  readonly works = new Map<number, WorkId>()
  private readonly reports = new Map<number, ReportId>()

  constructor(lastId: number) {
    this.last = lastId
  }

  get lastId(): number {
    return this.last
  }

  next(): number {
    this.last += 1
    return this.last
  }

  /** Takes so many numbers; answers the last before them. */
  take(count: number): number {
    const before = this.last
    this.last += count
    return before
  }

  work(local: number): WorkId {
    return required(this.works.get(local), `work ${local}`)
  }

  report(local: number): ReportId {
    const known = this.reports.get(local) ?? ReportId.make(this.next())
    this.reports.set(local, known)
    return known
  }
}

const bringReports = async (
  sql: Tag,
  { reports }: ImportedWorks,
  standing: Standing,
  numbering: Numbering,
  stamp: Stamp
): Promise<void> => {
  const byWork = Map.groupBy(reports, ({ work }) => numbering.work(work))
  const changed = [...byWork].filter(
    ([work, own]) => reportsSaid(own) !== reportsSaid(standing.reports.get(work) ?? [])
  )
  const gone = changed.flatMap(([work]) => standing.reports.get(work) ?? [])
  await insertReports(
    sql,
    [
      ...gone.map((report) => withdrawal(ReportId.make(numbering.next()), report)),
      ...changed.flatMap(([work, own]) =>
        own.map((report) => ({
          ...report,
          work,
          id: numbering.report(report.id),
          body:
            report.body._tag === "solved"
              ? { ...report.body, problem: numbering.report(report.body.problem) }
              : report.body
        }))
      )
    ],
    stamp
  )
}

const bringLand = async (
  sql: Tag,
  { gifts, landEvents }: ImportedWorks,
  standing: Standing,
  numbering: Numbering,
  { chronicle: { register } }: WorksWriter,
  stamp: Stamp
): Promise<void> => {
  const eventsOf = Map.groupBy(landEvents, ({ gift }) => gift)
  const known = new Map([...standing.gifts.values()].map(({ events, gift }) => [giftSaid(gift, events), gift]))
  const fresh = gifts.flatMap((gift) => {
    const work = gift.work === null ? null : numbering.work(gift.work)
    const events = eventsOf.get(gift.id) ?? []
    const said = giftSaid({ ...gift, work }, events)
    if (known.delete(said)) return []
    return [{ gift: { ...gift, work, id: LandGiftId.make(numbering.next()) }, events }]
  })
  await insertGifts(
    sql,
    register,
    fresh.map(({ gift }) => gift),
    stamp
  )
  const events = [
    ...[...known.values()].map(giftTakenBack),
    ...fresh.flatMap(({ events: own, gift: { id } }) => own.map((event) => ({ ...event, gift: id })))
  ]
  await insertLandEvents(sql, events, numbering.take(events.length), stamp)
}

/** Writes what stands not yet, and takes back what is said no more. */
const bring = async (sql: Tag, imported: ImportedWorks, writer: WorksWriter, recorder: number) => {
  const { lastId, moment } = await openJournal(sql, "works")
  const stamp = { moment, recorder }
  const today = dayInVietnam(moment)
  checkImported(imported, { ...writer, today }, moment)
  const numbering = new Numbering(lastId)
  const known = await knownWorks(sql, recorder)
  const { register } = writer.chronicle
  for (const batch of imported.batches) await insertBatch(sql, register, batch, today, stamp)
  const days = new Map(imported.batches.map(({ approvedOn, id }) => [id, approvedOn ?? today]))
  const fresh: Array<Work> = []
  const renewed: Array<Work> = []
  for (const work of imported.works) {
    const before = known.get(work.code)
    const id = before ?? WorkId.make(numbering.next())
    numbering.works.set(work.id, id)
    if (before === undefined) fresh.push({ ...work, id })
    else renewed.push({ ...work, id })
  }
  if (known.size > 0) await renewWorks(sql, renewed, recorder, moment)
  const dayOf = ({ batch }: Work): Day => (batch === null ? today : (days.get(batch) ?? today))
  await insertWorks(sql, register, fresh, dayOf, stamp)
  const { agency, name, role } = writer.actor
  // The first time there is nothing to compare with, and nothing need be read.
  const journal = known.size === 0 ? null : await readJournal(sql, null)
  const standing =
    journal === null ? { reports: new Map(), gifts: new Map() } : standingOf(journal, { name, role, agency })
  await bringReports(sql, imported, standing, numbering, stamp)
  await bringLand(sql, imported, standing, numbering, writer, stamp)
  await closeJournal(sql, "works", numbering.lastId)
}

/**
 * Brings the journal of works to what the import says, in the transaction of `sql`; answers its money with the journal's numbers of works.
 *
 * **Details** What stands already is left alone, and the same content as before is not even compared. Works are renewed in place; what was
 * reported of one that says something else now is taken back and reported anew: the journal is never rewritten. What people reported stays.
 * Throws `WorksRefused` with every problem.
 */
export const importWorks = async (
  sql: Tag,
  imported: ImportedWorks,
  writer: WorksWriter,
  { earlier, importId }: WorksImport
): Promise<ReadonlyArray<EntryRecording>> => {
  const hash = hashOf(imported)
  const [before] = await sql<Array<{ hash: string }>>`
    select works_sha256 as hash from source_import
    where id = any(${numbers(earlier)}::bigint[]) and works_sha256 is not null order by id desc limit 1`
  await sql`update source_import set works_sha256 = ${hash} where id = ${importId}`
  const recorder = await recorderId(sql, writer.actor)
  if (before?.hash !== hash) await bring(sql, imported, writer, recorder)
  const ids = await knownWorks(sql, recorder)
  const codes = new Map<number, string>(imported.works.map(({ code, id }) => [id, code]))
  const idOf = (local: number): WorkId => required(ids.get(codes.get(local) ?? ""), `work ${local}`)
  return imported.entries.map((entry) => (entry.work === null ? entry : { ...entry, work: idOf(entry.work) }))
}
