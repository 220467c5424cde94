import {
  Funding,
  pivotOf,
  type FundingPivot,
  placementOf,
  type FundingSourceKey,
  type PlacementPlan
} from "@ntm/domain/funding"
import { type Chronicle, unitByCode, UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import postgres from "postgres"
import type { National } from "./national.ts"
import { median, printRow, refuseAbove } from "./print.ts"

/** What the table may cost beside the statement that somebody would write for this alone. */
const atMost = 1.3

const day = Day.make("2025-12-31")
const question = { year: 2025, stage: "disbursed", tier: "commune" } as const

/** The sources that a commune's money is entered at, with the numbers that the journal gives them. */
const leaves = [
  ["investment.central", 3],
  ["investment.province", 4],
  ["investment.commune", 7],
  ["career.central", 9],
  ["career.province", 10],
  ["integrated", 14],
  ["credit", 15],
  ["enterprise", 16],
  ["community.cash", 18],
  ["community.land", 19]
] as const satisfies ReadonlyArray<readonly [FundingSourceKey, number]>

/** The codes of the disbursed stage and of the communes' tier. */
const DISBURSED = 3
const COMMUNE = 2

/**
 * The money of the nation: 3,321 communes, 10 sources, 5 years and 4 stages, and an adjustment of every hundredth entry.
 *
 * **Details** Put down by the database itself: through the port the checks of 670,000 entries would be most of the run.
 */
const fill = async (sql: postgres.Sql): Promise<number> => {
  await sql`
    insert into observed_unit (unit, province)
    select c.id, p.code::smallint from unit c join unit p on p.id = c.parent_id and p.valid_to is null
    where c.level = 'commune' and c.valid_to is null
    on conflict (unit) do nothing`
  await sql`insert into observation_recorder (name, role) values ('Bench', 'provincialOffice') on conflict do nothing`
  await sql`
    insert into funding_entry (id, amount, recorded_at, unit, day, recorder, province, year, source, stage, tier, kind, illustrative)
    select row_number() over (order by y, s, u.unit, f.code), 1000000::bigint * (1 + (u.unit::bigint * 7919 + f.code * 104729 + y * 31 + s) % 9000),
      '2025-12-31T01:00:00Z', u.unit, make_date(y, 6, 30), (select id from observation_recorder where name = 'Bench'),
      u.province, y, f.code, s, ${COMMUNE}, 0, false
    from observed_unit u cross join unnest(${leaves.map(([, code]) => code)}::smallint[]) as f (code)
      cross join generate_series(2021, 2025) y cross join generate_series(0, 3) s
    where u.unit in (select id from unit where level = 'commune' and valid_to is null)`
  await sql`
    insert into funding_entry (id, amount, recorded_at, unit, day, recorder, province, year, source, stage, tier, kind, illustrative, adjusts)
    select (select max(id) from funding_entry) + row_number() over (order by id), -1000, recorded_at, unit, make_date(year, 9, 30), recorder,
      province, year, source, stage, tier, 1, false, id
    from funding_entry where id % 100 = 0`
  await sql`update journal_ledger set moment = '2025-12-31T01:00:00Z', last_id = (select max(id) from funding_entry) where name = 'funding'`
  await sql`vacuum analyze funding_entry`
  await sql`analyze observed_unit`
  const [counted] = await sql<Array<{ count: number }>>`select count(*)::int as count from funding_entry`
  return counted?.count ?? 0
}

/** Every column of the table as the sources that it counts. */
const columnsOf = (sources: FundingPivot["sources"]) => {
  const within = (source: FundingSourceKey): ReadonlyArray<number> =>
    leaves.flatMap(([leaf, code]) => {
      const top = leaf.split(".")[0] ?? leaf
      const above = [leaf, top, top === "investment" || top === "career" ? "budget" : "all", "all"]
      const local = leaf.endsWith(".commune") && source === `${top}.local`
      return above.includes(source) || local ? [code] : []
    })
  return sources.map(within)
}

/** The least that answers the question: the statement as one would write it by hand, a row a unit and the total last. */
const byHand = (
  sql: postgres.Sql,
  parent: number | null,
  province: number | null,
  columns: ReadonlyArray<ReadonlyArray<number>>
) => {
  const group = parent === null ? "c.parent_id" : "c.id"
  const sums = columns.map((codes) => `sum(e.amount) filter (where e.source in (${codes.join(",")}))::float8`)
  return sql
    .unsafe<Array<Record<string, number | null>>>(
      `select ${group}, ${sums.join(", ")}
     from funding_entry e join unit c on c.id = e.unit and c.valid_from <= $1 and (c.valid_to is null or c.valid_to >= $1)
     where e.year = $2 and e.stage = $3 and e.tier = $4 and e.day <= $1 ${parent === null ? "" : "and e.province = $5 and c.parent_id = $6"}
     group by rollup (${group})`,
      [day, question.year, DISBURSED, COMMUNE, ...(parent === null ? [] : [province, parent])],
      { prepare: true }
    )
    .values()
}

const asOf = { asOf: day, knownAt: null }

const byPort = (plan: PlacementPlan) =>
  Effect.gen(function* () {
    const { stage, tier, year } = question
    const sums = yield* (yield* Funding).sums({
      placement: plan.placement,
      tier,
      years: [year],
      stages: [stage],
      ...asOf
    })
    return pivotOf(plan, { ...question, tiers: [] }, sums)
  })

/** A pivot as the statement by hand gives it: the sums of each unit, and the total. */
const rowsOf = ({ rows, total }: FundingPivot) =>
  new Map<number | null, ReadonlyArray<number | null>>([
    ...rows.map(({ cells, unit }) => [unit?.id ?? null, cells.map((cell) => cell?.amount ?? null)] as const),
    [null, total.map((cell) => cell?.amount ?? null)]
  ])

const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await task()
  return performance.now() - started
}

