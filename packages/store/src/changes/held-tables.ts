import type { ChangedNoun } from "@ntm/domain/changes"
import type { Tag } from "../database/database.ts"
import { tableOf } from "./nouns.ts"
import { keyColumns } from "./records.ts"

/** Columns that entries leave out: too large, secret, or no fact. What is too large is noted by its hash, in a column beside it. */
export const omittedColumns: Readonly<Partial<Record<ChangedNoun, ReadonlyArray<string>>>> = {
  boundary: ["polygons"],
  evidenceFile: ["content"],
  webhookEndpoint: ["secret", "former_secret", "former_until", "delivered", "attempts", "next_try", "failing_since"]
}

/** Tables whose large batches are told by their numbers and digest alone. */
export const batchNouns: ReadonlySet<ChangedNoun> = new Set(["observation", "fundingEntry"])

/** Whether a table may have large batches. */
export const isBatchTable = (table: string): boolean => [...batchNouns].some((noun) => tableOf(noun) === table)

/** A table that is held against the journal. */
export interface HeldTable {
  readonly noun: ChangedNoun
  readonly table: string
  /** What entries hold of a row, in the order of the table, quoted. */
  readonly columns: ReadonlyArray<string>
  readonly keys: ReadonlyArray<string>
}

/**
 * A followed table as it is now: all of its columns but those that entries leave out.
 *
 * **Details** Of the catalogue and of this file, never of the triggers: whoever takes a column out of these is found by it.
 */
export const heldTable = async (sql: Tag, noun: ChangedNoun): Promise<HeldTable> => {
  const table = tableOf(noun)
  const omitted = new Set(omittedColumns[noun])
  const found = await sql<Array<{ name: string }>>`
    select attname as name from pg_attribute
    where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped order by attnum`
  const columns = found.map(({ name }) => name).filter((name) => !omitted.has(name))
  return { noun, table, columns, keys: keyColumns(noun, columns) }
}

/** A name as SQL has it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
