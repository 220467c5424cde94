import { type Chronicle, chronicleOf, type Plan, Reorganisation, Transfer, Unit } from "@ntm/domain/units"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { unitJson } from "./json.ts"

const Sequence = Schema.NullOr(Schema.Int)

/** Everything that is stored of the registers; `begunBy` and `endedBy` stand beside `units`, place by place. */
export const StoredRegister = Schema.Struct({
  version: Schema.Int,
  units: Schema.Array(Unit),
  begunBy: Schema.Array(Sequence),
  endedBy: Schema.Array(Sequence),
  events: Schema.Array(Schema.Struct({ sequence: Schema.Int, body: Reorganisation })),
  transfers: Schema.Array(Transfer)
})
type StoredRegister = typeof StoredRegister.Type

/** All of it in one statement, which sees one moment. */
export const selectRegister = (sql: Tag) => sql`
  select (select version::int from unit_register) as version,
    coalesce(json_agg(${unitJson(sql)} order by u.id, u.start), '[]') as units,
    coalesce(json_agg(u.begun_by order by u.id, u.start), '[]') as "begunBy",
    coalesce(json_agg(u.ended_by order by u.id, u.start), '[]') as "endedBy",
    (select coalesce(json_agg(json_build_object('sequence', e.sequence, 'body', e.body) order by e.sequence), '[]')
      from reorganisation e where e.undone_at is null) as events,
    (select coalesce(json_agg(json_build_object('event', e.id, 'day', t.day, 'fromId', t.from_id, 'toId', t.to_id,
        'share', json_build_object('all', t.share_all, 'by', t.share_by), 'note', t.note, 'inferred', t.inferred, 'implied', t.implied)
        order by t.event, t.from_id, t.to_id), '[]')
      from transfer t join reorganisation e on e.sequence = t.event) as transfers
  from unit u`

/** The chronicle; plans are put together again from the rows that their events began and ended. */
export const chronicleFrom = ({ units, begunBy, endedBy, events, transfers }: StoredRegister): Chronicle => {
  const begins = Map.groupBy(units.keys(), (at) => begunBy[at] ?? null)
  const ends = Map.groupBy(units.keys(), (at) => endedBy[at] ?? null)
  const given = Map.groupBy(transfers, (each) => each.event)
  const rowsAt = (places: ReadonlyArray<number> | undefined) =>
    (places ?? []).map((at) => units[at]).filter((row): row is Unit => row !== undefined)
  return chronicleOf(
    units,
    events.map(({ sequence, body }): Plan => ({
      reorganisation: body,
      ends: rowsAt(ends.get(sequence)),
      // As they began: a later event may have closed them since.
      begins: rowsAt(begins.get(sequence)).map((row) => (row.validTo === null ? row : { ...row, validTo: null })),
      transfers: given.get(body.id) ?? []
    }))
  )
}
