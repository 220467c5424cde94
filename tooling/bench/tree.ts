import { isDeepStrictEqual } from "node:util"
import { Units } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import postgres from "postgres"
import type { National } from "./national.ts"
import { median, printRow, refuseAbove } from "./print.ts"

/** What the port may cost beside the statement that somebody would write for this alone. */
const atMost = 1.5

const days = [
  { day: Day.make("2024-12-31"), tiers: "three tiers" },
  { day: Day.make("2025-07-01"), tiers: "two tiers" }
] as const

/** The least that answers the question: the statement as one would write it by hand. */
const byHand = (sql: postgres.Sql, day: string) => sql`
  select id, code, name, type, level, parent_id as "parentId", parent_code as "parentCode", area_km2::float8 as "areaKm2",
    population, lon, lat, valid_from as "validFrom", valid_to as "validTo", weights, attributes
  from unit
  where (valid_from is null or valid_from <= ${day}) and (valid_to is null or valid_to >= ${day})
  order by case level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end,
    name collate "vi-VN-x-icu", code`

const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await task()
  return performance.now() - started
}

/** The national tree as of a day, out of the database, beside the same rows by a statement written by hand. */
export const benchTree = async ({ url, run }: National): Promise<void> => {
  // Days as text, as the product has them: a `Date` a row would burden the limit.
  const date = { to: 1082, from: [1082], serialize: String, parse: String }
  const sql = postgres(url, { max: 1, types: { date } })
  try {
    for (const { day, tiers } of days) {
      const hand = () => byHand(sql, day)
      const port = () => run(Effect.flatMap(Units, (units) => units.tree(day, null)))
      const rows = [...(await hand())].map(({ weights, attributes, ...row }) => ({
        ...row,
        ...(weights === null ? {} : { weights }),
        ...(attributes === null ? {} : { attributes })
      }))
      if (!isDeepStrictEqual(rows, await port())) throw new Error(`on ${day} the port answers other rows`)
      const times = { hand: [] as Array<number>, port: [] as Array<number> }
      // In turns, so that what else the machine does meets both.
      for (let round = 0; round < 40; round++) {
        times.hand.push(await timed(hand))
        times.port.push(await timed(port))
      }
      const base = median(times.hand)
      const own = median(times.port)
      console.log(`\nTree on ${day}: ${tiers}, ${rows.length} units out of the database`)
      printRow("one statement by hand (limit)", base, base, "")
      printRow("Units.tree", own, base, `   at most ${atMost} x`)
      refuseAbove(`the tree on ${day}`, own / base, atMost)
    }
  } finally {
    await sql.end()
  }
}
