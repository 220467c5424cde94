import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp
} from "drizzle-orm/pg-core"
import { document } from "../documents/tables.ts"
import { recorded as recordedByImport } from "../reference/tables.ts"

/** When and by whom a row was recorded. Moments and numbers are those of the ledger row "inventory" (`journal_ledger`). */
const recorded = {
  recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
  recorder: integer().notNull()
}

/**
 * Registers of the programme: one row an entry, appended and never changed; some thousand a province. What an entry says varies with its
 * kind, so it is JSON.
 *
 * `province` is where the rows of its unit are kept (`observed_unit`); it leads the key.
 */
export const inventoryItem = pgTable(
  "inventory_item",
  {
    province: smallint().notNull(),
    id: integer().notNull(),
    unit: integer().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    body: jsonb().notNull(),
    day: date({ mode: "string" }).notNull(),
    document: text(),
    evidence: jsonb(),
    note: text(),
    illustrative: boolean().notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ name: "inventory_item_pk", columns: [t.province, t.id] }),
    index("inventory_item_id").on(t.id),
    index("inventory_item_unit").on(t.unit),
    check("inventory_item_kind", sql`${t.body} ->> '_tag' = ${t.kind}`)
  ]
)

/**
 * What became of an entry: ended, graded again, withdrawn; appended and never changed. `id` tells the order of recording.
 *
 * No foreign key: the entry is written first, under the ledger's lock, and never deleted.
 */
export const inventoryEvent = pgTable(
  "inventory_event",
  {
    item: integer().notNull(),
    id: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    body: jsonb().notNull(),
    document: text(),
    ...recorded
  },
  (t) => [primaryKey({ name: "inventory_event_pk", columns: [t.item, t.id] })]
)

/** What documents want of the registers (`ItemTarget`), as an import brings it: a handful a plan. */
export const inventoryTarget = pgTable("inventory_target", {
  documentId: text("document_id")
    .notNull()
    .references(() => document.id),
  position: integer().notNull(),
  body: jsonb().notNull(),
  ...recordedByImport
})
