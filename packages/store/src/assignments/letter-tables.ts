import { sql } from "drizzle-orm"
import { date, index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "string" })

/**
 * Letters on their way and those that were delivered: one a day and recipient, a few thousand a year. Whoever makes the same letter again
 * finds it there, whichever program it is; whoever delivers one holds its row until the mail server has taken it.
 */
export const letter = pgTable(
  "letter",
  {
    day: date({ mode: "string" }).notNull(),
    recipient: text().notNull(),
    /** The agency that it is about; "" for a letter about all of them. */
    about: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    attempts: integer().notNull().default(0),
    nextTry: moment("next_try").notNull(),
    /** What the mail server said the last time that it did not take it. */
    lastError: text("last_error"),
    deliveredAt: moment("delivered_at"),
    /** It was not taken for so long that it is not tried any more. */
    givenUpAt: moment("given_up_at")
  },
  (t) => [
    primaryKey({ name: "letter_pk", columns: [t.day, t.recipient, t.about] }),
    index("letter_waiting")
      .on(t.nextTry)
      .where(sql`${t.deliveredAt} is null and ${t.givenUpAt} is null`)
  ]
)
