import type { Rebuilt } from "@ntm/domain/criteria"
import type { Tag } from "../database/database.ts"
import { Fold, packedAcceptances, packedTables, type PackedRow, writeFold } from "./current.ts"
import { eachInForce, ofProvince } from "./journal.ts"
import { openBatch } from "./ledger.ts"

/**
 * Makes the packed tables anew from the journal, province by province, and writes what was not as it should be.
 *
 * **Details** In the transaction of `sql`; nobody records meanwhile. Takes memory for one province.
 */
export const rebuildPacked = async (sql: Tag): Promise<Rebuilt> => {
  await openBatch(sql)
  const provinces = await sql<Array<{ province: number }>>`
    select distinct province from observed_unit order by province`
  let rows = 0
  let differing = 0
  for (const accept of packedAcceptances)
    for (const { province } of provinces) {
      const stored = await sql<Array<PackedRow>>`
        select province, unit, block, vals, days from ${sql(packedTables[accept])} where province = ${province}`
      const fold = Fold.cleared(stored)
      await eachInForce(sql, ofProvince(province), { accept, knownAt: null, asOf: null }, (unit, input, day, value) =>
        fold.set({ province, unit, input }, value, day)
      )
      const { gone, made } = fold.changes()
      differing += new Set([...gone, ...made].map(({ unit, block }) => `${unit} ${block}`)).size
      rows += fold.size
      await writeFold(sql, accept, fold)
    }
  await sql`update observation_ledger set newest_day = (select max(day) from observation)`
  return { rows, differing }
}
