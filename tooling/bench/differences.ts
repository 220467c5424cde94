import { Changes, HeldNoun } from "@ntm/domain/changes"
import { Effect } from "effect"
import postgres from "postgres"
import { portsOn } from "./national.ts"
import { median, printRow, refuseAbove } from "./print.ts"

/** Reports, as entries hold them whole; and values in batches, as entries have their digest. */
const REPORTS = 200_000
const VALUES = 455_000
const BATCH = 65_000

/** What holding all facts against the journal may take, to reading the same tables from end to end as text. */
const atMost = 8

const ROUNDS = 3

/** Rows that the product would have written, through the triggers of the journal. */
const fill = async (sql: postgres.Sql): Promise<void> => {
  await sql`
    insert into work_report (province, work, id, day, body, document, illustrative, recorded_at, recorder)
    select at % 34, at / 12, at, date '2025-01-01' + at % 365,
      jsonb_build_object('_tag', 'volume', 'milestone', at % 7, 'amount', at * 1000, 'note', 'khối lượng đợt ' || at % 5),
      'qd-' || at % 100, false, timestamptz '2025-12-31' + at * interval '1 ms', 1
    from generate_series(1, ${REPORTS}::int) at`
  for (let from = 0; from < VALUES; from += BATCH)
    await sql`
      insert into observation (id, value, recorded_at, unit, day, source, recorder, province, input, kind, state, illustrative)
      select 50000000 + at, at % 100, timestamptz '2025-12-31', at % 3321, date '2025-12-31', 1, 1, 31, at % 137, 0, 1, false
      from generate_series(${from + 1}::int, ${Math.min(from + BATCH, VALUES)}::int) at order by at`
  await sql`vacuum analyze`
}

/** Milliseconds that some work takes, the median of a few rounds. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const times: Array<number> = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return median(times)
}

/** All facts of a national register, 200,000 reports and 455,000 values held against the journal of changes. */
export const benchDifferences = async ({ url }: { readonly url: string }): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const { disconnect, run } = portsOn(url)
  try {
    await fill(sql)
    const tables = await sql<Array<{ name: string }>>`
      select tgrelid::regclass::text as name from pg_trigger where tgname = 'change_insert' order by 1`
    const read = await timed(async () => {
      for (const { name } of tables) await sql.unsafe(`select sum(length(r::text)) from ${name} r`)
    })
    let found = 0
    const held = await timed(async () => {
      for (const noun of HeldNoun.literals) {
        const question = { noun, after: null, limit: 1000 }
        found += (await run(Effect.flatMap(Changes, (port) => port.differences(question)))).length
      }
    })
    // Units of these values were never placed, so none is in force: whatever is found would be a fault.
    if (found > 0) throw new Error(`${found} facts are not as the journal says`)
    console.log(`\nAll facts held against the journal of changes: ${REPORTS + VALUES} rows and the national register`)
    printRow("the same tables read from end to end", read, read, "")
    printRow("held against the journal", held, read, `   at most ${atMost} x`)
    refuseAbove("holding facts against the journal", held / read, atMost)
  } finally {
    await disconnect()
    await sql.end()
  }
}
