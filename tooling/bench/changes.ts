import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import postgres from "postgres"
import { median, printRow, refuseAbove } from "./print.ts"

const ROWS = 100_000

/** What entering a batch in the journal of changes may add to the COPY that brings it: a digest of all its rows. */
const atMost = 2

class Undone extends Error {}

const lines = function* () {
  let piece = ""
  for (let at = 0; at < ROWS; at++) {
    piece += `${50_000_000 + at}\t${at % 100}\t2025-12-31T00:00:00Z\t${1 + (at % 114)}\t2025-12-31\t1\t1\t31\t${at % 137}\t0\t4\tfalse\n`
    if (piece.length > 65_536) {
      yield piece
      piece = ""
    }
  }
  yield piece
}

/** The rows by COPY into the journal of values, to the end of the transaction but for the commit; taken back afterwards. */
const copied = async (sql: postgres.Sql, role: "origin" | "replica"): Promise<number> => {
  let ms = Number.NaN
  const work = sql.begin(async (one) => {
    await one.unsafe(`set local session_replication_role = ${role}`)
    const started = performance.now()
    await pipeline(
      Readable.from(lines()),
      await one`copy observation (id, value, recorded_at, unit, day, source, recorder, province, input, kind, state, illustrative)
        from stdin`.writable()
    )
    await one`set constraints all immediate`
    ms = performance.now() - started
    throw new Undone()
  })
  await work.catch((cause: unknown) => {
    if (!(cause instanceof Undone)) throw cause
  })
  return ms
}

/** 100,000 values by COPY with the journal of changes and without: triggers do not fire in the role of a replica. */
export const benchChanges = async ({ url }: { readonly url: string }): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const times = { without: [] as Array<number>, with: [] as Array<number> }
  try {
    for (let round = 0; round < 5; round++) {
      times.without.push(await copied(sql, "replica"))
      times.with.push(await copied(sql, "origin"))
      await sql`vacuum observation`
    }
  } finally {
    await sql.end()
  }
  const [without, entered] = [median(times.without), median(times.with)]
  console.log(`\nCOPY of ${ROWS.toLocaleString("en")} values into their journal`)
  printRow("without the journal of changes (limit)", without, without, "")
  printRow("with it", entered, without, `   at most ${atMost} x`)
  refuseAbove("entering changes", entered / without, atMost)
}
