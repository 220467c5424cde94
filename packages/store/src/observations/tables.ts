import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  customType,
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

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" })

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "string" }).notNull()

/** Inputs by their place, which never changes: packed values are found by it. Hundreds. */
export const observationInput = pgTable("observation_input", {
  position: smallint().primaryKey(),
  key: text().notNull().unique()
})

/**
 * Units that anything was ever recorded for: tens of thousands.
 *
 * `province` is where their rows are kept: the code of the province in which the unit lay when the first was recorded. It
 * leads every key, so that the journal can be partitioned or distributed by it, and it never changes, whatever happens
 * to the unit; what lies in a province on a day is told by the register.
 */
export const observedUnit = pgTable("observed_unit", {
  unit: integer().primaryKey(),
  province: smallint().notNull()
})

/** Documents, imports and forms that values were taken from; each once. */
export const observationSource = pgTable("observation_source", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  key: text().notNull().unique(),
  body: jsonb().notNull()
})

/** Who recorded or moved values, in which office; each once. */
export const observationRecorder = pgTable(
  "observation_recorder",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    role: text().notNull(),
    agency: text()
  },
  (t) => [unique("observation_recorder_once").on(t.name, t.role, t.agency).nullsNotDistinct()]
)

/**
 * The journal: one row a value, appended and never changed. 455,000 rows for a national set of values.
 *
 * Columns stand in the order that packs best. `line` is the first of a line of corrections, null for one that corrects
 * nothing; `state` the one in which it was recorded, later ones are moves. Codes of `kind` and `state`: `codes.ts`.
 * No foreign keys: what they would guard is written first, under the ledger's lock, and never deleted; they would cost more
 * than the rows.
 */
export const observation = pgTable(
  "observation",
  {
    id: bigint({ mode: "number" }).notNull(),
    value: doublePrecision().notNull(),
    recordedAt: moment("recorded_at"),
    unit: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    source: integer().notNull(),
    recorder: integer().notNull(),
    province: smallint().notNull(),
    input: smallint().notNull(),
    kind: smallint().notNull(),
    state: smallint().notNull(),
    illustrative: boolean().notNull(),
    from: date({ mode: "string" }),
    supersedes: bigint({ mode: "number" }),
    line: bigint({ mode: "number" })
  },
  (t) => [
    primaryKey({ name: "observation_pk", columns: [t.province, t.unit, t.input, t.day, t.id] }),
    index("observation_id").on(t.id),
    index("observation_supersedes")
      .on(t.supersedes)
      .where(sql`${t.supersedes} is not null`),
    check("observation_value", sql`${t.value} not in ('NaN', 'Infinity', '-Infinity')`),
    check("observation_period", sql`(${t.kind} = 0) = (${t.from} is null) and ${t.from} <= ${t.day}`),
    check("observation_line", sql`(${t.supersedes} is null) = (${t.line} is null) and ${t.supersedes} < ${t.id}`)
  ]
)

/** Evidence and notes of the few values that have any. */
export const observationNote = pgTable("observation_note", {
  observation: bigint({ mode: "number" }).primaryKey(),
  evidence: jsonb().notNull(),
  note: text()
})

/** Steps of observations from state to state, appended and never changed. */
export const observationMove = pgTable(
  "observation_move",
  {
    observation: bigint({ mode: "number" }).notNull(),
    at: moment("at"),
    recorder: integer().notNull(),
    state: smallint().notNull(),
    reason: text()
  },
  (t) => [primaryKey({ name: "observation_move_pk", columns: [t.observation, t.at] })]
)

/**
 * Values in force now, packed: a row holds 128 inputs of a unit, as bytes. Derived from the journal, kept up to date in
 * the transaction that writes it; `packed.ts` knows the form.
 */
const packed = (name: string) =>
  pgTable(
    name,
    {
      province: smallint().notNull(),
      unit: integer().notNull(),
      block: smallint().notNull(),
      vals: bytea().notNull(),
      days: bytea().notNull()
    },
    (t) => [primaryKey({ name: `${name}_pk`, columns: [t.province, t.unit, t.block] })]
  )

/** What is approved. */
export const observationApproved = packed("observation_approved")

/** What is submitted at least. */
export const observationSubmitted = packed("observation_submitted")

/**
 * One row: the moment of the last batch, the last number given, and the newest day that anything is as of.
 *
 * Every batch writes it under a lock, so moments grow strictly, and what was known at one never changes.
 */
export const observationLedger = pgTable(
  "observation_ledger",
  {
    one: boolean().primaryKey().default(true),
    moment: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
    lastId: bigint("last_id", { mode: "number" }).notNull(),
    newestDay: date("newest_day", { mode: "string" })
  },
  (t) => [check("observation_ledger_one", sql`${t.one}`)]
)
