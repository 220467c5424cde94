import {
  type InputKey,
  Observation,
  ObservationId,
  type ObservationRecord,
  type ObservationSource,
  type Recorder,
  type SeriesValue,
  type StateMove
} from "@ntm/domain/criteria"
import { UnitId } from "@ntm/domain/units"
import { dayAt, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { kindOf, stateOf } from "./codes.ts"
import { isoMoment } from "./ledger.ts"

type Part = ReturnType<Tag>

/** Who recorded something, as the domain writes it, of a row of `observation_recorder`. */
export const recorderOf = (sql: Tag, alias: Part) =>
  sql`json_build_object('name', ${alias}.name, 'role', ${alias}.role, 'agency', ${alias}.agency)`

/** What a row of the journal is packed to, number by number: all that many rows share goes by its number. */
const packedRow = (sql: Tag) => sql`
  int8send(o.id) || int8send(coalesce(o.supersedes, 0)) || timestamptz_send(o.recorded_at) || float8send(o.value)
  || int4send(o.unit) || date_send(o.day) || date_send(coalesce(o."from", '-infinity')) || int4send(o.source)
  || int4send(o.recorder) || int2send(o.input) || int2send(o.kind) || int2send(o.state) || boolsend(o.illustrative)`

const ROW = 59

/** PostgreSQL counts from 2000-01-01: days since 1970-01-01, and milliseconds. */
const [FIRST_DAY, FIRST_MS] = [10_957, 946_684_800_000]

/** What PostgreSQL sends for a day before all others. */
const NO_DAY = -2_147_483_648

/** Rows of the journal in one answer: packed, with what they name by numbers, and what few of them have. */
interface Packed {
  readonly rows: Buffer | null
  readonly inputs: ReadonlyArray<readonly [number, InputKey]> | null
  readonly recorders: ReadonlyArray<readonly [number, Recorder]> | null
  readonly sources: ReadonlyArray<readonly [number, ObservationSource]> | null
  readonly notes: ReadonlyArray<readonly [number, Pick<Observation, "evidence" | "note">]> | null
  readonly moves: ReadonlyArray<Omit<StateMove, "state"> & { readonly state: number }> | null
}

const selectPacked = (sql: Tag, rows: Part, knownAt: string | null) => sql<Array<Packed>>`
  with wanted as materialized (${rows})
  select
    (select string_agg(${packedRow(sql)}, ''::bytea order by o.id) from wanted o) as rows,
    (select json_agg(json_build_array(i.position, i.key)) from observation_input i
      where i.position in (select input from wanted)) as inputs,
    (select json_agg(json_build_array(r.id, ${recorderOf(sql, sql`r`)})) from observation_recorder r
      where r.id in (select recorder from wanted)) as recorders,
    (select json_agg(json_build_array(s.id, s.body)) from observation_source s
      where s.id in (select source from wanted)) as sources,
    (select json_agg(json_build_array(n.observation, json_build_object('evidence', n.evidence, 'note', n.note)))
      from observation_note n where n.observation in (select id from wanted)) as notes,
    (select json_agg(json_build_object('observation', m.observation, 'state', m.state, 'at', ${isoMoment(sql, sql`m.at`)},
        'by', ${recorderOf(sql, sql`mr`)}, 'reason', m.reason) order by m.at)
      from observation_move m join observation_recorder mr on mr.id = m.recorder
      where m.observation in (select id from wanted) ${knownAt === null ? sql`` : sql`and m.at <= ${knownAt}`}) as moves`

/** Makes something of a number once for all that are the same. */
const once = <A>(make: (number: number) => A): ((number: number) => A) => {
  const made = new Map<number, A>()
  return (number) => {
    const before = made.get(number)
    if (before !== undefined) return before
    const value = make(number)
    made.set(number, value)
    return value
  }
}

/** What has a number. Throws where nothing has it. */
const named = <A>(all: ReadonlyArray<readonly [number, A]> | null): ((number: number) => A) => {
  const known = new Map(all)
  return (number) => {
    const found = known.get(number)
    if (found === undefined) throw new Error(`the journal names ${number}, which is not there`)
    return found
  }
}

/** As the domain's schema says, which would take longer than all else that is done with a row. */
const isId = (number: number): number is ObservationId => Number.isSafeInteger(number) && number > 0

const int64 = (bytes: Buffer, at: number): number => bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4)

const plain: Pick<Observation, "evidence" | "note"> = { evidence: [], note: null }
const unmoved: ReadonlyArray<StateMove> = []

/**
 * The observations that `rows` selects (whole rows of the journal), as records, in the order of recording; with the moves by a moment (null: all).
 *
 * **Details** What the journal holds was held against the domain's schemas when it was recorded, and its own constraints keep it so: a
 * province's 16,000 values are not decoded anew each time that they are read. They travel as one row: what takes its time is text, and each
 * text comes once.
 */
export const readRecords = async (
  sql: Tag,
  rows: Part,
  knownAt: string | null = null
): Promise<ReadonlyArray<ObservationRecord>> => {
  const [packed] = await selectPacked(sql, rows, knownAt)
  const bytes = packed?.rows ?? null
  if (packed === undefined || bytes === null) return []
  const [inputOf, whoOf, sourceOf] = [named(packed.inputs), named(packed.recorders), named(packed.sources)]
  const notes = new Map(packed.notes)
  const moves = Map.groupBy(
    (packed.moves ?? []).map((move): StateMove => ({ ...move, state: stateOf(move.state) })),
    ({ observation }): number => observation
  )
  const momentOf = once((ms: number) => Moment.make(new Date(ms).toISOString()))
  const unitOf = once((number: number) => UnitId.make(number))
  return Array.from({ length: bytes.length / ROW }, (_, row): ObservationRecord => {
    const at = row * ROW
    const id = int64(bytes, at)
    if (!isId(id)) throw new Error(`the journal has an observation ${id}`)
    const supersedes = int64(bytes, at + 8)
    const from = bytes.readInt32BE(at + 40)
    const { evidence, note } = notes.get(id) ?? plain
    return {
      observation: {
        input: inputOf(bytes.readInt16BE(at + 52)),
        day: dayAt(bytes.readInt32BE(at + 36) + FIRST_DAY),
        kind: kindOf(bytes.readInt16BE(at + 54)),
        from: from === NO_DAY ? null : dayAt(from + FIRST_DAY),
        source: sourceOf(bytes.readInt32BE(at + 44)),
        evidence,
        note,
        supersedes: supersedes === 0 ? null : ObservationId.make(supersedes),
        illustrative: bytes[at + 58] === 1,
        id,
        unit: unitOf(bytes.readInt32BE(at + 32)),
        value: bytes.readDoubleBE(at + 24),
        state: stateOf(bytes.readInt16BE(at + 56)),
        recordedAt: momentOf(int64(bytes, at + 16) / 1000 + FIRST_MS),
        recordedBy: whoOf(bytes.readInt32BE(at + 48))
      },
      moves: moves.get(id) ?? unmoved
    }
  })
}

const { unit, input, from, day, value } = Observation.fields

const readSeries = Schema.decodeUnknownSync(Schema.Struct({ unit, input, from, day, value, kind: Schema.Int }))

/** A row of a series. Throws where it is none. */
export const seriesValueFrom = (row: unknown): SeriesValue => {
  const read = readSeries(row)
  return { ...read, kind: kindOf(read.kind) }
}
