import { sql } from "drizzle-orm"
import { date, index, integer, json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"

/** Files of boundaries that were recorded: a few a year, never overwritten. */
export const boundaryImport = pgTable("boundary_import", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  file: text(),
  sha256: text().notNull(),
  asOf: date("as_of", { mode: "string" }).notNull(),
  recordedAt: timestamp("recorded_at", { withTimezone: true, mode: "string" }).notNull().defaultNow()
})

/**
 * The ground of units as files state it: a row a unit and file, 15 kB for a commune; superseded rows stay.
 *
 * `code` and `asOf` are what the file says; `unitId` is the unit that they name, found again when other registers are loaded,
 * null where they name none. `formed` tells of which extent of the unit (`Extent`). `polygons` is text in JSON: nothing
 * looks into it here.
 */
export const boundary = pgTable(
  "boundary",
  {
    importId: integer("import_id")
      .notNull()
      .references(() => boundaryImport.id),
    code: text().notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    unitId: integer("unit_id"),
    formed: text().notNull(),
    polygons: json().notNull(),
    /** SHA-256 of the text of `polygons`, which a trigger puts here: entries of the journal of changes have it in their place. */
    polygonsSha256: text("polygons_sha256"),
    supersededBy: integer("superseded_by").references(() => boundaryImport.id)
  },
  (t) => [
    primaryKey({ name: "boundary_pk", columns: [t.importId, t.code] }),
    index("boundary_in_force")
      .on(t.unitId)
      .where(sql`${t.supersededBy} is null`),
    index("boundary_superseded").on(t.supersededBy)
  ]
)
