import {
  type Chronicle,
  chronicleOf,
  type JournalEvent,
  type Plan,
  Reorganisation,
  type Transfer,
  type Unit
} from "@ntm/domain/units"
import { Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { isoMoment } from "../observations/ledger.ts"
import { onceEach, type UnitColumns, unitColumns, unitsFrom } from "./columns.ts"

/** A row of `unit` with the events that began and ended it. */
type UnitRow = UnitColumns & { readonly begunBy: number | null; readonly endedBy: number | null }

interface EventRow {
  readonly sequence: number
  readonly body: string
}

/** An event that a person applied, whatever became of it. */
interface JournalRow {
  readonly body: string
  readonly appliedAt: string
  readonly undoneAt: string | null
}

interface TransferRow extends Omit<Transfer, "share"> {
  readonly shareAll: number | null
  readonly shareBy: string
}

/** Everything that is stored of the registers, at one version. */
export interface StoredRegister {
  readonly units: ReadonlyArray<UnitRow>
  readonly events: ReadonlyArray<EventRow>
  readonly journal: ReadonlyArray<JournalRow>
  readonly transfers: ReadonlyArray<TransferRow>
}

/** All of it by four statements at once. They see one moment only if the version is the same before and after. */
export const selectRegister = async (sql: Tag): Promise<StoredRegister> => {
  const [units, events, journal, transfers] = await Promise.all([
    sql<
      Array<UnitRow>
    >`select ${unitColumns(sql)}, u.begun_by as "begunBy", u.ended_by as "endedBy" from unit u order by u.id, u.start`,
    sql<
      Array<EventRow>
    >`select sequence, body::text as body from reorganisation where undone_at is null order by sequence`,
    sql<Array<JournalRow>>`
      select body::text as body, ${isoMoment(sql, sql`applied_at`)} as "appliedAt", ${isoMoment(sql, sql`undone_at`)} as "undoneAt"
      from reorganisation where import_id is null order by sequence`,
    sql<Array<TransferRow>>`
      select e.id as event, t.day, t.from_id as "fromId", t.to_id as "toId", t.share_all as "shareAll", t.share_by::text as "shareBy",
        t.note, t.inferred, t.implied
      from transfer t join reorganisation e on e.sequence = t.event order by t.event, t.from_id, t.to_id`
  ])
  return { units, events, journal, transfers }
}

const decodeEvent = Schema.decodeUnknownSync(Schema.fromJsonString(Reorganisation))
const decodeShares = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Record(Schema.String, Schema.Finite)))

const transfersFrom = (rows: ReadonlyArray<TransferRow>): ReadonlyArray<Transfer> => {
  const sharesOf = onceEach(decodeShares)
  return rows.map(({ shareAll, shareBy, event, day, fromId, toId, note, inferred, implied }) => ({
    event,
    day,
    fromId,
    toId,
    share: { all: shareAll, by: sharesOf(shareBy) },
    note,
    inferred,
    implied
  }))
}

/** The chronicle; plans are put together again from the rows that their events began and ended. */
export const chronicleFrom = (stored: StoredRegister): Chronicle => {
  const units = unitsFrom(stored.units)
  const begins = Map.groupBy(units.keys(), (at) => stored.units[at]?.begunBy ?? null)
  const ends = Map.groupBy(units.keys(), (at) => stored.units[at]?.endedBy ?? null)
  const given = Map.groupBy(transfersFrom(stored.transfers), (each) => each.event)
  const rowsAt = (places: ReadonlyArray<number> | undefined) =>
    (places ?? []).map((at) => units[at]).filter((row): row is Unit => row !== undefined)
  return chronicleOf(
    units,
    stored.events.map(({ sequence, body }): Plan => {
      const reorganisation = decodeEvent(body)
      return {
        reorganisation,
        ends: rowsAt(ends.get(sequence)),
        // As they began: a later event may have closed them since.
        begins: rowsAt(begins.get(sequence)).map((row) => (row.validTo === null ? row : { ...row, validTo: null })),
        transfers: given.get(reorganisation.id) ?? []
      }
    })
  )
}

/** Everything that people did to the register, in the order in which they did it. */
export const journalFrom = ({ journal }: StoredRegister): ReadonlyArray<JournalEvent> =>
  journal.map(({ appliedAt, body, undoneAt }) => ({
    reorganisation: decodeEvent(body),
    appliedAt: Moment.make(appliedAt),
    undoneAt: undoneAt === null ? null : Moment.make(undoneAt)
  }))
