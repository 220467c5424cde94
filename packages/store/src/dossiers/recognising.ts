import type { Recognition } from "@ntm/domain/criteria"
import {
  type Dossier,
  type DossierEventRecording,
  type DossierId,
  type DossierJournal,
  endOf,
  recognitionOf
} from "@ntm/domain/dossiers"
import type { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { recognition } from "../criteria/recognition-tables.ts"
import { insertRows } from "../reference/insert.ts"

/** The recognition that a dossier holds after some events; null where there is none. */
const heldAfter = (
  dossier: Dossier,
  events: ReadonlyArray<DossierEventRecording>,
  before: Recognition | null
): Recognition | null =>
  events.reduce<Recognition | null>((held, event) => {
    const revokedOn = endOf(event)
    return revokedOn === null || held === null ? (recognitionOf(dossier, event) ?? held) : { ...held, revokedOn }
  }, before)

/**
 * Brings recognitions to what a batch of events says: decisions make one, what ends one puts a successor in its place that says from which day it
 * holds no longer.
 *
 * **Details** Nothing is overwritten: a row that has a successor is known until the moment. In the transaction and under the lock of `sql`.
 */
export const keepDecisions = async (
  sql: Tag,
  batch: ReadonlyArray<DossierEventRecording>,
  { dossiers, events }: DossierJournal,
  moment: Moment
): Promise<void> => {
  const eventsOf = Map.groupBy(events, ({ dossier }) => dossier)
  const byId = new Map<DossierId, Dossier>(dossiers.map((one) => [one.id, one]))
  const changed = [...Map.groupBy(batch, ({ dossier }) => dossier)].flatMap(([id, its]) => {
    const dossier = byId.get(id)
    if (dossier === undefined) return []
    const before = heldAfter(dossier, eventsOf.get(id) ?? [], null)
    const after = heldAfter(dossier, its, before)
    return after === before || after === null ? [] : [after]
  })
  if (changed.length === 0) return
  // One decision is one recognition, whoever said it first: an import may have brought it.
  await sql`
    update recognition r set known_until = ${moment}
    from json_to_recordset(${JSON.stringify(changed)}::text::json) as e (unit int, tier text, document text, "decidedOn" date)
    where r.known_until is null and (r.unit, r.tier, r.document, r.decided_on) = (e.unit, e.tier, e.document, e."decidedOn")`
  const rows = changed.map((after) => ({ ...after, knownFrom: moment }))
  await insertRows(sql, recognition, rows, null)
}
