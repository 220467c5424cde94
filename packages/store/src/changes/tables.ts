import { bigint, boolean, check, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core"
import { sql } from "drizzle-orm"

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "string" })

/** What a statement did to a table, as triggers note it (`change_noted` in the migration). */
const noted = {
  /** Who was signed in; null: the program itself, or somebody on the machine of its data. */
  person: text(),
  /** From where: name, action, address, request. */
  origin: jsonb(),
  /** The table. */
  noun: text().notNull(),
  op: text().notNull(),
  rows: integer().notNull(),
  /** Identities of the units concerned, ascending. */
  units: integer().array().notNull(),
  /** Where rows are of different units: that of each, in their order; null of one that is of none, -1 of one that went from one to another. */
  ofRows: integer("of_rows").array(),
  firstId: bigint("first_id", { mode: "number" }),
  lastId: bigint("last_id", { mode: "number" }),
  /** Of a batch whose rows stand in their table alone: the columns that the digest is made of. */
  columns: text(),
  before: jsonb(),
  after: jsonb(),
  /** SHA-256 of what was before and after; of a large batch that of its rows. */
  digest: text().notNull()
}

/**
 * Everything that changed, in the order in which it was committed: audit trail, outbox and feed in one. Appended by triggers, which no writer
 * can forget, and never changed.
 *
 * `seq` has no gaps: it is given at the end of the transaction under the lock of `change_head`, so whoever reads up to a number has read all
 * up to it. `hash` is that of the entry before and of this one (`chainHash` in the domain).
 */
export const change = pgTable(
  "change",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    moment: moment("moment").notNull(),
    ...noted,
    hash: text().notNull()
  },
  (t) => [
    index("change_units").using("gin", t.units),
    index("change_noun").on(t.noun, t.seq),
    index("change_person").on(t.person, t.seq),
    check("change_op", sql`${t.op} in ('insert', 'update', 'delete', 'truncate', 'opening')`)
  ]
)

/** What transactions that still run have changed; emptied as they end. Not logged: after a crash there are none. */
export const changeDraft = pgTable("change_draft", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  ...noted
})

/** One row: the last entry. */
export const changeHead = pgTable(
  "change_head",
  {
    one: boolean().primaryKey().default(true),
    seq: bigint({ mode: "number" }).notNull(),
    moment: moment("moment").notNull(),
    hash: text().notNull()
  },
  (t) => [check("change_head_one", sql`${t.one}`)]
)
