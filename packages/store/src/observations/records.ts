import { Observation, type ObservationRecord, type SeriesValue, type StateMove } from "@ntm/domain/criteria"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { kindOf, stateOf } from "./codes.ts"
import { isoMoment } from "./ledger.ts"

type Part = ReturnType<Tag>

/** Who recorded something, as the domain writes it, of a row of `observation_recorder`. */
export const recorderOf = (sql: Tag, alias: Part) =>
  sql`json_build_object('name', ${alias}.name, 'role', ${alias}.role, 'agency', ${alias}.agency)`

/** The observations that `ids` selects, whole, in the order of recording. */
export const selectRecords = (sql: Tag, ids: Part) => sql<Array<StoredRecord>>`
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

/** An observation as it comes out of the store: kind and states are still codes, and its moves do not name it. */
export interface StoredRecord extends Omit<Observation, "kind" | "state"> {
  readonly kind: number
  readonly state: number
  readonly moves: ReadonlyArray<Omit<StateMove, "observation" | "state"> & { readonly state: number }>
}

/**
 * A row as a record of the domain.
 *
 * **Details** What the journal holds was held against the domain's schemas when it was recorded, and its own constraints keep it so; a
 * province's 16,000 values are not decoded anew each time that they are read.
 */
export const recordFrom = ({ moves, ...stored }: StoredRecord): ObservationRecord => ({
  observation: {
    input: stored.input,
    day: stored.day,
    kind: kindOf(stored.kind),
    from: stored.from,
    source: stored.source,
    evidence: stored.evidence,
    note: stored.note,
    supersedes: stored.supersedes,
    illustrative: stored.illustrative,
    id: stored.id,
    unit: stored.unit,
    value: stored.value,
    state: stateOf(stored.state),
    recordedAt: stored.recordedAt,
    recordedBy: stored.recordedBy
  },
  moves: moves.map(({ at, by, reason, state }) => ({ observation: stored.id, state: stateOf(state), at, by, reason }))
})

const { unit, input, from, day, value } = Observation.fields

const readSeries = Schema.decodeUnknownSync(Schema.Struct({ unit, input, from, day, value, kind: Schema.Int }))

/** A row of a series. Throws where it is none. */
export const seriesValueFrom = (row: unknown): SeriesValue => {
  const read = readSeries(row)
  return { ...read, kind: kindOf(read.kind) }
}
