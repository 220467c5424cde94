import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { document } from "../documents/tables.ts"
import { recorded } from "../reference/tables.ts"

/**
 * Who owes what by when, as an import brings it: tens to hundreds of rows each, always read whole, so their bodies are JSON of the
 * domain's own form. `position` is the order in which lists show them.
 */
const whole = { position: integer().notNull(), body: jsonb().notNull(), ...recorded }

const documentId = () =>
  text("document_id")
    .notNull()
    .references(() => document.id)

/** Agencies with their names in time and whom they passed to. */
export const agency = pgTable("agency", { id: text().primaryKey(), ...whole })

/** Days off and days worked instead: one row an import, the newest counts. */
export const workCalendar = pgTable("work_calendar", { ...whole })

/** How the assignments of a document are read. */
export const tasking = pgTable("tasking", { documentId: documentId().primaryKey(), ...whole })

/** What stands or comes again. */
export const duty = pgTable("duty", { documentId: documentId(), no: text().notNull(), ...whole }, (t) => [
  primaryKey({ name: "duty_pk", columns: [t.documentId, t.no] })
])

/** What supervising bodies ask for. */
export const recommendation = pgTable(
  "recommendation",
  { documentId: documentId(), no: text().notNull(), ...whole },
  (t) => [primaryKey({ name: "recommendation_pk", columns: [t.documentId, t.no] })]
)

/** What documents say is wanting, and why. */
export const limitation = pgTable("limitation", { documentId: documentId(), id: text().notNull(), ...whole }, (t) => [
  primaryKey({ name: "limitation_pk", columns: [t.documentId, t.id] })
])

/**
 * What is asked of one unit alone, by the unit's code on the day of the document: its key does not say of which unit. Derived from the tables above
 * and the register as they are loaded, and asked by the policies and the journal of changes (`access_subject_unit`).
 */
export const askedAlone = pgTable(
  "asked_alone",
  {
    asks: text().$type<"task" | "recommendation">().notNull(),
    documentId: documentId(),
    no: text().notNull(),
    code: text().notNull(),
    ...recorded
  },
  (t) => [primaryKey({ name: "asked_alone_pk", columns: [t.documentId, t.asks, t.no] })]
)
