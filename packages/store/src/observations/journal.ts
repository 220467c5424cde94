import type { Acceptance, JournalEntry } from "@ntm/domain/criteria"
import type { Tag } from "../database/database.ts"
import { stateCodes } from "./codes.ts"
import { numbers } from "./copy.ts"

type Part = ReturnType<Tag>

/** Pairs of a unit and an input that a reading looks at: `province`, `unit` and `input` of each. */
export type Reach = (sql: Tag) => Part

/** These inputs (null: all) of these units. */
export const ofUnits =
  (units: Iterable<number>, inputs: Iterable<number> | null): Reach =>
  (sql) =>
    sql`
    select u.province, u.unit, i.input from observed_unit u
    cross join ${
      inputs === null
        ? sql`(select position as input from observation_input) i`
        : sql`unnest(${numbers(inputs)}::smallint[]) as i (input)`
    }
    where u.unit = any(${numbers(units)}::int[])`

/** Pairs, place by place; the same may stand twice. */
export const ofPairs =
  (units: Iterable<number>, inputs: Iterable<number>): Reach =>
  (sql) =>
    sql`
    select distinct u.province, u.unit, pair.input
    from unnest(${numbers(units)}::int[], ${numbers(inputs)}::smallint[]) as pair (unit, input)
    join observed_unit u on u.unit = pair.unit`

/** Everything that is kept under a province. */
export const ofProvince =
  (province: number): Reach =>
  (sql) =>
    sql`
    select u.province, u.unit, i.position as input from observed_unit u cross join observation_input i
    where u.province = ${province}`

/** As known when, from which state on, as of which day; null: all that is known, whatever its day. */
export interface Standing {
  readonly accept: Acceptance
  readonly knownAt: string | null
  readonly asOf: string | null
}

/** The state by then of an observation with this alias. */
const stateBy = (sql: Tag, alias: Part, knownAt: string | null) => sql`coalesce(
  (select move.state from observation_move move
    where move.observation = ${alias}.id ${knownAt === null ? sql`` : sql`and move.at <= ${knownAt}`}
    order by move.at desc limit 1),
  ${alias}.state)`

/** Whether an observation with this alias was recorded by then, in a state that counts. */
const countsBy = (sql: Tag, alias: Part, { accept, knownAt }: Standing) => sql`
  ${knownAt === null ? sql`` : sql`${alias}.recorded_at <= ${knownAt} and`}
  ${stateBy(sql, alias, knownAt)} >= ${stateCodes[accept]}`

/** That `o` is corrected, looked up by itself. The second condition follows from the first: with it PostgreSQL looks into the index, never through all. */
const corrected = (sql: Tag): Part =>
  sql`exists (select from observation next where next.supersedes = o.id and next.id > o.id)`

/** Whether `o` counts, and nothing later of its line that counts corrects it. Few are corrected at all (`isCorrected`), and only of those the history is searched. */
const isInForce = (sql: Tag, standing: Standing, isCorrected: Part = corrected(sql)) => sql`
  ${countsBy(sql, sql`o`, standing)}
  and not (
    ${isCorrected}
    and exists (
      select from observation later
      where (later.province, later.unit, later.input) = (o.province, o.unit, o.input)
        and later.line = coalesce(o.line, o.id) and later.id > o.id and ${countsBy(sql, sql`later`, standing)}))`

/**
 * The observations in force, one a pair, in one statement: of those that count, and that no later one of their line that
 * counts corrects, the newest day. The domain's `latestOf` says the same of records.
 *
 * **Details** Each pair is one walk down the primary key, however long its history: some 5 µs. Numbers grow with the moments of
 * recording, so the greater one is the later recorded.
 */
export const inForce = (sql: Tag, reach: Reach, standing: Standing) => sql`
  select pair.province, pair.unit, pair.input, found.day, found.value, found.id, found.illustrative
  from (${reach(sql)}) pair cross join lateral (
    select o.day, o.value, o.id, o.illustrative from observation o
    where (o.province, o.unit, o.input) = (pair.province, pair.unit, pair.input)
      ${standing.asOf === null ? sql`` : sql`and o.day <= ${standing.asOf}`}
      and ${isInForce(sql, standing)}
    order by o.day desc, o.id desc limit 1) found`

/** Everything in a range of days that counts and that nothing later of its line that counts corrects. */
export const standingBetween = (sql: Tag, reach: Reach, from: string, standing: Standing) => sql`
  select o.unit, i.key as input, o.kind, o."from", o.day, o.value
  from (${reach(sql)}) pair
  join observation o on (o.province, o.unit, o.input) = (pair.province, pair.unit, pair.input)
  join observation_input i on i.position = o.input
  where o.day >= ${from} ${standing.asOf === null ? sql`` : sql`and o.day <= ${standing.asOf}`}
    and ${countsBy(sql, sql`o`, standing)}
    and not exists (
      select from observation later
      where (later.province, later.unit, later.input) = (o.province, o.unit, o.input)
        and later.line = coalesce(o.line, o.id) and later.id > o.id and ${countsBy(sql, sql`later`, standing)})
  order by o.id`

