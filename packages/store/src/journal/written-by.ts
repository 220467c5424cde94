import { Moment, type WrittenBy } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { isoMoment } from "../observations/ledger.ts"

/** Whose rows of a journal are, by number. */
export const writersOf = async (
  sql: Tag,
  table: "observation" | "funding_entry",
  ids: ReadonlyArray<number>
): Promise<ReadonlyMap<number, WrittenBy>> => {
  if (ids.length === 0) return new Map()
  const rows = await sql<Array<{ id: number; name: string; at: string }>>`
    select e.id::float8 as id, r.name, ${isoMoment(sql, sql`e.recorded_at`)} as at
    from ${sql(table)} e join observation_recorder r on r.id = e.recorder where e.id = any(${`{${ids.join(",")}}`}::bigint[])`
  return new Map(rows.map(({ at, id, name }) => [id, { name, at: Moment.make(at) }]))
}
