import type { Actor, Recording } from "@ntm/domain/criteria"
import type { DocumentId } from "@ntm/domain/documents"
import type { Day, Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { appendRows } from "../observations/copy.ts"
import { recorderId } from "../observations/dictionaries.ts"
import { isoMoment } from "../observations/ledger.ts"
import { type AskedKey, codesOfKeys } from "./asked-alone.ts"

/** The two journals of this room: one form, told apart by what the events are about. */
export type EventJournal = "task_event" | "recommendation_event"

/** An event as it is handed in, with the key of what it is about. */
interface Happened extends Pick<Recording, "evidence" | "illustrative"> {
  readonly subject: string
  readonly day: Day
  readonly body: unknown
  readonly document: string | null
}

/** A key begins with the document that asked for it. */
export const documentOf = (key: string): string => key.slice(0, key.indexOf("/"))

/**
 * Events of these documents, or of all for null, in the order of recording.
 *
 * **Details** `subject` is given the name that the domain has for it ("task"). Bodies were checked before they were written.
 */
export const readEvents = (
  sql: Tag,
  journal: EventJournal,
  subject: "task" | "recommendation",
  documents: ReadonlyArray<string> | null
): PromiseLike<ReadonlyArray<unknown>> => sql`
  select e.id, e.subject as ${sql(subject)}, e.day, e.body, e.document, coalesce(e.evidence, '[]') as evidence, e.illustrative,
    ${isoMoment(sql, sql`e.recorded_at`)} as "recordedAt",
    json_build_object('name', r.name, 'role', r.role, 'agency', r.agency) as "recordedBy"
  from ${sql(journal)} e join observation_recorder r on r.id = e.recorder
  where ${documents === null ? sql`true` : sql`e.document_id in (select json_array_elements_text(${JSON.stringify(documents)}::text::json))`}
  order by e.id`

/** The documents of a question: one, or all. */
export const oneOrAll = (document: DocumentId | null): ReadonlyArray<string> | null =>
  document === null ? null : [document]

/**
 * Appends events, numbered on from `lastId`; nobody else writes to the journal meanwhile.
 *
 * **Details** Those of units and those of agencies by a statement each: so that the journal of changes has them apart, and tells each to whom it is for.
 */
export const appendEvents = async (
  sql: Tag,
  journal: EventJournal,
  events: ReadonlyArray<Happened>,
  { actor, lastId, moment }: { readonly actor: Actor; readonly lastId: number; readonly moment: Moment }
): Promise<ReadonlyArray<number>> => {
  const recorder = await recorderId(sql, actor)
  const ids = events.map((_, at) => lastId + 1 + at)
  const numbered = events.map((event, at) => ({ ...event, id: lastId + 1 + at }))
  const asks: AskedKey["asks"] = journal === "task_event" ? "task" : "recommendation"
  const codeOf = await codesOfKeys(
    sql,
    events.map(({ subject: key }) => ({ asks, key }))
  )
  const isOfUnit = ({ subject: key }: Happened): boolean => codeOf({ asks, key }) !== undefined
  for (const part of Object.values(Object.groupBy(numbered, (event) => String(isOfUnit(event)))))
    await appendRows(
      sql,
      journal,
      [
        "document_id",
        "id",
        "subject",
        "day",
        "body",
        "document",
        "evidence",
        "illustrative",
        "recorded_at",
        "recorder"
      ],
      (part ?? []).map(({ body, day, document, evidence, id, illustrative, subject }) => [
        documentOf(subject),
        id,
        subject,
        day,
        { json: body },
        document,
        evidence.length === 0 ? null : { json: evidence },
        illustrative,
        moment,
        recorder
      ])
    )
  return ids
}
