import { index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core"

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

/**
 * What happened to the ways by which people get in: keys made and taken back, the second factor, attempts that were refused. Appended and never
 * changed; moments and numbers are those of the ledger row "accounts". Apart from `person_event`, which is read whole to know who may do what.
 */
export const accountEvent = pgTable(
  "account_event",
  {
    id: integer().primaryKey(),
    person: text().notNull(),
    body: jsonb().notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3, mode: "string" }).notNull(),
    /** Null where it was done by who had not signed in, or by the program itself. */
    recorder: text(),
    recorderName: text("recorder_name").notNull()
  },
  (t) => [index("account_event_person").on(t.person)]
)
