import { sql } from "drizzle-orm"
import { boolean, check, date, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core"
import { recordedByImportOrPerson } from "../reference/tables.ts"

/**
 * Decisions that gave a unit a tier: some 30,000 for the whole country. What follows from them is computed, never stored.
 *
 * Rows are ended, never deleted or changed: a correction ends one and adds another. Moments are those of `observation_ledger`,
 * which orders whatever verdicts rest on. No foreign key to the set: a row outlives it.
 */
export const recognition = pgTable(
  "recognition",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Identity of the unit; its rows are told by the day. */
    unit: integer().notNull(),
    tier: text().notNull(),
    criteriaSet: text("criteria_set"),
    document: text().notNull(),
    decidedOn: date("decided_on", { mode: "string" }).notNull(),
    revokedOn: date("revoked_on", { mode: "string" }),
    note: text(),
    illustrative: boolean().notNull(),
    knownFrom: timestamp("known_from", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
    /** Null while nothing took its place. */
    knownUntil: timestamp("known_until", { withTimezone: true, precision: 3, mode: "string" }),
    ...recordedByImportOrPerson
  },
  (t) => [
    index("recognition_unit").on(t.unit, t.decidedOn),
    index("recognition_known_from").on(t.knownFrom),
    index("recognition_known_until").on(t.knownUntil),
    check("recognition_span", sql`${t.knownUntil} > ${t.knownFrom}`),
    check("recognition_days", sql`${t.revokedOn} is null or ${t.revokedOn} >= ${t.decidedOn}`)
  ]
)
