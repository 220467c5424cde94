import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text
} from "drizzle-orm/pg-core"
import { recorded } from "../reference/tables.ts"

/**
 * Administrative units through time: 14,000 rows, read all the time, written once.
 *
 * `id` is the system's own; a code is reused by other units and names one only together with a day: code and first day are
 * unique (migration 0002, deferred), and the loader refuses spans of one code that overlap. Both ends are inclusive; null is unbounded. `provinceCode` is the code of the
 * province above the unit in its own register, the key by which larger tables are split. `folded` is the name without
 * diacritics with a blank before it, so that `% vinh b%` finds the start of any word.
 */
export const unit = pgTable(
  "unit",
  {
    id: integer().primaryKey(),
    provinceCode: text("province_code").notNull(),
    code: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    level: text().notNull(),
    parentId: integer("parent_id"),
    parentCode: text("parent_code"),
    areaKm2: numeric("area_km2", { mode: "number" }),
    population: integer(),
    lon: doublePrecision(),
    lat: doublePrecision(),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    folded: text().notNull(),
    ...recorded
  },
  (t) => [
    index("unit_parent").on(t.parentCode, t.level),
    index("unit_province").on(t.provinceCode, t.level),
    index("unit_folded").using("gin", t.folded.op("gin_trgm_ops")),
    foreignKey({ name: "unit_parent_fk", columns: [t.parentId], foreignColumns: [t.id] }),
    check("unit_span", sql`${t.validFrom} <= ${t.validTo}`),
    check("unit_level", sql`${t.level} in ('province', 'district', 'commune')`)
  ]
)

/** What one unit gave to another: 21,000 rows. */
export const lineage = pgTable(
  "unit_lineage",
  {
    fromId: integer("from_id")
      .notNull()
      .references(() => unit.id),
    toId: integer("to_id")
      .notNull()
      .references(() => unit.id),
    day: date({ mode: "string" }).notNull(),
    share: text().notNull(),
    note: text(),
    inferred: boolean().notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.toId, t.day] }),
    index("unit_lineage_to").on(t.toId),
    check("unit_lineage_share", sql`${t.share} in ('whole', 'part')`)
  ]
)
