import { getTableName } from "drizzle-orm"
import type { PgTable } from "drizzle-orm/pg-core"
import type { Tag } from "../database/database.ts"

/** One import in the making. `earlier`: the imports under the same name that it replaces. */
export interface Writing {
  readonly sql: Tag
  readonly importName: string
  readonly importId: number
  readonly earlier: ReadonlyArray<number>
}

/** Deletes what the earlier imports brought, table by table. */
export const deleteEarlier = async ({ sql, earlier }: Writing, tables: ReadonlyArray<PgTable>): Promise<void> => {
  if (earlier.length === 0) return
  for (const table of tables) {
    await sql`delete from ${sql(getTableName(table))} where import_id = any(${`{${earlier.join(",")}}`}::bigint[])`
  }
}
