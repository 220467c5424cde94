import type { Acceptance, JournalEntry } from "@ntm/domain/criteria"
import type { Tag } from "../database/database.ts"
import { stateCodes } from "./codes.ts"
import { numbers } from "./copy.ts"

type Part = ReturnType<Tag>

/** Which observations a reading looks at, each alias `o` of the journal. */
export type Reach = (sql: Tag) => Part

/** All of these inputs (null: all) of these units. */
export const ofUnits =
  (units: Iterable<number>, inputs: Iterable<number> | null): Reach =>
  (sql) =>
    sql`observed_unit u join observation o on o.province = u.province and o.unit = u.unit and u.unit = any(${numbers(units)}::int[])
      ${inputs === null ? sql`` : sql`and o.input = any(${numbers(inputs)}::smallint[])`}`

/** Pairs of a unit and an input, place by place. */
export const ofPairs =
  (units: Iterable<number>, inputs: Iterable<number>): Reach =>
  (sql) =>
    sql`unnest(${numbers(units)}::int[], ${numbers(inputs)}::smallint[]) as pair (unit, input)
      join observed_unit u on u.unit = pair.unit
      join observation o on o.province = u.province and o.unit = pair.unit and o.input = pair.input`

/** Everything that is kept under a province. */
export const ofProvince =
  (province: number): Reach =>
  (sql) =>
    sql`observation o join (select ${province}::smallint as province) p on p.province = o.province`

/** As known when, from which state on, as of which day; null: all that is known, whatever its day. */
export interface Standing {
  readonly accept: Acceptance
  readonly knownAt: string | null
  readonly asOf: string | null
}

/** The last move by then: `state` of alias `m`. */
const lastMove = (sql: Tag, knownAt: string | null) => sql`
  left join lateral (
    select move.state from observation_move move
    where move.observation = o.id ${knownAt === null ? sql`` : sql`and move.at <= ${knownAt}`}
    order by move.at desc limit 1) m on true`

/**
 * The observations in force, one a unit and input, in one statement: the newest of each line of corrections that counts, and of
 * these the newest day. The domain's `latestOf` says the same of records.
 */
export const inForce = (sql: Tag, reach: Reach, { accept, knownAt, asOf }: Standing) => sql`
  select distinct on (unit, input) unit, input, day, value, id
  from (
    select distinct on (o.unit, o.input, coalesce(o.line, o.id)) o.unit, o.input, o.day, o.value, o.id, o.recorded_at
    from ${reach(sql)} ${lastMove(sql, knownAt)}
    where coalesce(m.state, o.state) >= ${stateCodes[accept]} ${knownAt === null ? sql`` : sql`and o.recorded_at <= ${knownAt}`}
    order by o.unit, o.input, coalesce(o.line, o.id), o.id desc) standing
  ${asOf === null ? sql`` : sql`where day <= ${asOf}`}
  order by unit, input, day desc, recorded_at desc, id desc`

const RECORD = 18

/** A value in force as it comes out of the journal. `day` counts from 1970-01-01. */
export interface ValueInForce {
  readonly unit: number
  readonly input: number
  readonly day: number
  readonly value: number
}

/** The values in force, told one by one; they travel as one row of bytes, which halves what 455,000 rows would cost. */
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
  select o.id::float8 as id, o.unit, i.key as input, o.input as position, o.day, coalesce(m.state, o.state) as state,
    coalesce(o.line, o.id)::float8 as line, s.id::float8 as "supersededBy"
  from observation o join observation_input i on i.position = o.input
  ${lastMove(sql, null)}
  left join observation s on s.supersedes = o.id
  where o.id = any(${numbers(ids)}::bigint[])`
