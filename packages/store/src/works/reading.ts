import type { Recorder } from "@ntm/domain/criteria"
import { Moment } from "@ntm/domain/values"
import type { Batch, LandEvent, LandGift, RestingWorks, Work, WorkReport, WorksJournal } from "@ntm/domain/works"
import type { Tag } from "../database/database.ts"
import { numbers } from "../observations/copy.ts"

type Part = ReturnType<Tag>

/** Of which works the journal is read. Null: of all. */
export interface Reach {
  readonly units?: Iterable<number>
  readonly works?: Iterable<number>
  readonly codes?: Iterable<string>
  /** Works and land of these gifts too. */
  readonly gifts?: Iterable<number>
}

/** Texts as an array parameter of PostgreSQL. */
const texts = (sql: Tag, values: Iterable<string>): Part =>
  sql`(select json_array_elements_text(${JSON.stringify([...values])}::text::json))`

/** Whether a work with this alias is within reach. */
const reached = (sql: Tag, reach: Reach | null, w: Part): Part => {
  if (reach === null) return sql`true`
  const { codes = [], gifts = [], units = [], works = [] } = reach
  return sql`(${w}.unit = any(${numbers(units)}::int[]) or ${w}.id = any(${numbers(works)}::int[]) or ${w}.code in ${texts(sql, codes)}
    or ${w}.id in (select g.work from land_gift g where g.id = any(${numbers(gifts)}::int[])))`
}

/** Land within reach: of a work that is, or of a unit that is asked for. */
const reachedLand = (sql: Tag, reach: Reach | null, g: Part): Part =>
  reach === null
    ? sql`true`
    : sql`(${g}.id = any(${numbers(reach.gifts ?? [])}::int[]) or ${g}.unit = any(${numbers(reach.units ?? [])}::int[])
        or ${g}.work = any(${numbers(reach.works ?? [])}::int[]))`

/** When a row was recorded, in milliseconds since 1970, and by whom: few differ, so they are told once each. */
interface Stamped {
  readonly at: number
  readonly recorder: number
}

const stamp = (sql: Tag, alias: Part): Part =>
  sql`(extract(epoch from ${alias}.recorded_at) * 1000)::float8 as at, ${alias}.recorder`

const once = <K, V>(make: (key: K) => V) => {
  const made = new Map<K, V>()
  return (key: K): V => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

/** Milliseconds since 1970 as a moment of the domain. */
const momentAt = once((at: number) => Moment.make(new Date(at).toISOString()))

const recordersOf = async (sql: Tag): Promise<(id: number) => Recorder> => {
  const rows = await sql<
    Array<Recorder & { readonly id: number }>
  >`select id, name, role, agency from observation_recorder`
  const known = new Map(rows.map(({ id, ...recorder }) => [id, recorder]))
  return (id) => {
    const recorder = known.get(id)
    if (recorder === undefined) throw new Error(`no recorder has the number ${id}`)
    return recorder
  }
}

/**
 * The journal, in the order of recording: a handful of statements, however many works there are.
 *
 * **Details** Rows are the store's own, written by the domain's checks, and are not decoded again: 1,850 works with 54,000 reports and
 * 12,500 gifts of land take some 0.3 s. Works that the reference data have no more are left out with all that is theirs.
 */
export const readJournal = async (sql: Tag, reach: Reach | null): Promise<WorksJournal> => {
  const recorderAt = await recordersOf(sql)
  const batches = await sql<Array<Batch>>`
    select id, name, unit, year, document, approved_on as "approvedOn", due from work_batch order by recorded_at, id`
  const works = await sql<Array<Work & Stamped>>`
    select w.id, w.unit, w.code, w.name, w.batch, w.sector, w.investor, w.cost::float8 as cost, w.size, w.milestones, w.serves, w.document,
      w.illustrative, ${stamp(sql, sql`w`)}
    from work w where w.withdrawn_at is null and ${reached(sql, reach, sql`w`)} order by w.id`
  const reports = await sql<
    Array<
      Omit<WorkReport, "evidence" | "recordedAt" | "recordedBy"> &
        Stamped & { readonly evidence: WorkReport["evidence"] | null }
    >
  >`
    select r.id, r.work, r.day, r.body, r.document, r.evidence, r.note, r.illustrative, ${stamp(sql, sql`r`)}
    from work_report r join work w on w.province = r.province and w.id = r.work
    where w.withdrawn_at is null and ${reached(sql, reach, sql`w`)} order by r.id`
  const gifts = await sql<Array<Omit<LandGift, "recordedAt" | "recordedBy"> & Stamped>>`
    select g.id, g.unit, g.work, g.household, g.residential, g.agricultural, g.structures, g.eligible, g.parcels, g.day, g.document,
      g.illustrative, ${stamp(sql, sql`g`)}
    from land_gift g where ${reachedLand(sql, reach, sql`g`)} order by g.id`
  const events = await sql<Array<Omit<LandEvent, "recordedAt" | "recordedBy"> & Stamped>>`
    select e.gift, e.day, e.event, ${stamp(sql, sql`e`)}
    from land_event e ${
      // Of all land it would look each gift up for nothing.
      reach === null
        ? sql``
        : sql`join land_gift g on g.province = e.province and g.id = e.gift where ${reachedLand(sql, reach, sql`g`)}`
    } order by e.id`
  const none: WorkReport["evidence"] = []
  const named = new Set(works.map(({ batch }) => batch))
  return {
    batches: reach === null || reach.codes !== undefined ? batches : batches.filter(({ id }) => named.has(id)),
    works: works.map(({ at, recorder: _, ...work }) => ({ ...work, recordedAt: momentAt(at) })),
    reports: reports.map(({ at, evidence, recorder, ...report }) => ({
      ...report,
      evidence: evidence ?? none,
      recordedAt: momentAt(at),
      recordedBy: recorderAt(recorder)
    })),
    gifts: gifts.map(({ at, recorder, ...gift }) => ({
      ...gift,
      recordedAt: momentAt(at),
      recordedBy: recorderAt(recorder)
    })),
    landEvents: events.map(({ at, recorder, ...event }) => ({
      ...event,
      recordedAt: momentAt(at),
      recordedBy: recorderAt(recorder)
    }))
  }
}

/** Works and gifts of land by the unit that they were put down for. */
export const readResting = (sql: Tag) =>
  sql<Array<RestingWorks>>`
    select unit, sum(works)::int as works, sum(gifts)::int as gifts from (
      select unit, count(*) as works, 0 as gifts from work where withdrawn_at is null group by unit
      union all select unit, 0, count(*) from land_gift group by unit) counted
    group by unit order by unit`
