import { sql } from "drizzle-orm"
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "string" })

/**
 * Where changes are sent: tens of partners. `delivered` is the last entry of the journal that was handed over or had nothing for this endpoint;
 * whoever delivers holds the row meanwhile, so that no two programs send the same at once.
 */
export const webhookEndpoint = pgTable(
  "webhook_endpoint",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** On whose behalf: what they may see is what is sent. */
    person: text(),
    url: text().notNull(),
    description: text().notNull(),
    /** Nouns that are sent; null: all. */
    nouns: jsonb(),
    /** The secret that signs, and while both count the one before it. */
    secret: text().notNull(),
    formerSecret: text("former_secret"),
    formerUntil: moment("former_until"),
    createdAt: moment("created_at").notNull(),
    delivered: bigint({ mode: "number" }).notNull(),
    attempts: integer().notNull().default(0),
    nextTry: moment("next_try").notNull(),
    /** Since when nothing was taken; null while all is well. */
    failingSince: moment("failing_since"),
    active: boolean().notNull().default(true),
    /** Why it is not active: told to whoever manages it. */
    notice: text(),
    removedAt: moment("removed_at")
  },
  (t) => [
    index("webhook_endpoint_due")
      .on(t.nextTry)
      .where(sql`${t.active} and ${t.removedAt} is null`)
  ]
)

/** Every attempt to hand something over, appended and never changed; kept for thirty days. */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    endpoint: integer().notNull(),
    id: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** The message as its receiver knows it: the same in every attempt. */
    message: text().notNull(),
    since: bigint({ mode: "number" }).notNull(),
    until: bigint({ mode: "number" }).notNull(),
    attempt: integer().notNull(),
    at: moment("at").notNull(),
    took: integer().notNull(),
    /** Of the answer; null where there was none. */
    status: integer(),
    /** The beginning of the answer, or why there was none. */
    answer: text().notNull(),
    ok: boolean().notNull()
  },
  (t) => [primaryKey({ name: "webhook_delivery_pk", columns: [t.endpoint, t.id] })]
)
