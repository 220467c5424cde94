import {
  Observation,
  type ObservationRecord,
  type ObservationSource,
  type Recorder,
  type SeriesValue,
  type StateMove
} from "@ntm/domain/criteria"
import { Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { kindOf, stateOf } from "./codes.ts"
import { isoMoment } from "./ledger.ts"

type Part = ReturnType<Tag>

/** Who recorded something, as the domain writes it, of a row of `observation_recorder`. */
export const recorderOf = (sql: Tag, alias: Part) =>
  sql`json_build_object('name', ${alias}.name, 'role', ${alias}.role, 'agency', ${alias}.agency)`

/** An observation as it comes out of the store: kind and states are codes, and what many of them share is text that is read once. */
interface StoredRecord extends Omit<Observation, "kind" | "state" | "source" | "recordedAt" | "recordedBy">, Recorder {
  readonly kind: number
  readonly state: number
  readonly source: string
  /** Milliseconds. */
  readonly recordedAt: number
  readonly moves: ReadonlyArray<Omit<StateMove, "observation" | "state"> & { readonly state: number }> | null
}

const selectRecords = (sql: Tag, rows: Part) => sql<Array<StoredRecord>>`
  with wanted as materialized (${rows}),
  moved as (
    select m.observation, json_agg(json_build_object('state', m.state, 'at', ${isoMoment(sql, sql`m.at`)}, 'by', ${recorderOf(sql, sql`mr`)},
      'reason', m.reason) order by m.at) as moves
    from observation_move m join observation_recorder mr on mr.id = m.recorder
    where m.observation in (select id from wanted) group by m.observation)
  select o.id::float8 as id, o.unit, i.key as input, o.day, o.kind, o."from", o.value, o.state,
    date_part('epoch', o.recorded_at) * 1000 as "recordedAt", r.name, r.role, r.agency, s.body::text as source,
    coalesce(n.evidence, '[]') as evidence, n.note, o.supersedes::float8 as supersedes, o.illustrative, moved.moves
  from wanted o
  join observation_input i on i.position = o.input
  join observation_recorder r on r.id = o.recorder
  join observation_source s on s.id = o.source
  left join observation_note n on n.observation = o.id
  left join moved on moved.observation = o.id
  order by o.id`

/** Makes something of a text or a number once for all that are the same. */
const once = <Key, A>(make: (key: Key) => A): ((key: Key) => A) => {
  const made = new Map<Key, A>()
  return (key) => {
    const before = made.get(key)
    if (before !== undefined) return before
    const value = make(key)
    made.set(key, value)
    return value
  }
}

/**
 * The observations that `rows` selects (whole rows of the journal), as records, in the order of recording.
 *
 * **Details** What the journal holds was held against the domain's schemas when it was recorded, and its own constraints keep it so: a
 * province's 16,000 values are not decoded anew each time that they are read.
 */
export const readRecords = async (sql: Tag, rows: Part): Promise<ReadonlyArray<ObservationRecord>> => {
  const sourceOf = once((text: string): ObservationSource => JSON.parse(text))
  const momentOf = once((ms: number) => Moment.make(new Date(Math.round(ms)).toISOString()))
  return (await selectRecords(sql, rows)).map(
    ({ agency, kind, moves, name, recordedAt, role, source, state, ...stored }): ObservationRecord => ({
      observation: {
        input: stored.input,
        day: stored.day,
        kind: kindOf(kind),
        from: stored.from,
        source: sourceOf(source),
        evidence: stored.evidence,
        note: stored.note,
        supersedes: stored.supersedes,
        illustrative: stored.illustrative,
        id: stored.id,
        unit: stored.unit,
        value: stored.value,
        state: stateOf(state),
        recordedAt: momentOf(recordedAt),
        recordedBy: { name, role, agency }
      },
      moves: (moves ?? []).map((move) => ({
        observation: stored.id,
        state: stateOf(move.state),
        at: move.at,
        by: move.by,
        reason: move.reason
      }))
    })
  )
}

const { unit, input, from, day, value } = Observation.fields

const readSeries = Schema.decodeUnknownSync(Schema.Struct({ unit, input, from, day, value, kind: Schema.Int }))

/** A row of a series. Throws where it is none. */
export const seriesValueFrom = (row: unknown): SeriesValue => {
  const read = readSeries(row)
  return { ...read, kind: kindOf(read.kind) }
}
