import type { Dossier, DossierEvent } from "@ntm/domain/dossiers"
import type { Tag } from "../database/database.ts"
import { appendRows } from "../observations/copy.ts"

/** Who wrote, and when. */
export interface Stamp {
  readonly moment: string
  readonly recorder: number
}

/** What is kept of a dossier beside who recorded it. */
export type StatedDossier = Omit<Dossier, "recordedAt" | "recordedBy">
export type StatedEvent = Omit<DossierEvent, "recordedAt" | "recordedBy">

/** A dossier to be kept, with the name that an import gives it. */
export interface KeptDossier {
  readonly stated: StatedDossier
  readonly importKey: string | null
}

const dossierColumns = [
  "id",
  "import_key",
  "unit",
  "tier",
  "criteria_set",
  "procedure",
  "as_of",
  "opened_on",
  "override",
  "document",
  "note",
  "tasks",
  "illustrative",
  "recorded_at",
  "recorder"
]

export const insertDossiers = (
  sql: Tag,
  dossiers: ReadonlyArray<KeptDossier>,
  { moment, recorder }: Stamp
): Promise<void> =>
  appendRows(
    sql,
    "dossier",
    dossierColumns,
    dossiers.map(({ importKey, stated: one }) => [
      one.id,
      importKey,
      one.unit,
      one.tier,
      one.criteriaSet,
      one.procedure,
      one.asOf,
      one.openedOn,
      one.override,
      one.document,
      one.note,
      { json: one.tasks },
      one.illustrative,
      moment,
      recorder
    ])
  )

const eventColumns = [
  "dossier",
  "id",
  "day",
  "body",
  "document",
  "evidence",
  "note",
  "illustrative",
  "recorded_at",
  "recorder"
]

export const insertEvents = (
  sql: Tag,
  events: ReadonlyArray<StatedEvent>,
  { moment, recorder }: Stamp
): Promise<void> =>
  appendRows(
    sql,
    "dossier_event",
    eventColumns,
    events.map(({ body, day, document, dossier, evidence, id, illustrative, note }) => [
      dossier,
      id,
      day,
      { json: body },
      document,
      evidence.length === 0 ? null : { json: evidence },
      note,
      illustrative,
      moment,
      recorder
    ])
  )

/** The last number that a dossier, or an event, has. To be asked under the lock of the ledger. */
export const lastIdIn = async (sql: Tag, table: "dossier" | "dossier_event"): Promise<number> => {
  const [row] = await sql<Array<{ last: number }>>`select coalesce(max(id), 0)::int as last from ${sql(table)}`
  return row?.last ?? 0
}
