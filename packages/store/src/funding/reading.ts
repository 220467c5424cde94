import {
  type EntriesQuestion,
  type FundingEntry,
  type FundingAsOf,
  type FundingSum,
  type LateFunding,
  type LateQuestion,
  type Placement,
  type RestingFunding,
  type StatedTier,
  type SumsQuestion,
  type TiersQuestion
} from "@ntm/domain/funding"
import { UnitId } from "@ntm/domain/units"
import { Day, dayNumber, Dong } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { numbers } from "../observations/copy.ts"
import { isoMoment } from "../observations/ledger.ts"
import { entryKindCodes, sourceCodes, stageCodes, tierCodes } from "./codes.ts"

/** An exact amount of what the database summed: a double that is no safe integer was rounded, or is beyond the range of amounts. */
const exact = (sum: number): Dong => Dong.make(sum)

/** Which entries count: of a day at the latest, recorded by a moment. */
const standing = (sql: Tag, { asOf, knownAt }: FundingAsOf) => sql`
  e.day <= ${asOf} ${knownAt === null ? sql`` : sql`and e.recorded_at <= ${knownAt}`}`

/** Where units stand that have no place in the table. */
const OUTSIDE = -1

/** Placements are asked about again and again, and are long: their text is kept with their units. */
const texts = new WeakMap<Placement["units"], { readonly rows: Placement["rows"] | null; readonly text: string }>()

/**
 * The row of every unit, by its id, as one array of PostgreSQL.
 *
 * **Details** To look a row up in it is one step; to join a table of units and rows is more than the rest of the statement, and its plan
 * goes wrong where nobody knows how long the table is.
 */
const rowsByUnit = (units: Placement["units"], rows: Placement["rows"] | null): string => {
  const known = texts.get(units)
  if (known !== undefined && known.rows === rows) return known.text
  const byUnit = new Int32Array(units.reduce<number>((most, unit) => Math.max(most, unit), 0)).fill(OUTSIDE)
  // Arrays of PostgreSQL begin at 1, as ids do.
  for (const [at, unit] of units.entries()) byUnit[unit - 1] = rows === null ? 0 : (rows[at] ?? OUTSIDE)
  const text = numbers(byUnit)
  texts.set(units, { rows, text })
  return text
}

/** Bytes of one sum: row; year, source, stage, kind and whether any of it is made up, in bits; agency; amount. */
const RECORD = 20

/** Sums as the database packed them, one after another. */
const unpacked = (packed: string, agencies: Readonly<Record<string, string>>): ReadonlyArray<FundingSum> => {
  const bytes = Buffer.from(packed, "base64")
  const sums: Array<FundingSum> = []
  for (let at = 0; at < bytes.length; at += RECORD) {
    const bits = bytes.readInt32BE(at + 4)
    const agency = bytes.readInt32BE(at + 8)
    sums.push({
      row: bytes.readInt32BE(at),
      agency: agency === 0 ? null : (agencies[agency] ?? null),
      year: bits >> 16,
      source: sourceCodes.word((bits >> 8) & 0xff),
      stage: stageCodes.word((bits >> 5) & 0x7),
      kind: entryKindCodes.word((bits >> 1) & 0xf),
      amount: exact(Number(bytes.readBigInt64BE(at + 12))),
      illustrative: (bits & 1) === 1
    })
  }
  return sums
}

/** $1: the row of every unit; $2 years; $3 stages; $4 tier; $5 as of; $6 known at. A parameter that is said once is read once. */
const sumsStatement = `
  with s as materialized (
    select ($1::int[])[e.unit] as row, e.agency, e.source, e.year, e.stage, e.kind, sum(e.amount) as amount,
      bool_or(e.illustrative) as illustrative
    from funding_entry e
    where e.province = any(array(select distinct u.province from observed_unit u where ($1::int[])[u.unit] > ${OUTSIDE}))
      and e.year = any($2::smallint[]) and e.stage = any($3::smallint[]) and e.tier = $4::smallint
      and ($1::int[])[e.unit] > ${OUTSIDE}
      and e.day <= $5::date and ($6::timestamptz is null or e.recorded_at <= $6::timestamptz)
    group by 1, e.agency, e.source, e.year, e.stage, e.kind)
  select
    encode(string_agg(
      int8send((row::int8 << 32) | (year::int8 << 16) | (source << 8) | (stage << 5) | (kind << 1) | illustrative::int)
        || int4send(coalesce(agency, 0)) || int8send(amount::int8), ''::bytea), 'base64') as packed,
    (select json_object_agg(a.id, a.name) from funding_agency a where a.id in (select agency from s)) as agencies
  from s`

/**
 * Sums by row, agency, source, year, stage and kind, in one statement whatever the number of units.
 *
 * **Details** They travel as one text of bytes: the driver takes some thousand rows apart more slowly than PostgreSQL sums them up.
 */
export const readSums = async (sql: Tag, question: SumsQuestion): Promise<ReadonlyArray<FundingSum>> => {
  const { asOf, knownAt, placement, stages, tier, years } = question
  const parameters = [
    rowsByUnit(placement.units, placement.rows),
    numbers(years),
    numbers(stages.map(stageCodes.code)),
    tierCodes.code(tier),
    asOf,
    knownAt
  ]
  const [found] = await sql.unsafe<Array<{ packed: string | null; agencies: Readonly<Record<string, string>> | null }>>(
    sumsStatement,
    parameters,
    { prepare: true }
  )
  const packed = found?.packed ?? null
  return packed === null ? [] : unpacked(packed, found?.agencies ?? {})
}

