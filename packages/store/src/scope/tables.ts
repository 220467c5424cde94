import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core"

/**
 * Sets of units that somebody sees or writes about, each kept once under the hash of its units and never changed: a reorganisation makes
 * another set. Which of them a connection is held to, its settings say (`ntm.scope`, `ntm.writes`).
 */
export const accessScope = pgTable("access_scope", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  digest: text().notNull().unique("access_scope_once")
})

export const accessScopeUnit = pgTable(
  "access_scope_unit",
  {
    scope: integer()
      .notNull()
      .references(() => accessScope.id),
    unit: integer().notNull()
  },
  (t) => [primaryKey({ name: "access_scope_unit_pk", columns: [t.scope, t.unit] })]
)