const compare = async (
  sql: postgres.Sql,
  run: National["run"],
  chronicle: Chronicle,
  code: string | null
): Promise<void> => {
  const parent = code === null ? null : (unitByCode(chronicle.register, UnitCode.make(code), day)?.id ?? null)
  const name = code === null ? "the nation" : `province ${code}`
  const first = await run(byPort(placementOf(chronicle, parent, day)))
  const columns = columnsOf(first.sources)
  const hand = () => byHand(sql, parent, code === null ? null : Number(code), columns)
  const port = () => run(byPort(placementOf(chronicle, parent, day)))
  const expected = rowsOf(first)
  const rows = await hand()
  const same = rows.every((row) => String(expected.get(row[0] ?? null)) === String(row.slice(1)))
  if (!same || rows.length !== expected.size) throw new Error(`the table of ${name} is another by hand`)
  const times = { hand: [] as Array<number>, port: [] as Array<number> }
  // In turns, so that what else the machine does meets both.
  for (let round = 0; round < 60; round++) {
    times.hand.push(await timed(hand))
    times.port.push(await timed(port))
  }
  const [base, own] = [median(times.hand), median(times.port)]
  console.log(`\nFunding of ${name}, ${first.rows.length} rows and ${first.sources.length} sources out of the database`)
  printRow("one statement by hand (limit)", base, base, "")
  printRow("Funding.sums, pivotOf", own, base, `   at most ${atMost} x`)
  refuseAbove(`the table of ${name}`, own / base, atMost)
}

/** Phụ lục 02 for a province and for the nation out of the national volume, beside a statement written by hand. */
export const benchFunding = async ({ chronicle, run, url }: National): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    const count = await fill(sql)
    console.log(`\n${count.toLocaleString("en")} entries of funding`)
    await compare(sql, run, chronicle, "31")
    await compare(sql, run, chronicle, null)
  } finally {
    await sql.end()
  }
}