/** Those of the units of which a value in force was made up. Few units have any, or nearly all: the others are passed over at once. */
export const madeUp = (sql: Tag, units: Iterable<number>, inputs: Iterable<number>, standing: Standing) => sql<
  Array<{ unit: number }>
>`
  select u.unit from observed_unit u
  where u.unit = any(${numbers(units)}::int[])
    and u.unit in (select o.unit from observation o where o.illustrative)
    and exists (
      select from (${inForce(
        sql,
        () => sql`select u.province, u.unit, i.input from unnest(${numbers(inputs)}::smallint[]) as i (input)`,
        standing
      )}) found where found.illustrative)`

/** Whether the units have so few observations that reading all of them costs less than a walk down the key for each pair. */
export const isShort = async (sql: Tag, units: ReadonlyArray<number>, inputs: number): Promise<boolean> => {
  const most = 2 * units.length * inputs
  const [row] = await sql<Array<{ count: number }>>`
    select count(*)::int as count from (
      select from observed_unit u join observation o on (o.province, o.unit) = (u.province, u.unit)
      where u.unit = any(${numbers(units)}::int[]) limit ${most}) few`
  return row !== undefined && row.count < most
}

/** That `o` is corrected, where all that is corrected of its units is read at once. */
const correctedOf = (sql: Tag, units: ReadonlyArray<number>): Part => sql`
  o.id in (
    select next.supersedes from observed_unit u join observation next on (next.province, next.unit) = (u.province, u.unit)
    where u.unit = any(${numbers(units)}::int[]) and next.supersedes is not null)`

/**
 * The observations in force of units, as whole rows; as `inForce` says.
 *
 * **Details** `short`: by reading all that there is of them in the order of the key, else pair by pair (`isShort`).
 */
export const rowsInForce = (
  sql: Tag,
  units: ReadonlyArray<number>,
  inputs: ReadonlyArray<number> | null,
  standing: Standing,
  short: boolean
): Part =>
  short
    ? sql`
    select distinct on (o.unit, o.input) o.* from observed_unit u
    join observation o on (o.province, o.unit) = (u.province, u.unit)
    where u.unit = any(${numbers(units)}::int[])
      ${inputs === null ? sql`` : sql`and o.input = any(${numbers(inputs)}::smallint[])`}
      ${standing.asOf === null ? sql`` : sql`and o.day <= ${standing.asOf}`}
      and ${isInForce(sql, standing, correctedOf(sql, units))}
    order by o.unit, o.input, o.day desc, o.id desc`
    : sql`
    select o.* from (${inForce(sql, ofUnits(units, inputs), standing)}) found
    join observation o on (o.province, o.unit, o.input, o.day, o.id) = (found.province, found.unit, found.input, found.day, found.id)`

const RECORD = 18

/** The values in force, told one by one, `day` counted from 1970-01-01; they travel as one row of bytes, which halves what 455,000 rows would cost. */
export const eachInForce = async (
  sql: Tag,
  reach: Reach,
  standing: Standing,
  tell: (unit: number, input: number, day: number, value: number) => void
): Promise<void> => {
  const [packed] = await sql<Array<{ bytes: Buffer | null }>>`
    select string_agg(int4send(unit) || int2send(input) || int4send(day - date '1970-01-01') || float8send(value), ''::bytea) as bytes
    from (${inForce(sql, reach, standing)}) found`
  const bytes = packed?.bytes ?? Buffer.alloc(0)
  for (let at = 0; at < bytes.length; at += RECORD)
    tell(bytes.readInt32BE(at), bytes.readInt16BE(at + 4), bytes.readInt32BE(at + 6), bytes.readDoubleBE(at + 10))
}

/** A journal entry, with where it is kept. */
export type StoredEntry = Omit<JournalEntry, "state"> & {
  readonly state: number
  readonly position: number
  /** The first of its line of corrections: itself where it corrects nothing. */
  readonly line: number
}

/** What corrections and moves need to know of the observations that they name. */
export const entriesOf = (sql: Tag, ids: Iterable<number>) => sql<Array<StoredEntry>>`
  select o.id::float8 as id, o.unit, i.key as input, o.input as position, o.day, ${stateBy(sql, sql`o`, null)} as state,
    coalesce(o.line, o.id)::float8 as line, s.id::float8 as "supersededBy"
  from observation o join observation_input i on i.position = o.input
  left join observation s on s.supersedes = o.id
  where o.id = any(${numbers(ids)}::bigint[])`
