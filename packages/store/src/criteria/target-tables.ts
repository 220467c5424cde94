import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { document } from "../documents/tables.ts"
import { recorded } from "../reference/tables.ts"

/** Targets of plans, as printed: tens to a plan. Kept whole, as everything that is asked of them is asked of a plan's all. */
export const target = pgTable(
  "target",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    id: text().notNull(),
    position: integer().notNull(),
    body: jsonb().notNull(),
    ...recorded
  },
  (t) => [primaryKey({ columns: [t.documentId, t.id] })]
)
