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
  numeric,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex
} from "drizzle-orm/pg-core"
import { recordedByImportOrPerson } from "../reference/tables.ts"

/**
 * Events that changed units, in the order in which they were applied: one row each time, kept when it is taken back.
 *
 * A few a year. `importId` is null for what a person applied.
 */
export const reorganisation = pgTable(
  "reorganisation",
  {
    sequence: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull(),
    /** Number of the legal text. */
    document: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    body: jsonb().notNull(),
    appliedAt: timestamp("applied_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
    undoneAt: timestamp("undone_at", { withTimezone: true, mode: "string" }),
    importId: recordedByImportOrPerson.importId
  },
  (t) => [
    uniqueIndex("reorganisation_once_in_force")
      .on(t.id)
      .where(sql`${t.undoneAt} is null`)
  ]
)

/**
 * Administrative units through time: 21,000 rows, read all the time, written by a few events a year.
 *
 * `id` is the system's own; rows that share one are the same unit before and after a change. Both ends are inclusive;
 * null is unbounded, and `start` is `validFrom` as a key needs it. Neither the spans of one id nor those of one code
 * overlap: two exclusion constraints, deferred (written in SQL in migration 0003), because a code may pass between
 * units within one load. `begunBy` and `endedBy` name the events that made and closed the row: undoing needs no more.
 * `folded` is the name without diacritics with a blank before it, so that `% vinh b%` finds the start of any word.
 */
export const unit = pgTable(
  "unit",
  {
    id: integer().notNull(),
    start: date({ mode: "string" })
      .notNull()
      .generatedAlwaysAs(sql`coalesce(valid_from, '-infinity'::date)`),
    code: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    level: text().notNull(),
    parentId: integer("parent_id"),
    parentCode: text("parent_code"),
    areaKm2: numeric("area_km2", { mode: "number" }),
    population: integer(),
    lon: doublePrecision(),
    lat: doublePrecision(),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    /** Named weights besides area and population. */
    weights: jsonb(),
    attributes: jsonb(),
    begunBy: integer("begun_by").references(() => reorganisation.sequence),
    endedBy: integer("ended_by").references(() => reorganisation.sequence),
    folded: text().notNull(),
    ...recordedByImportOrPerson
  },
  (t) => [
    primaryKey({ name: "unit_pk", columns: [t.id, t.start] }),
    index("unit_code").on(t.code, t.start),
    index("unit_parent").on(t.parentCode, t.level),
    index("unit_folded").using("gin", t.folded.op("gin_trgm_ops")),
    check("unit_span", sql`${t.validFrom} <= ${t.validTo}`),
    check("unit_level", sql`${t.level} in ('province', 'district', 'commune', 'village')`)
  ]
)

/** What one unit gave to another by an event: 12,000 rows. The share is known (`shareAll`, `shareBy` per weight) or null. */
export const transfer = pgTable(
  "transfer",
  {
    event: integer()
      .notNull()
      .references(() => reorganisation.sequence),
    day: date({ mode: "string" }).notNull(),
    fromId: integer("from_id").notNull(),
    toId: integer("to_id").notNull(),
    shareAll: doublePrecision("share_all"),
    shareBy: jsonb("share_by").notNull(),
    note: text(),
    inferred: boolean().notNull(),
    implied: boolean().notNull(),
    ...recordedByImportOrPerson
  },
  (t) => [
    primaryKey({ name: "transfer_pk", columns: [t.event, t.fromId, t.toId] }),
    index("transfer_from").on(t.fromId, t.day),
    index("transfer_to").on(t.toId, t.day),
    check("transfer_share", sql`${t.shareAll} between 0 and 1`)
  ]
)

/** Versions never come again, also when the transaction that drew one is rolled back. */
export const registerVersion = pgSequence("unit_register_version")

/** The version of the rows of units, transfers and events together: one row, written by whoever writes those. */
export const unitRegister = pgTable(
  "unit_register",
  {
    one: boolean().primaryKey().default(true),
    version: bigint({ mode: "number" }).notNull()
  },
  (t) => [check("unit_register_one", sql`${t.one}`)]
)
