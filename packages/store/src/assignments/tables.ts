import { date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { document } from "../documents/tables.ts"
import { recorded } from "../reference/tables.ts"

/** Tasks as documents give them: tens to hundreds a document. `folded` is everything that a person may search by. */
export const assignment = pgTable(
  "assignment",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    no: text().notNull(),
    position: integer().notNull(),
    parentNo: text("parent_no"),
    title: text().notNull(),
    lead: text(),
    coLeads: text("co_leads").array().notNull(),
    coordinating: text().array().notNull(),
    start: date({ mode: "string" }),
    due: date({ mode: "string" }),
    dueText: text("due_text"),
    deliverable: text(),
    section: text(),
    notes: text(),
    folded: text().notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.no] }),
    index("assignment_due").on(t.due),
    index("assignment_folded").using("gin", t.folded.op("gin_trgm_ops"))
  ]
)
