import type { Recorder } from "@ntm/domain/criteria"
import {
  type Dossier,
  DossierEventId,
  type DossierEventRecording,
  DossierId,
  type DossierJournal,
  type Procedure
} from "@ntm/domain/dossiers"
import type { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { numbers } from "../observations/copy.ts"
import { recorderId } from "../observations/dictionaries.ts"
import { importer } from "../observations/importing.ts"
import { readJournal } from "./reading.ts"
import {
  insertDossiers,
  insertEvents,
  type KeptDossier,
  lastIdIn,
  type StatedDossier,
  type StatedEvent
} from "./writing.ts"

/** A dossier as an import tells it, with what happened to it in the order in which it happened. */
export interface ImportedDossier {
  /** Names it for ever: loaded again, the dossier of this key is the same. */
  readonly key: string
  readonly opening: Omit<Dossier, "id" | "recordedAt" | "recordedBy">
  readonly events: ReadonlyArray<Omit<DossierEventRecording, "dossier">>
}

/** How recognition is asked for, and dossiers that documents tell of. */
export interface ImportedDossiers {
  readonly procedures: ReadonlyArray<Procedure>
  readonly dossiers: ReadonlyArray<ImportedDossier>
}

/** JSON with the fields in one order, so that what reads the same is the same. */
const saidBy = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each
  )

const statedOf = ({ recordedAt: _, recordedBy: __, ...stated }: Dossier): StatedDossier => stated

const eventOf = ({ recordedAt: _, recordedBy: __, ...stated }: DossierJournal["events"][number]): StatedEvent => stated

const isImporter = ({ agency, name, role }: Recorder): boolean =>
  name === importer.name && role === importer.role && agency === importer.agency

/** What has to be written so that the journal says what the import does. */
interface Changes {
  /** Numbers of rows that are known no longer. */
  readonly dossiersEnded: ReadonlyArray<number>
  readonly eventsEnded: ReadonlyArray<number>
  readonly dossiers: ReadonlyArray<KeptDossier>
  readonly events: ReadonlyArray<StatedEvent>
}

/** Gives numbers, one after another. */
const counter = (last: number): (() => number) => {
  let given = last
  return () => {
    given += 1
    return given
  }
}

const changesFor = (
  imported: ReadonlyArray<ImportedDossier>,
  journal: DossierJournal,
  keys: ReadonlyMap<number, string>,
  next: { readonly dossier: () => number; readonly event: () => number }
): Changes => {
  const own = new Map(
    journal.dossiers.flatMap((one) => {
      const key = keys.get(one.id)
      return key === undefined ? [] : [[key, statedOf(one)] as const]
    })
  )
  const eventsOf = Map.groupBy(journal.events, ({ dossier }) => dossier)
  const ownEvents = (id: DossierId): ReadonlyArray<StatedEvent> =>
    (eventsOf.get(id) ?? []).filter(({ recordedBy }) => isImporter(recordedBy)).map(eventOf)
  const dossiersEnded: Array<number> = []
  const eventsEnded: Array<number> = []
  const dossiers: Array<KeptDossier> = []
  const events: Array<StatedEvent> = []
  for (const { events: its, key: importKey, opening } of imported) {
    const before = own.get(importKey)
    own.delete(importKey)
    const stated = { ...opening, id: before?.id ?? DossierId.make(next.dossier()) }
    if (before === undefined) dossiers.push({ stated, importKey })
    else if (saidBy(before) !== saidBy(stated)) {
      dossiersEnded.push(before.id)
      dossiers.push({ stated, importKey })
    }
    const told = before === undefined ? [] : ownEvents(before.id)
    for (const [at, event] of its.entries()) {
      const earlier = told[at]
      // The event at its place keeps its number: what people recorded after it stays after it.
      const saying = { ...event, dossier: stated.id, id: earlier?.id ?? DossierEventId.make(next.event()) }
      if (earlier !== undefined && saidBy(earlier) === saidBy(saying)) continue
      if (earlier !== undefined) eventsEnded.push(earlier.id)
      events.push(saying)
    }
    eventsEnded.push(...told.slice(its.length).map(({ id }) => id))
  }
  for (const { id } of own.values()) {
    const all = eventsOf.get(id) ?? []
    // People went on with it: it is theirs now.
    if (!all.every(({ recordedBy }) => isImporter(recordedBy))) continue
    dossiersEnded.push(id)
    eventsEnded.push(...all.map((event) => event.id))
  }
  return { dossiersEnded, eventsEnded, dossiers, events }
}

/**
 * Brings the journal to what the import says, in the transaction of `sql`, which holds the lock of the ledger.
 *
 * **Details** What stands already is left alone, so a second time nothing is written. What changed is ended and said anew under the same number,
 * what is gone is ended; nothing is overwritten. What people recorded stays. Decisions make no recognitions here: those come with the import.
 */
export const importDossiers = async (
  sql: Tag,
  imported: ReadonlyArray<ImportedDossier>,
  moment: Moment
): Promise<void> => {
  const journal = await readJournal(sql, "all", null)
  const named = await sql<Array<{ id: number; key: string }>>`
    select id, import_key as key from dossier where known_until is null and import_key is not null`
  const changes = changesFor(imported, journal, new Map(named.map(({ id, key }) => [id, key])), {
    dossier: counter(await lastIdIn(sql, "dossier")),
    event: counter(await lastIdIn(sql, "dossier_event"))
  })
  const { dossiers, dossiersEnded, events, eventsEnded } = changes
  const stamp = { moment, recorder: await recorderId(sql, importer) }
  if (dossiersEnded.length > 0)
    await sql`
      update dossier set known_until = ${moment} where known_until is null and id = any(${numbers(dossiersEnded)}::int[])`
  if (eventsEnded.length > 0)
    await sql`
      update dossier_event set known_until = ${moment} where known_until is null and id = any(${numbers(eventsEnded)}::int[])`
  await insertDossiers(sql, dossiers, stamp)
  await insertEvents(sql, events, stamp)
}
