import { WorkId } from "@ntm/domain/funding"
import { UnitId } from "@ntm/domain/units"
import type { Tag } from "../database/database.ts"
import { numbers } from "../observations/copy.ts"

/** The units that works were approved for; works that are not known are left out. */
export const worksOf = async (sql: Tag, ids: ReadonlyArray<WorkId>): Promise<ReadonlyMap<WorkId, UnitId>> => {
  const rows = await sql<Array<{ id: number; unit: number }>>`
    select id::float8 as id, unit from work where id = any(${numbers(ids)}::int[])`
  return new Map(rows.map(({ id, unit }) => [WorkId.make(id), UnitId.make(unit)]))
}
