import { boolean, index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "string" })

/**
 * Changes that were asked for under a key of whoever asked (`Idempotency-Key`), with what was answered: kept for a day, so that the same request sent again
 * is answered and not done again. Written in the transaction of the change.
 */
export const requestKept = pgTable(
  "request_kept",
  {
    /** The person; empty where nobody can sign in. */
    caller: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of what was asked: method, address and body. */
    fingerprint: text().notNull(),
    begunAt: moment("begun_at").notNull(),
    /** Null while it is not known to be done: only of changes that have no transaction of their own. */
    endedAt: moment("ended_at"),
    /** As it was sent, byte by byte; null where it tells a secret. */
    answer: text(),
    secret: boolean().notNull()
  },
  (t) => [
    primaryKey({ name: "request_kept_pk", columns: [t.caller, t.key] }),
    index("request_kept_begun").on(t.begunAt)
  ]
)
