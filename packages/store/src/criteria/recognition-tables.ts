import { sql } from "drizzle-orm"
import { boolean, check, date, index, integer, pgTable, text } from "drizzle-orm/pg-core"
import { recordedByImportOrPerson } from "../reference/tables.ts"
import { criteriaSet } from "./tables.ts"

/** Decisions that gave a unit a tier: some 30,000 for the whole country. What follows from them is computed, never stored. */
export const recognition = pgTable(
  "recognition",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Identity of the unit; its rows are told by the day. */
    unit: integer().notNull(),
    tier: text().notNull(),
    criteriaSet: text("criteria_set").references(() => criteriaSet.id),
    document: text().notNull(),
    decidedOn: date("decided_on", { mode: "string" }).notNull(),
    revokedOn: date("revoked_on", { mode: "string" }),
    note: text(),
    illustrative: boolean().notNull(),
    ...recordedByImportOrPerson
  },
  (t) => [
    index("recognition_unit").on(t.unit, t.decidedOn),
    check("recognition_days", sql`${t.revokedOn} is null or ${t.revokedOn} >= ${t.decidedOn}`)
  ]
)
