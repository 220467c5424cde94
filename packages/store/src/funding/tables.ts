import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique
} from "drizzle-orm/pg-core"
import { document } from "../documents/tables.ts"
import { recorded } from "../reference/tables.ts"

/**
 * Heads of funding tables as documents publish them: everything but the amounts, which are entries. `sources` keeps the printed columns in
 * order, `counts` what each counts as, `rows` whose each row is.
 */
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
    tier: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    counts: jsonb().notNull(),
    rows: jsonb().notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.key] }),
    check("funding_table_stage", sql`${t.stage} in ('planned', 'allocated', 'mobilised', 'disbursed')`),
    check("funding_table_tier", sql`${t.tier} in ('province', 'district', 'commune', 'village')`)
  ]
)

/** Documents that entries were taken from, each with the place in it; each once. */
export const fundingPaper = pgTable(
  "funding_paper",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    document: text().notNull(),
    place: text()
  },
  (t) => [unique("funding_paper_once").on(t.document, t.place).nullsNotDistinct()]
)

/** Agencies of units that hold money; each once. */
export const fundingAgency = pgTable("funding_agency", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull().unique()
})

/**
 * The journal: one row an entry, appended and never changed. Some 700,000 rows for the communes of the nation over five years.
 *
 * Columns stand in the order that packs best. `province` is where the rows of the unit are kept (`observed_unit`). The primary key makes
 * a province, a year and a stage one range. Codes of source, stage, tier and kind: `codes.ts`.
 * No foreign keys: what they would guard is written first, under the ledger's lock, and never deleted.
 */
export const fundingEntry = pgTable(
  "funding_entry",
  {
    id: bigint({ mode: "number" }).notNull(),
    amount: bigint({ mode: "number" }).notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
    unit: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    recorder: integer().notNull(),
    province: smallint().notNull(),
    year: smallint().notNull(),
    source: smallint().notNull(),
    stage: smallint().notNull(),
    tier: smallint().notNull(),
    kind: smallint().notNull(),
    illustrative: boolean().notNull(),
    paper: integer(),
    agency: integer(),
    work: integer(),
    adjusts: bigint({ mode: "number" })
  },
  (t) => [
    primaryKey({ name: "funding_entry_pk", columns: [t.province, t.year, t.stage, t.tier, t.unit, t.id] }),
    index("funding_entry_id").on(t.id),
    index("funding_entry_unit").on(t.unit),
    index("funding_entry_paper")
      .on(t.paper)
      .where(sql`${t.paper} is not null`),
    index("funding_entry_work")
      .on(t.work)
      .where(sql`${t.work} is not null`),
    index("funding_entry_adjusts")
      .on(t.adjusts)
      .where(sql`${t.adjusts} is not null`),
    check("funding_entry_safe", sql`${t.amount} between -9007199254740991 and 9007199254740991`),
    check("funding_entry_adjusts_earlier", sql`${t.adjusts} < ${t.id}`)
  ]
)

/** Giver, content group, quantity and reason of the entries that have any. */
export const fundingNote = pgTable("funding_note", {
  entry: bigint({ mode: "number" }).primaryKey(),
  given: jsonb(),
  content: text(),
  quantity: doublePrecision(),
  quantityUnit: text("quantity_unit"),
  reason: text()
})
