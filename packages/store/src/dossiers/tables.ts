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
  text,
  timestamp,
  uniqueIndex
} from "drizzle-orm/pg-core"
import { recorded } from "../reference/tables.ts"

/** Trình tự, thủ tục as an import brings them: a dozen rows, always read whole, so their bodies are JSON of the domain's own form. */
export const dossierProcedure = pgTable("dossier_procedure", {
  id: text().primaryKey(),
  position: integer().notNull(),
  body: jsonb().notNull(),
  ...recorded
})

/**
 * Who recorded it, and from which moment to which it was known: moments of `observation_ledger`, which orders whatever verdicts rest on, for a
 * decision makes a recognition. Only what an import brought is ever ended; what people recorded stands for good.
 */
const known = {
  recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
  recorder: integer().notNull(),
  /** Null while nothing took its place. */
  knownUntil: timestamp("known_until", { withTimezone: true, precision: 3, mode: "string" })
}

/**
 * Hồ sơ đề nghị công nhận, appended and never changed: some 10,000 a term for the whole country. What an import says anew is a further row of the
 * same number.
 *
 * No foreign keys to units, sets and procedures: a dossier outlives them.
 */
export const dossier = pgTable(
  "dossier",
  {
    id: integer().notNull(),
    /** How the import that brought it names it for ever; null of what people opened. */
    importKey: text("import_key"),
    /** Identity of the unit; its rows are told by the day. */
    unit: integer().notNull(),
    tier: text().notNull(),
    criteriaSet: text("criteria_set").notNull(),
    procedure: text().notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    openedOn: date("opened_on", { mode: "string" }).notNull(),
    override: text(),
    document: text(),
    note: text(),
    /** Tasks by which steps are carried out: a list of `{ step, task }`. */
    tasks: jsonb().notNull(),
    illustrative: boolean().notNull(),
    ...known
  },
  (t) => [
    primaryKey({ name: "dossier_pk", columns: [t.id, t.recordedAt] }),
    uniqueIndex("dossier_in_force")
      .on(t.id)
      .where(sql`${t.knownUntil} is null`),
    uniqueIndex("dossier_import_key")
      .on(t.importKey)
      .where(sql`${t.knownUntil} is null`),
    index("dossier_unit").on(t.unit),
    check("dossier_span", sql`${t.knownUntil} > ${t.recordedAt}`)
  ]
)

/** What happened to dossiers: some twenty events each. */
export const dossierEvent = pgTable(
  "dossier_event",
  {
    dossier: integer().notNull(),
    id: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    body: jsonb().notNull(),
    document: text(),
    evidence: jsonb(),
    note: text(),
    illustrative: boolean().notNull(),
    ...known
  },
  (t) => [
    primaryKey({ name: "dossier_event_pk", columns: [t.dossier, t.id, t.recordedAt] }),
    uniqueIndex("dossier_event_in_force")
      .on(t.id)
      .where(sql`${t.knownUntil} is null`),
    check("dossier_event_span", sql`${t.knownUntil} > ${t.recordedAt}`)
  ]
)
