import { sql } from "drizzle-orm"
import {
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
  unique
} from "drizzle-orm/pg-core"
import { document } from "../documents/tables.ts"
import { recorded } from "../reference/tables.ts"

/** Criteria sets: tens. `source` is the set whole; the other columns, and the tables below, are what SQL asks of it. */
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
 * Everything that sets ever said: a row for each body that was loaded, never deleted; what stands in `criteria_set` is open.
 *
 * Moments are those of `observation_ledger`, which orders whatever verdicts rest on.
 */
export const criteriaSetVersion = pgTable(
  "criteria_set_version",
  {
    setId: text("set_id").notNull(),
    position: integer().notNull(),
    source: jsonb().notNull(),
    knownFrom: timestamp("known_from", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
    knownUntil: timestamp("known_until", { withTimezone: true, precision: 3, mode: "string" })
  },
  (t) => [
    primaryKey({ columns: [t.setId, t.knownFrom] }),
    check("criteria_set_version_span", sql`${t.knownUntil} > ${t.knownFrom}`)
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
