import { integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core"

/**
 * What happened to people: invited, given what, ended, closed. One row an event, appended and never changed; what somebody may do is made of
 * it (`standingsOf`). Moments and numbers are those of the ledger row "people" (`journal_ledger`).
 *
 * No foreign key to the accounts: what was recorded outlives them.
 */
export const personEvent = pgTable("person_event", {
  id: integer().primaryKey(),
  person: text().notNull(),
  body: jsonb().notNull(),
  recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
  /** Null where the program did it by itself, or somebody on the machine of its data. */
  recorder: text(),
  recorderName: text("recorder_name").notNull()
})
