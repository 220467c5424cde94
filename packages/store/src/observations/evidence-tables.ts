import { sql } from "drizzle-orm"
import { check, customType, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core"
import { observationRecorder } from "./tables.ts"

/** Stored as it is: papers and pictures are packed already, and a part of them is read without the rest. */
const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" })

/**
 * Files that prove values, each once by its content; appended and never changed. A commune's year has some hundred of them,
 * mostly below 1 MB; the domain allows 25 MB.
 */
export const evidenceFile = pgTable(
  "evidence_file",
  {
    sha256: text().primaryKey(),
    bytes: integer().notNull(),
    mediaType: text("media_type").notNull(),
    name: text().notNull(),
    content: bytea().notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3, mode: "string" }).notNull().defaultNow(),
    recorder: integer()
      .notNull()
      .references(() => observationRecorder.id)
  },
  (t) => [
    check("evidence_file_bytes", sql`${t.bytes} = octet_length(${t.content}) and ${t.bytes} > 0`),
    check("evidence_file_content", sql`${t.sha256} = encode(sha256(${t.content}), 'hex')`)
  ]
)
