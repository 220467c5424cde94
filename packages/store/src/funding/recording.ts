import { type Actor, dayInVietnam } from "@ntm/domain/criteria"
import {
  type AdjustedEntry,
  checkAdjustments,
  type CheckedEntry,
  checkEntries,
  type EntryRecording,
  FundingEntryId,
  type FundingProblem,
  fundingRefusalFor,
  statedAlready,
  type WorkId
} from "@ntm/domain/funding"
import { type Chronicle, UnitId } from "@ntm/domain/units"
import type { Day, Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { closeJournal, openJournal } from "../journal/ledger.ts"
import { appendRows, numbers } from "../observations/copy.ts"
import { placedUnits, recorderId } from "../observations/dictionaries.ts"
import { entryKindCodes, sourceCodes, stageCodes, tierCodes } from "./codes.ts"
import { agencyIds, paperIds, paperKey } from "./dictionaries.ts"
import { writersOf } from "../journal/written-by.ts"

/** What a batch was recorded as, along its rows. */
export interface RecordedEntries {
  readonly ids: ReadonlyArray<FundingEntryId>
  readonly recordedAt: Moment
}

/** Who writes, and against what it is checked. */
export interface EntryWriter {
  readonly chronicle: Chronicle
  readonly actor: Actor
  /** The units that works were approved for. */
  readonly worksOf: (sql: Tag, ids: ReadonlyArray<WorkId>) => Promise<ReadonlyMap<WorkId, UnitId>>
  /** Whether what the journal says already is refused; an import knows itself what is there. */
  readonly onlyNew: boolean
}

/** Throws the refusal that these problems make, if any. */
const refuse = (problems: ReadonlyArray<FundingProblem>): void => {
  const refusal = fundingRefusalFor(problems)
  if (refusal !== null) throw refusal
}

const required = <A>(value: A | undefined, what: string): A => {
  if (value === undefined) throw new Error(`${what} is missing`)
  return value
}

/** The entries that adjustments name, with what stands of each. */
const adjustedEntries = async (
  sql: Tag,
  ids: ReadonlyArray<FundingEntryId>
): Promise<ReadonlyMap<FundingEntryId, AdjustedEntry>> => {
  if (ids.length === 0) return new Map()
  const rows = await sql<
    Array<{
      id: number
      unit: number
      agency: string | null
      tier: number
      source: number
      year: number
      stage: number
      kind: number
      work: WorkId | null
      standing: number
    }>
  >`
    select e.id::float8 as id, e.unit, a.name as agency, e.tier, e.source, e.year, e.stage, e.kind, e.work,
      (e.amount + coalesce((select sum(c.amount) from funding_entry c where c.adjusts = e.id), 0))::float8 as standing
    from funding_entry e left join funding_agency a on a.id = e.agency
    where e.id = any(${numbers(ids)}::bigint[])`
  return new Map(
    rows.map(({ id, kind, source, stage, tier, unit, ...row }) => [
      FundingEntryId.make(id),
      {
        ...row,
        id: FundingEntryId.make(id),
        unit: UnitId.make(unit),
        kind: entryKindCodes.word(kind),
        source: sourceCodes.word(source),
        stage: stageCodes.word(stage),
        tier: tierCodes.word(tier)
      }
    ])
  )
}

/** Rows of a batch that are looked up one by one in the journal; more are joined with all of it at once. */
const LOOPED = 200

/** Money of the same unit, source and work at the same stage. */
const sameMoney = (sql: Tag) => sql`
  (known.province, known.year, known.stage, known.tier, known.unit) = (fresh.province, fresh.year, fresh.stage, fresh.tier, fresh.unit)
  and known.source = fresh.source and known.kind = fresh.kind
  and known.agency is not distinct from fresh.agency and known.work is not distinct from fresh.work
  and known.adjusts is not distinct from fresh.adjusts`

/** What the journal said before from the same place of the same document, or as well without one; see `sameness` of the domain. */
const alreadyStated = async (
  sql: Tag,
  lastId: number,
  rows: ReadonlyArray<CheckedEntry>
): Promise<ReadonlyArray<FundingProblem>> => {
  // Nothing is known yet of how many rows are new: of many, a loop over what the journal says of a unit would take minutes.
  if (rows.length > LOOPED) await sql`set local enable_nestloop = off`
  // Two ways, for each to be joined by what tells its entries apart: a place of a document, or the amount and the day.
  const found = await sql<Array<{ id: number; known: number }>>`
    with fresh as (
      select e.*, p.place from funding_entry e left join funding_paper p on p.id = e.paper where e.id > ${lastId}
    )
    select id::float8 as id, max(known)::float8 as known from (
      select fresh.id, known.id as known
      from fresh join funding_entry known on ${sameMoney(sql)} and known.paper = fresh.paper
      where fresh.place is not null and known.id <= ${lastId}
      union all
      select fresh.id, known.id as known
      from fresh join funding_entry known on ${sameMoney(sql)} and known.amount = fresh.amount and known.day = fresh.day
      where fresh.place is null and known.id <= ${lastId} and known.paper is not distinct from fresh.paper
    ) same
    group by id order by id`
  if (rows.length > LOOPED) await sql`set local enable_nestloop = on`
  const writers = await writersOf(
    sql,
    "funding_entry",
    found.map(({ known }) => known)
  )
  return found.map(({ id, known }) =>
    statedAlready(
      required(rows[id - lastId - 1], "a row that was recorded"),
      FundingEntryId.make(known),
      required(writers.get(known), "whose an entry is")
    )
  )
}

const columns = [
  "id",
  "amount",
  "recorded_at",
  "unit",
  "day",
  "recorder",
  "province",
  "year",
  "source",
  "stage",
  "tier",
  "kind",
  "illustrative",
  "paper",
  "agency",
  "work",
  "adjusts"
]

const isNoted = ({ content, from, quantity, reason }: CheckedEntry): boolean =>
  from !== null || content !== null || quantity !== null || reason !== null

/** The entries that a batch names as adjusted, each once. */
const named = (rows: ReadonlyArray<CheckedEntry>): ReadonlyArray<FundingEntryId> => [
  ...new Set(rows.flatMap(({ adjusts }) => adjusts ?? []))
]

/**
 * Writes a batch, in the transaction of `sql`; throws `FundingRefused` with every problem, and the transaction has to be rolled back then.
 *
 * **Details** A dozen statements however long the batch: rows go in by COPY.
 */
export const recordEntries = async (
  sql: Tag,
  batch: ReadonlyArray<EntryRecording>,
  { actor, chronicle, onlyNew, worksOf }: EntryWriter
): Promise<RecordedEntries> => {
  const { lastId, moment } = await openJournal(sql, "funding")
  const asked = [...new Set(batch.flatMap(({ work }) => work ?? []))]
  const works = asked.length === 0 ? new Map<WorkId, UnitId>() : await worksOf(sql, asked)
  const checked = checkEntries({ chronicle, actor, today: dayInVietnam(moment), works }, batch)
  const misplaced = checkAdjustments(checked.accepted, await adjustedEntries(sql, named(checked.accepted)))
  const problems = [...checked.problems, ...misplaced]
  const wrong = new Set(misplaced.map(({ row }) => row))
  const rows = checked.accepted.filter(({ row }) => !wrong.has(row))
  if (rows.length === 0) {
    refuse(problems)
    return { ids: [], recordedAt: moment }
  }
  const days = new Map<UnitId, Day>()
  for (const { day, unit } of rows) if (!days.has(unit)) days.set(unit, day)
  const provinces = await placedUnits(sql, chronicle.register, days)
  const papers = await paperIds(
    sql,
    rows.flatMap(({ document, place }) => (document === null ? [] : [{ document, place }]))
  )
  const agencies = await agencyIds(
    sql,
    rows.flatMap(({ agency }) => agency ?? [])
  )
  const recorder = await recorderId(sql, actor)
  await appendRows(
    sql,
    "funding_entry",
    columns,
    rows.map((entry, at) => [
      lastId + 1 + at,
      entry.amount,
      moment,
      entry.unit,
      entry.day,
      recorder,
      required(provinces.get(entry.unit), "the place of a unit"),
      entry.year,
      sourceCodes.code(entry.source),
      stageCodes.code(entry.stage),
      tierCodes.code(entry.tier),
      entryKindCodes.code(entry.kind),
      entry.illustrative,
      entry.document === null ? null : required(papers.get(paperKey(entry.document, entry.place)), "a document"),
      entry.agency === null ? null : required(agencies.get(entry.agency), "an agency"),
      entry.work,
      entry.adjusts
    ])
  )
  refuse(onlyNew ? [...problems, ...(await alreadyStated(sql, lastId, rows))] : problems)
  const noted = rows.flatMap((entry, at) => {
    const { content, from: given, quantity, reason } = entry
    return isNoted(entry)
      ? [{ entry: lastId + 1 + at, given, content, quantity: quantity?.amount, unit: quantity?.unit, reason }]
      : []
  })
  if (noted.length > 0)
    await sql`
      insert into funding_note (entry, given, content, quantity, quantity_unit, reason)
      select entry, case when json_typeof(given) <> 'null' then given end, content, quantity, unit, reason
      from json_to_recordset(${JSON.stringify(noted)}::text::json)
        as noted (entry bigint, given json, content text, quantity float8, unit text, reason text)`
  await closeJournal(sql, "funding", lastId + rows.length)
  return { ids: rows.map((_, at) => FundingEntryId.make(lastId + 1 + at)), recordedAt: moment }
}
