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
import { recorded as recordedByImport } from "../reference/tables.ts"

/** What the programme holds works to (`WorksRules`), as an import brings them: a row where they change, the newest counts; see `keepRules`. */
export const worksRules = pgTable("works_rules", { body: jsonb().notNull(), ...recordedByImport })

/** When and by whom a row was recorded. Moments and numbers are those of the ledger row "works" (`journal_ledger`). */
const recorded = {
  recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
  recorder: integer().notNull()
}

/** Lists of works as approved: a few a year and province. */
export const workBatch = pgTable(
  "work_batch",
  {
    province: smallint().notNull(),
    id: text().notNull(),
    unit: integer().notNull(),
    name: text().notNull(),
    year: smallint().notNull(),
    document: text(),
    approvedOn: date("approved_on", { mode: "string" }),
    due: date({ mode: "string" }),
    ...recorded
  },
  (t) => [
    primaryKey({ name: "work_batch_pk", columns: [t.province, t.id] }),
    unique("work_batch_once").on(t.id),
    check("work_batch_days", sql`${t.due} >= ${t.approvedOn}`)
  ]
)

/**
 * Works as approved: some thousand a province. What happened to one since stands in `work_report`.
 *
 * `province` is where the rows of its unit are kept (`observed_unit`); it leads every key. `withdrawn_at`: the reference data, which
 * brought the work, have it no more.
 */
export const work = pgTable(
  "work",
  {
    province: smallint().notNull(),
    id: integer().notNull(),
    unit: integer().notNull(),
    code: text().notNull(),
    batch: text(),
    sector: text().notNull(),
    name: text().notNull(),
    investor: text().notNull(),
    cost: bigint({ mode: "number" }).notNull(),
    size: jsonb(),
    milestones: jsonb().notNull(),
    serves: jsonb().notNull(),
    document: text(),
    illustrative: boolean().notNull(),
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true, precision: 3, mode: "string" }),
    ...recorded
  },
  (t) => [
    primaryKey({ name: "work_pk", columns: [t.province, t.id] }),
    unique("work_once").on(t.province, t.code),
    index("work_id").on(t.id),
    index("work_unit").on(t.unit),
    check("work_cost", sql`${t.cost} between 1 and 9007199254740991`)
  ]
)

/**
 * The journal: one row a report, appended and never changed; some twenty a work. What a report says varies with its kind, so it is JSON.
 *
 * No foreign keys: what they would guard is written first, under the ledger's lock, and never deleted.
 */
export const workReport = pgTable(
  "work_report",
  {
    province: smallint().notNull(),
    work: integer().notNull(),
    id: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    body: jsonb().notNull(),
    document: text(),
    evidence: jsonb(),
    note: text(),
    illustrative: boolean().notNull(),
    ...recorded
  },
  (t) => [primaryKey({ name: "work_report_pk", columns: [t.province, t.work, t.id] }), index("work_report_id").on(t.id)]
)

/** Land that households agreed to give: one row a household and work; some ten thousand a batch. Areas in m². */
export const landGift = pgTable(
  "land_gift",
  {
    province: smallint().notNull(),
    id: integer().notNull(),
    unit: integer().notNull(),
    work: integer(),
    household: text().notNull(),
    residential: doublePrecision().notNull(),
    agricultural: doublePrecision().notNull(),
    structures: integer().notNull(),
    eligible: integer().notNull(),
    parcels: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    document: text(),
    illustrative: boolean().notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ name: "land_gift_pk", columns: [t.province, t.id] }),
    index("land_gift_id").on(t.id),
    index("land_gift_unit").on(t.unit),
    check("land_gift_areas", sql`${t.residential} >= 0 and ${t.agricultural} >= 0`),
    check("land_gift_counts", sql`${t.structures} >= ${t.eligible} and ${t.eligible} >= 0 and ${t.parcels} >= 0`)
  ]
)

/** What happened to a gift of land since; appended and never changed. `id` tells the order of recording. */
export const landEvent = pgTable(
  "land_event",
  {
    province: smallint().notNull(),
    gift: integer().notNull(),
    id: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    event: jsonb().notNull(),
    ...recorded
  },
  (t) => [primaryKey({ name: "land_event_pk", columns: [t.province, t.gift, t.id] })]
)
