import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex
} from "drizzle-orm/pg-core"
import { document } from "../documents/tables.ts"
import { recorded, sourceImport } from "../reference/tables.ts"

/**
 * Criteria sets as they came with the program: tens. `source` is the set whole; the other columns, and the tables below, are what SQL
 * asks of it. What is in force stands in `criteria_set_version`: an office may have loaded another.
 */
export const criteriaSet = pgTable("criteria_set", {
  id: text().primaryKey(),
  position: integer().notNull(),
  name: text().notNull(),
  level: text().notNull(),
  tier: text().notNull(),
  periodFrom: integer("period_from").notNull(),
  periodTo: integer("period_to").notNull(),
  officialCriteria: integer("official_criteria"),
  officialIndicators: integer("official_indicators"),
  doNotEvaluate: boolean("do_not_evaluate").notNull(),
  source: jsonb().notNull(),
  ...recorded
})

/**
 * Everything that sets ever said: a row for each body that was loaded, never deleted; those in force are open.
 *
 * Moments are those of `observation_ledger`, which orders whatever verdicts rest on. An office's set (`recorded_by`) stays until an
 * office loads another; a new build of the program touches only rows that read as it shipped them (`as_shipped`).
 */
export const criteriaSetVersion = pgTable(
  "criteria_set_version",
  {
    setId: text("set_id").notNull(),
    position: integer().notNull(),
    source: jsonb().notNull(),
    knownFrom: timestamp("known_from", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
    knownUntil: timestamp("known_until", { withTimezone: true, precision: 3, mode: "string" }),
    importId: bigint("import_id", { mode: "number" }).references(() => sourceImport.id),
    /** Who loaded it for an office; null: it came with the program. */
    recordedBy: jsonb("recorded_by"),
    file: text(),
    /** Of the bytes of the file. */
    sha256: text(),
    /** The set whose load made this one read differently. */
    follows: text(),
    asShipped: boolean("as_shipped").notNull().default(true),
    /** Of what the program had shipped under the id when an office loaded this; null where it had nothing. */
    shippedSha256: text("shipped_sha256")
  },
  (t) => [
    primaryKey({ columns: [t.setId, t.knownFrom] }),
    uniqueIndex("criteria_set_version_in_force")
      .on(t.setId)
      .where(sql`${t.knownUntil} is null`),
    check("criteria_set_version_span", sql`${t.knownUntil} > ${t.knownFrom}`),
    check("criteria_set_version_origin", sql`${t.recordedBy} is not null or ${t.asShipped}`)
  ]
)

const setId = text("set_id")
  .notNull()
  .references(() => criteriaSet.id)

/** Decisions that issue or amend a set, in the order cited. */
export const criteriaSetBasis = pgTable(
  "criteria_set_basis",
  {
    setId,
    position: integer().notNull(),
    number: text().notNull(),
    date: date({ mode: "string" }),
    role: text(),
    ...recorded
  },
  (t) => [primaryKey({ columns: [t.setId, t.position] })]
)

export const criterion = pgTable(
  "criterion",
  { setId, no: integer().notNull(), position: integer().notNull(), name: text().notNull(), ...recorded },
  (t) => [primaryKey({ columns: [t.setId, t.no] })]
)

/** The measurable lines below a criterion, as the set states them; what changed since stands in its `source`. */
export const indicator = pgTable(
  "indicator",
  {
    setId: text("set_id").notNull(),
    criterionNo: integer("criterion_no").notNull(),
    position: integer().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    measure: text(),
    unit: text(),
    rule: jsonb(),
    confidence: text().notNull(),
    nameConfidence: text("name_confidence"),
    leadAgency: text("lead_agency"),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.setId, t.criterionNo, t.position] }),
    foreignKey({ columns: [t.setId, t.criterionNo], foreignColumns: [criterion.setId, criterion.no] })
  ]
)

/** Results under one set as a document publishes them ("Phụ lục 01"). */
export const setResult = pgTable(
  "set_result",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    position: integer().notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    code: text().notNull(),
    name: text().notNull(),
    level: text().notNull(),
    unitWord: text("unit_word"),
    evaluatedCount: integer("evaluated_count").notNull(),
    evaluatedUnits: text("evaluated_units").array().notNull(),
    statedAverage: numeric("stated_average", { mode: "number" }).notNull(),
    statedAverageDecimals: integer("stated_average_decimals").notNull(),
    outOf: integer("out_of").notNull(),
    notes: text(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.position] }),
    unique("set_result_once").on(t.documentId, t.code, t.asOf),
    check("set_result_count", sql`${t.evaluatedCount} >= 0`)
  ]
)

export const setResultLine = pgTable(
  "set_result_line",
  {
    documentId: text("document_id").notNull(),
    resultPosition: integer("result_position").notNull(),
    position: integer().notNull(),
    no: integer().notNull(),
    name: text().notNull(),
    metCount: integer("met_count"),
    printed: text().notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.resultPosition, t.position] }),
    foreignKey({
      columns: [t.documentId, t.resultPosition],
      foreignColumns: [setResult.documentId, setResult.position]
    })
  ]
)