/** $1: the units, as `rowsByUnit` has them; $2 years, null: all; $3 as of; $4 known at. */
const tiersStatement = `
  select e.year, e.stage, e.tier, sum(e.amount)::float8 as amount, bool_or(e.illustrative) as illustrative
  from funding_entry e
  where e.province = any(array(select distinct u.province from observed_unit u where ($1::int[])[u.unit] > ${OUTSIDE}))
    and ($2::smallint[] is null or e.year = any($2::smallint[])) and ($1::int[])[e.unit] > ${OUTSIDE}
    and e.day <= $3::date and ($4::timestamptz is null or e.recorded_at <= $4::timestamptz)
  group by e.year, e.stage, e.tier order by e.year desc, e.stage, e.tier`

/** Tiers at which anything of the units is stated, with the totals: the newest year first. */
export const readTiers = async (
  sql: Tag,
  { asOf, knownAt, units, years = null }: TiersQuestion
): Promise<ReadonlyArray<StatedTier>> => {
  const parameters = [rowsByUnit(units, null), years === null ? null : numbers(years), asOf, knownAt]
  const rows = await sql.unsafe<
    Array<{ year: number; stage: number; tier: number; amount: number; illustrative: boolean }>
  >(tiersStatement, parameters, { prepare: true })
  return rows.map(({ amount, illustrative, stage, tier, year }) => ({
    year,
    stage: stageCodes.word(stage),
    tier: tierCodes.word(tier),
    amount: exact(amount),
    illustrative
  }))
}

/** No unit ends on it. */
const NEVER = 2_147_483_647

/** $1: the last day of every unit, counted from 1970-01-01; $2 years; $3 stages; $4 tier; $5 as of; $6 known at. */
const lateStatement = `
  select e.unit, e.source, sum(e.amount)::float8 as amount, min(e.day) as day
  from funding_entry e
  where e.province = any(array(select distinct u.province from observed_unit u where ($1::int[])[u.unit] < ${NEVER}))
    and e.year = any($2::smallint[]) and e.stage = any($3::smallint[]) and e.tier = $4::smallint
    and e.day - date '1970-01-01' > ($1::int[])[e.unit]
    and e.day <= $5::date and ($6::timestamptz is null or e.recorded_at <= $6::timestamptz)
  group by e.unit, e.source order by e.unit, e.source`

/** Money of units of a later day than their last. */
export const readLate = async (sql: Tag, question: LateQuestion): Promise<ReadonlyArray<LateFunding>> => {
  const { asOf, knownAt, lastDays, stages, tier, units, years } = question
  if (units.length === 0) return []
  const last = new Int32Array(units.reduce<number>((most, unit) => Math.max(most, unit), 0)).fill(NEVER)
  for (const [at, unit] of units.entries()) {
    const day = lastDays[at]
    if (day !== undefined) last[unit - 1] = dayNumber(day)
  }
  const rows = await sql.unsafe<Array<{ unit: number; source: number; amount: number; day: string }>>(
    lateStatement,
    [numbers(last), numbers(years), numbers(stages.map(stageCodes.code)), tierCodes.code(tier), asOf, knownAt],
    { prepare: true }
  )
  return rows.map(({ amount, day, source, unit }) => ({
    unit: UnitId.make(unit),
    source: sourceCodes.word(source),
    amount: exact(amount),
    day: Day.make(day)
  }))
}

/** $1: the units, as `rowsByUnit` has them; $2 as of; $3 known at. */
const restingStatement = `
  select e.unit, e.year, count(*)::int as count
  from funding_entry e
  where e.province = any(array(select distinct u.province from observed_unit u where ($1::int[])[u.unit] > ${OUTSIDE}))
    and ($1::int[])[e.unit] > ${OUTSIDE} and e.day <= $2::date and ($3::timestamptz is null or e.recorded_at <= $3::timestamptz)
  group by e.unit, e.year order by e.unit, e.year`

/** How many entries of each budget year rest on the units. */
export const readResting = async (
  sql: Tag,
  { asOf, knownAt, units }: FundingAsOf & { readonly units: ReadonlyArray<UnitId> }
): Promise<ReadonlyArray<RestingFunding>> => {
  const rows = await sql.unsafe<Array<{ unit: number; year: number; count: number }>>(
    restingStatement,
    [rowsByUnit(units, null), asOf, knownAt],
    { prepare: true }
  )
  return rows.map(({ unit, ...row }) => ({ ...row, unit: UnitId.make(unit) }))
}

/** An entry as the row has it: words as codes. */
interface EntryRow extends Omit<FundingEntry, "kind" | "quantity" | "source" | "stage" | "tier"> {
  readonly tier: number
  readonly source: number
  readonly stage: number
  readonly kind: number
  readonly quantity: number | null
  readonly quantityUnit: string | null
}

/**
 * Whole entries `e` that a condition selects, with their recorder `r`, in the order of recording.
 *
 * **Details** Rows are the store's own, written by the domain's checks, and are not decoded again: of 12,000 that took most of the time.
 */
export const selectEntries = async (
  sql: Tag,
  condition: ReturnType<Tag>,
  limit: number | null
): Promise<ReadonlyArray<FundingEntry>> => {
  const rows = await sql<Array<EntryRow>>`
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
  return rows.map(({ kind, quantity, quantityUnit, source, stage, tier, ...row }) => ({
    ...row,
    tier: tierCodes.word(tier),
    source: sourceCodes.word(source),
    stage: stageCodes.word(stage),
    kind: entryKindCodes.word(kind),
    quantity: quantity === null || quantityUnit === null ? null : { amount: quantity, unit: quantityUnit }
  }))
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
