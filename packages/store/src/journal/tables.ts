import { bigint, pgTable, text, timestamp } from "drizzle-orm/pg-core"

/**
 * One row a journal (`JournalName`): the moment of its last batch, and the last number given.
 *
 * Every batch writes its row under a lock, so moments grow strictly, and what was known at one never changes.
 */
export const journalLedger = pgTable("journal_ledger", {
  name: text().primaryKey(),
  moment: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
  lastId: bigint("last_id", { mode: "number" }).notNull()
})
