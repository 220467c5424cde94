import type { Register, UnitId } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import type { Batch, LandEvent, LandGift, Work, WorkReport } from "@ntm/domain/works"
import type { Tag } from "../database/database.ts"
import { appendRows, numbers } from "../observations/copy.ts"
import { placedUnits } from "../observations/dictionaries.ts"

/** When and by whom rows are recorded. */
export interface Stamp {
  readonly moment: string
  readonly recorder: number
}

const required = <A>(value: A | undefined, what: string): A => {
  if (value === undefined) throw new Error(`${what} is missing`)
  return value
}

/** A row of some unit on a day: where it is kept is decided when the unit is first met. */
const placesOf = (sql: Tag, register: Register, rows: ReadonlyArray<{ readonly unit: UnitId; readonly day: Day }>) => {
  const days = new Map<UnitId, Day>()
  for (const { day, unit } of rows) if (!days.has(unit)) days.set(unit, day)
  return placedUnits(sql, register, days)
}

/** The provinces under which works are kept, by number. */
const provincesOf = async (sql: Tag, table: "work" | "land_gift", ids: Iterable<number>) => {
  const rows = await sql<Array<{ id: number; province: number }>>`
    select id, province from ${sql(table)} where id = any(${numbers(new Set(ids))}::int[])`
  return new Map(rows.map(({ id, province }) => [id, province]))
}

/** Puts a batch down unless it is there; whoever put it down says how it is called. */
export const insertBatch = async (
  sql: Tag,
  register: Register,
  batch: Batch,
  today: Day,
  stamp: Stamp
): Promise<void> => {
  const places = await placesOf(sql, register, [{ unit: batch.unit, day: batch.approvedOn ?? today }])
  const { approvedOn, document, due, id, name, unit, year } = batch
  await sql`
    insert into work_batch (province, id, unit, name, year, document, approved_on, due, recorded_at, recorder)
    values (${required(places.get(unit), "the place of a unit")}, ${id}, ${unit}, ${name}, ${year}, ${document}, ${approvedOn}, ${due},
      ${stamp.moment}, ${stamp.recorder})
    on conflict on constraint work_batch_once do update set name = excluded.name, year = excluded.year, document = excluded.document,
      approved_on = excluded.approved_on, due = excluded.due
    where work_batch.recorder = excluded.recorder`
}

/** Puts works down; `day`: on which their units stand. */
export const insertWorks = async (
  sql: Tag,
  register: Register,
  works: ReadonlyArray<Work>,
  dayOf: (work: Work) => Day,
  stamp: Stamp
): Promise<void> => {
  const places = await placesOf(
    sql,
    register,
    works.map((work) => ({ unit: work.unit, day: dayOf(work) }))
  )
  await appendRows(
    sql,
    "work",
    [
      "id",
      "province",
      "unit",
      "code",
      "batch",
      "sector",
      "name",
      "investor",
      "cost",
      "size",
      "milestones",
      "serves",
      "document",
      "illustrative",
      "recorded_at",
      "recorder"
    ],
    works.map((work) => [
      work.id,
      required(places.get(work.unit), "the place of a unit"),
      work.unit,
      work.code,
      work.batch,
      work.sector,
      work.name,
      work.investor,
      work.cost,
      work.size === null ? null : { json: work.size },
      { json: work.milestones },
      { json: work.serves },
      work.document,
      work.illustrative,
      stamp.moment,
      stamp.recorder
    ])
  )
}

/** Appends reports to works that are there. */
export const insertReports = async (
  sql: Tag,
  reports: ReadonlyArray<Omit<WorkReport, "recordedAt" | "recordedBy">>,
  stamp: Stamp
): Promise<void> => {
  const places = await provincesOf(
    sql,
    "work",
    reports.map(({ work }) => work)
  )
  await appendRows(
    sql,
    "work_report",
    [
      "id",
      "province",
      "work",
      "day",
      "body",
      "document",
      "evidence",
      "note",
      "illustrative",
      "recorded_at",
      "recorder"
    ],
    reports.map(({ body, day, document, evidence, id, illustrative, note, work }) => [
      id,
      required(places.get(work), "the place of a work"),
      work,
      day,
      { json: body },
      document,
      evidence.length === 0 ? null : { json: evidence },
      note,
      illustrative,
      stamp.moment,
      stamp.recorder
    ])
  )
}

/** Appends gifts of land. */
export const insertGifts = async (
  sql: Tag,
  register: Register,
  gifts: ReadonlyArray<Omit<LandGift, "recordedAt" | "recordedBy">>,
  stamp: Stamp
): Promise<void> => {
  const places = await placesOf(sql, register, gifts)
  await appendRows(
    sql,
    "land_gift",
    [
      "id",
      "province",
      "unit",
      "work",
      "household",
      "residential",
      "agricultural",
      "structures",
      "eligible",
      "parcels",
      "day",
      "document",
      "illustrative",
      "recorded_at",
      "recorder"
    ],
    gifts.map((gift) => [
      gift.id,
      required(places.get(gift.unit), "the place of a unit"),
      gift.unit,
      gift.work,
      gift.household,
      gift.residential,
      gift.agricultural,
      gift.structures,
      gift.eligible,
      gift.parcels,
      gift.day,
      gift.document,
      gift.illustrative,
      stamp.moment,
      stamp.recorder
    ])
  )
}

/** Appends what happened to gifts that are there, numbered on from `lastId`. */
export const insertLandEvents = async (
  sql: Tag,
  events: ReadonlyArray<Omit<LandEvent, "recordedAt" | "recordedBy">>,
  lastId: number,
  stamp: Stamp
): Promise<void> => {
  const places = await provincesOf(
    sql,
    "land_gift",
    events.map(({ gift }) => gift)
  )
  await appendRows(
    sql,
    "land_event",
    ["id", "province", "gift", "day", "event", "recorded_at", "recorder"],
    events.map(({ day, event, gift }, at) => [
      lastId + 1 + at,
      required(places.get(gift), "the place of a gift"),
      gift,
      day,
      { json: event },
      stamp.moment,
      stamp.recorder
    ])
  )
}
