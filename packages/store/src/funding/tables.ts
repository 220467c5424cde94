import { sql } from "drizzle-orm"
import { bigint, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { document } from "../documents/tables.ts"
import { recorded } from "../reference/tables.ts"

/** Funding tables as documents publish them. `sources` keeps the printed columns in order. */
export const fundingTable = pgTable(
  "funding_table",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    key: text().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    title: text(),
    year: integer().notNull(),
    stage: text().notNull(),
    printedUnit: text("printed_unit").notNull(),
    sources: jsonb().notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.key] }),
    check("funding_table_stage", sql`${t.stage} in ('planned', 'allocated', 'mobilised', 'disbursed')`)
  ]
)

/** A unit's printed row; the unit stays as printed. */
export const fundingRow = pgTable(
  "funding_row",
  {
    documentId: text("document_id").notNull(),
    tableKey: text("table_key").notNull(),
    row: integer().notNull(),
    unit: text().notNull(),
    kind: text(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.tableKey, t.row] }),
    foreignKey({ columns: [t.documentId, t.tableKey], foreignColumns: [fundingTable.documentId, fundingTable.key] })
  ]
)

/** One amount in đồng. A blank cell has no row here: not stated is not zero. */
export const fundingEntry = pgTable(
  "funding_entry",
  {
    documentId: text("document_id").notNull(),
    tableKey: text("table_key").notNull(),
    row: integer().notNull(),
    source: text().notNull(),
    stage: text().notNull(),
    year: integer().notNull(),
    amount: bigint({ mode: "number" }).notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.tableKey, t.row, t.source] }),
    index("funding_entry_by_year").on(t.year, t.stage, t.source),
    foreignKey({
      columns: [t.documentId, t.tableKey, t.row],
      foreignColumns: [fundingRow.documentId, fundingRow.tableKey, fundingRow.row]
    }),
    check("funding_entry_safe", sql`${t.amount} between -9007199254740991 and 9007199254740991`)
  ]
)
