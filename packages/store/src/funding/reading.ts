import {
  type EntriesQuestion,
  FundingEntry,
  type FundingAsOf,
  type FundingSum,
  type Placement,
  type StatedTier,
  type SumsQuestion,
  type TiersQuestion
} from "@ntm/domain/funding"
import { Dong } from "@ntm/domain/values"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { numbers } from "../observations/copy.ts"
import { isoMoment } from "../observations/ledger.ts"
import { entryKindCodes, sourceCodes, stageCodes, tierCodes } from "./codes.ts"

/** An exact amount of what the database summed: a double that is no safe integer was rounded, or is beyond the range of amounts. */
const exact = (sum: number): Dong => Dong.make(sum)

/** Which entries count: of a day at the latest, recorded by a moment. */
const standing = (sql: Tag, { asOf, knownAt }: FundingAsOf) => sql`
  e.day <= ${asOf} ${knownAt === null ? sql`` : sql`and e.recorded_at <= ${knownAt}`}`

/** The provinces under which rows of these units are kept: they lead the key. */
const provincesOf = (sql: Tag, units: string) => sql`
  array(select distinct province from observed_unit where unit = any(${units}::int[]))`

/** Placements are asked about again and again, and are long: their text is kept with them. */
const texts = new WeakMap<Placement, { readonly units: string; readonly rows: string }>()

const textOf = (placement: Placement) => {
  const text = texts.get(placement) ?? { units: numbers(placement.units), rows: numbers(placement.rows) }
  texts.set(placement, text)
  return text
}

/** Sums by row, agency, source, year, stage and kind, in one statement whatever the number of units. */
export const readSums = async (sql: Tag, question: SumsQuestion): Promise<ReadonlyArray<FundingSum>> => {
  const { placement, stages, tier, years } = question
  const { rows: places, units } = textOf(placement)
  const rows = await sql<
    Array<{
      row: number
      agency: string | null
      source: number
      year: number
      stage: number
      kind: number
      amount: number
      illustrative: boolean
    }>
  >`
    select s.row, a.name as agency, s.source, s.year, s.stage, s.kind, s.amount::float8 as amount, s.illustrative
    from (
      select p.row, e.agency, e.source, e.year, e.stage, e.kind, sum(e.amount) as amount, bool_or(e.illustrative) as illustrative
      from funding_entry e join unnest(${units}::int[], ${places}::int[]) as p (unit, row) on p.unit = e.unit
      where e.province = any(${provincesOf(sql, units)})
        and e.year = any(${numbers(years)}::smallint[])
        and e.stage = any(${numbers(stages.map(stageCodes.code))}::smallint[])
        and e.tier = ${tierCodes.code(tier)} and ${standing(sql, question)}
      group by p.row, e.agency, e.source, e.year, e.stage, e.kind) s
    left join funding_agency a on a.id = s.agency`
  return rows.map(({ amount, kind, source, stage, ...row }) => ({
    ...row,
    source: sourceCodes.word(source),
    stage: stageCodes.word(stage),
    kind: entryKindCodes.word(kind),
    amount: exact(amount)
  }))
}

/** Tiers at which anything of the units is stated, with the totals: the newest year first. */
export const readTiers = async (sql: Tag, question: TiersQuestion): Promise<ReadonlyArray<StatedTier>> => {
  const units = numbers(question.units)
  const rows = await sql<Array<{ year: number; stage: number; tier: number; amount: number; illustrative: boolean }>>`
    select e.year, e.stage, e.tier, sum(e.amount)::float8 as amount, bool_or(e.illustrative) as illustrative
    from funding_entry e join unnest(${units}::int[]) as asked (unit) on asked.unit = e.unit
    where e.province = any(${provincesOf(sql, units)})
      ${question.years == null ? sql`` : sql`and e.year = any(${numbers(question.years)}::smallint[])`}
      and ${standing(sql, question)}
    group by e.year, e.stage, e.tier order by e.year desc, e.stage, e.tier`
  return rows.map(({ amount, illustrative, stage, tier, year }) => ({
    year,
    stage: stageCodes.word(stage),
    tier: tierCodes.word(tier),
    amount: exact(amount),
    illustrative
  }))
}

const decodeEntries = Schema.decodeUnknownSync(Schema.Array(FundingEntry))

/** Whole entries `e` that a condition selects, with their recorder `r`, in the order of recording. */
export const selectEntries = async (
  sql: Tag,
  condition: ReturnType<Tag>,
  limit: number | null
): Promise<ReadonlyArray<FundingEntry>> => {
  const rows = await sql<
    Array<
      Record<string, unknown> & {
        readonly tier: number
        readonly source: number
        readonly stage: number
        readonly kind: number
        readonly quantity: number | null
        readonly quantityUnit: string | null
      }
    >
  >`
    select e.id::float8 as id, e.unit, e.tier, a.name as agency, n.given as "from", e.source, e.year, e.stage, e.kind, n.content,
      e.amount::float8 as amount, n.quantity, n.quantity_unit as "quantityUnit", e.day, e.work, p.document, p.place, n.reason,
      e.adjusts::float8 as adjusts, e.illustrative, ${isoMoment(sql, sql`e.recorded_at`)} as "recordedAt",
      json_build_object('name', r.name, 'role', r.role, 'agency', r.agency) as "recordedBy"
    from funding_entry e
      join observation_recorder r on r.id = e.recorder
      left join funding_agency a on a.id = e.agency
      left join funding_paper p on p.id = e.paper
      left join funding_note n on n.entry = e.id
    where ${condition}
    order by e.id ${limit === null ? sql`` : sql`limit ${limit}`}`
  return decodeEntries(
    rows.map(({ kind, quantity, quantityUnit, source, stage, tier, ...row }) => ({
      ...row,
      tier: tierCodes.word(tier),
      source: sourceCodes.word(source),
      stage: stageCodes.word(stage),
      kind: entryKindCodes.word(kind),
      quantity: quantity === null ? null : { amount: quantity, unit: quantityUnit }
    }))
  )
}

/** Entries one by one, in the order of recording. */
export const readEntries = (sql: Tag, question: EntriesQuestion): Promise<ReadonlyArray<FundingEntry>> => {
  const { after = null, limit = null, stages = null, units, works, years } = question
  const condition: ReturnType<Tag> = sql`
    ${standing(sql, question)}
    ${after === null ? sql`` : sql`and e.id > ${after}`}
    ${units === null ? sql`` : sql`and e.unit = any(${numbers(units)}::int[])`}
    ${years === null ? sql`` : sql`and e.year = any(${numbers(years)}::smallint[])`}
    ${stages === null ? sql`` : sql`and e.stage = any(${numbers(stages.map(stageCodes.code))}::smallint[])`}
    ${works === null ? sql`` : sql`and e.work = any(${numbers(works)}::int[])`}`
  return selectEntries(sql, condition, limit)
}
