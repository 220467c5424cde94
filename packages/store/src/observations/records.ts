import { Observation, ObservationRecord, type SeriesValue } from "@ntm/domain/criteria"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { kindOf, stateOf } from "./codes.ts"
import { isoMoment } from "./ledger.ts"

type Part = ReturnType<Tag>

/** Who recorded something, as the domain writes it, of a row of `observation_recorder`. */
export const recorderOf = (sql: Tag, alias: Part) =>
  sql`json_build_object('name', ${alias}.name, 'role', ${alias}.role, 'agency', ${alias}.agency)`

/** The observations that `ids` selects, whole, in the order of recording. */
export const selectRecords = (sql: Tag, ids: Part) => sql<Array<Record<string, unknown>>>`
  select o.id::float8 as id, o.unit, i.key as input, o.day, o.kind, o."from", o.value, o.state,
    ${isoMoment(sql, sql`o.recorded_at`)} as "recordedAt", ${recorderOf(sql, sql`r`)} as "recordedBy", s.body as source,
    coalesce(n.evidence, '[]') as evidence, n.note, o.supersedes::float8 as supersedes, o.illustrative,
    (select coalesce(json_agg(json_build_object('state', m.state, 'at', ${isoMoment(sql, sql`m.at`)}, 'by', ${recorderOf(sql, sql`mr`)},
        'reason', m.reason) order by m.at), '[]')
      from observation_move m join observation_recorder mr on mr.id = m.recorder where m.observation = o.id) as moves
  from (${ids}) wanted (id)
  join observation o on o.id = wanted.id
  join observation_input i on i.position = o.input
  join observation_recorder r on r.id = o.recorder
  join observation_source s on s.id = o.source
  left join observation_note n on n.observation = o.id
  order by o.id`

/** An observation as it comes out of the store: the codes are still numbers. */
const Stored = Schema.StructWithRest(
  Schema.Struct({
    id: Schema.Int,
    kind: Schema.Int,
    state: Schema.Int,
    moves: Schema.Array(
      Schema.StructWithRest(Schema.Struct({ state: Schema.Int }), [Schema.Record(Schema.String, Schema.Unknown)])
    )
  }),
  [Schema.Record(Schema.String, Schema.Unknown)]
)

const readStored = Schema.decodeUnknownSync(Stored)
const readRecord = Schema.decodeUnknownSync(ObservationRecord)

/** A row as a record of the domain. Throws where it is none. */
export const recordFrom = (row: unknown): ObservationRecord => {
  const { moves, ...stored } = readStored(row)
  return readRecord({
    observation: { ...stored, kind: kindOf(stored.kind), state: stateOf(stored.state) },
    moves: moves.map((move) => ({ ...move, observation: stored.id, state: stateOf(move.state) }))
  })
}

const { unit, input, from, day, value } = Observation.fields

const readSeries = Schema.decodeUnknownSync(Schema.Struct({ unit, input, from, day, value, kind: Schema.Int }))

/** A row of a series. Throws where it is none. */
export const seriesValueFrom = (row: unknown): SeriesValue => {
  const read = readSeries(row)
  return { ...read, kind: kindOf(read.kind) }
}
