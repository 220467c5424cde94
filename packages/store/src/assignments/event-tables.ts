import { boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, unique } from "drizzle-orm/pg-core"

/**
 * What happened to something that a document asks for, one row an event, appended and never changed. `subject` is the key of the task or of
 * the recommendation, which begins with `document_id`: a document belongs to one province, and leads the key as the province would.
 *
 * No foreign keys: tasks are made of documents and of the register, not kept, and what happened to them outlives an import. Moments and
 * numbers are those of the journal's row in `journal_ledger`.
 */
const event = {
  documentId: text("document_id").notNull(),
  id: integer().notNull(),
  subject: text().notNull(),
  day: date({ mode: "string" }).notNull(),
  body: jsonb().notNull(),
  document: text(),
  evidence: jsonb(),
  illustrative: boolean().notNull(),
  recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
  recorder: integer().notNull()
}

/** The journal of tasks: some five events a task. */
export const taskEvent = pgTable("task_event", event, (t) => [
  primaryKey({ name: "task_event_pk", columns: [t.documentId, t.id] }),
  unique("task_event_once").on(t.id)
])

/** The journal of recommendations. */
export const recommendationEvent = pgTable("recommendation_event", event, (t) => [
  primaryKey({ name: "recommendation_event_pk", columns: [t.documentId, t.id] }),
  unique("recommendation_event_once").on(t.id)
])
