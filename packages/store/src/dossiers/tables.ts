import { sql } from "drizzle-orm"
import {
  bigint,
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
import { recorded, sourceImport } from "../reference/tables.ts"

/**
 * Trình tự, thủ tục as they came with the program: a dozen rows, always read whole, so their bodies are JSON of the domain's own form. What is in
 * force stands in `dossier_procedure_version`: an office may have loaded another.
 */
export const dossierProcedure = pgTable("dossier_procedure", {
  id: text().primaryKey(),
  position: integer().notNull(),
  body: jsonb().notNull(),
  ...recorded
})

/**
 * Everything that procedures ever said: a row for each body that was loaded, never deleted; those in force are open. As `criteria_set_version`: an
 * office's stays until an office loads another, the program touches only rows that read as it shipped them (`as_shipped`).
 */
export const dossierProcedureVersion = pgTable(
  "dossier_procedure_version",
  {
    procedure: text().notNull(),
    position: integer().notNull(),
    body: jsonb().notNull(),
    knownFrom: timestamp("known_from", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
    knownUntil: timestamp("known_until", { withTimezone: true, precision: 3, mode: "string" }),
    importId: bigint("import_id", { mode: "number" }).references(() => sourceImport.id),
    /** Who loaded it for an office; null: it came with the program. */
    recordedBy: jsonb("recorded_by"),
    file: text(),
    /** Of the bytes that were sent. */
    sha256: text(),
    asShipped: boolean("as_shipped").notNull().default(true),
    /** Of what the program had shipped under the id when an office loaded this; null where it had nothing. */
    shippedSha256: text("shipped_sha256")
  },
  (t) => [
    primaryKey({ columns: [t.procedure, t.knownFrom] }),
    uniqueIndex("dossier_procedure_version_in_force")
      .on(t.procedure)
      .where(sql`${t.knownUntil} is null`),
    check("dossier_procedure_version_span", sql`${t.knownUntil} > ${t.knownFrom}`),
    check("dossier_procedure_version_origin", sql`${t.recordedBy} is not null or ${t.asShipped}`)
  ]
)

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
