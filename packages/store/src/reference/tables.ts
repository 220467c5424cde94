import { sql } from "drizzle-orm"
import { bigint, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core"

/**
 * Where facts came from: one row per load, never overwritten. A later load under the same name supersedes the earlier one.
 *
 * A few rows a year; nearly every other table points here.
 */
export const sourceImport = pgTable(
  "source_import",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    sha256: text().notNull(),
    programVersion: text("program_version").notNull(),
    loadedAt: timestamp("loaded_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
    supersededAt: timestamp("superseded_at", { withTimezone: true, mode: "string" }),
    /** Of the units and events that the import brings: a new build need not write the same ones again. */
    unitsSha256: text("units_sha256"),
    /** Of the works and the land that the import brings, likewise. */
    worksSha256: text("works_sha256")
  },
  (t) => [
    uniqueIndex("source_import_one_in_force")
      .on(t.name)
      .where(sql`${t.supersededAt} is null`)
  ]
)

/** Every fact says when it was recorded and from which import it came. */
export const recorded = {
  importId: bigint("import_id", { mode: "number" })
    .notNull()
    .references(() => sourceImport.id),
  recordedAt: timestamp("recorded_at", { withTimezone: true, mode: "string" }).notNull().defaultNow()
}

/** As `recorded`, for what people write too: no import then. */
export const recordedByImportOrPerson = {
  importId: bigint("import_id", { mode: "number" }).references(() => sourceImport.id),
  recordedAt: recorded.recordedAt
}
