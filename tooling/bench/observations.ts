import { catalogueOf, InputKey, Observations, type Recording } from "@ntm/domain/criteria"
import { unitsOn } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import postgres from "postgres"
import { type National, portsOn } from "./national.ts"
import { median, printRow, refuseAbove } from "./print.ts"

/** As many inputs as the three commune sets of 2021–2025 have indicators. */
const INPUTS = 137

/** What recording may cost beside a COPY of the same rows into a table like the journal: it also checks, and packs two tables. */
const loadAtMost = 5

/** What reading columns may cost beside reading the packed rows alone. */
const readAtMost = 1.5

const asOf = Day.make("2025-12-31")

const keys = Array.from({ length: INPUTS }, (_, at) => InputKey.make(`bench/${at + 1}`))

const carry = { carry: "none" } as const

const inputs = catalogueOf([
  {
    inputs: keys.map((input) => ({ input, name: input, unit: null, measure: "attestation", bySex: false, carry })),
    criteria: [],
    conditions: []
  }
])

const timed = async <A>(task: () => Promise<A>): Promise<{ readonly value: A; readonly ms: number }> => {
  const started = performance.now()
  const value = await task()
  return { value, ms: performance.now() - started }
}

/** The rows as the journal has them, by COPY and nothing else. */
const rawCopy = async (sql: postgres.Sql, batch: ReadonlyArray<Recording>): Promise<number> => {
  await sql`drop table if exists raw_journal`
  await sql`create table raw_journal (like observation including all)`
  const lines = function* () {
    let piece = ""
    for (const [at, { unit, value, day }] of batch.entries()) {
      piece += `${at + 1}\t${value}\t2025-12-31T00:00:00Z\t${unit}\t${day}\t1\t1\t31\t${at % INPUTS}\t0\t4\tfalse\n`
      if (piece.length > 65_536) {
        yield piece
        piece = ""
      }
    }
    yield piece
  }
  const { ms } = await timed(async () =>
    pipeline(
      Readable.from(lines()),
      await sql`copy raw_journal (id, value, recorded_at, unit, day, source, recorder, province, input, kind, state, illustrative)
        from stdin`.writable()
    )
  )
  await sql`drop table raw_journal`
  return ms
}

/** A national set of values through the import path beside COPY, and read as columns beside the packed rows alone. */
export const benchObservations = async ({ url, chronicle, disconnect }: National): Promise<void> => {
  await disconnect()
  const { run, disconnect: close } = portsOn(url)
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const units = unitsOn(chronicle.register, asOf).flatMap((unit) => (unit.level === "commune" ? [unit.id] : []))
  const setOf = (month: number): ReadonlyArray<Recording> => {
    const day = Day.make(`2025-${String(month).padStart(2, "0")}-28`)
    const source = { from: "import", name: `bench ${month}` } as const
    return units.flatMap((unit) =>
      keys.map((input, at) => ({
        unit,
        input,
        day,
        kind: "stock" as const,
        from: null,
        value: (unit + at + month) % 2,
        state: "approved" as const,
        source,
        evidence: [],
        note: null,
        supersedes: null,
        illustrative: true
      }))
    )
  }
  const actor = { name: "bench", role: "provincialOffice", scope: "all", agency: null } as const
  try {
    const copied: Array<number> = []
    const recorded: Array<number> = []
    for (const month of [8, 9, 10]) {
      const batch = setOf(month)
      copied.push(await rawCopy(sql, batch))
      const { ms } = await timed(() =>
        run(Effect.flatMap(Observations, (port) => port.record(batch, { actor, inputs })))
      )
      recorded.push(ms)
    }
    const base = median(copied)
    const own = median(recorded)
    const count = units.length * keys.length
    console.log(`\nRecording ${count.toLocaleString("en")} values: ${units.length} communes, ${INPUTS} inputs`)
    printRow("COPY into a table like the journal (limit)", base, base, "")
    printRow(
      "Observations.record",
      own,
      base,
      `   at most ${loadAtMost} x; each: ${recorded.map(Math.round).join(", ")} ms`
    )
    await sql`analyze`

    const ask = { units, inputs: keys, asOf, knownAt: null, accept: "approved", days: false } as const
    const raw = () => sql`select unit, block, vals from observation_approved`
    const columns = () => run(Effect.flatMap(Observations, (port) => port.columns(ask)))
    const read = await columns()
    const known = read.values.reduce((sum, column) => sum + column.filter((value) => !Number.isNaN(value)).length, 0)
    if (known !== count) throw new Error(`${known} values came back, not ${count}`)
    const times = { raw: [] as Array<number>, columns: [] as Array<number> }
    for (let round = 0; round < 30; round++) {
      times.raw.push((await timed(raw)).ms)
      times.columns.push((await timed(columns)).ms)
    }
    const rawRead = median(times.raw)
    const columnRead = median(times.columns)
    console.log(`\nReading the values in force of the nation`)
    printRow("select of the packed values (limit)", rawRead, rawRead, "")
    printRow("Observations.columns", columnRead, rawRead, `   at most ${readAtMost} x`)
    const { ms: dated } = await timed(() =>
      run(Effect.flatMap(Observations, (port) => port.columns({ ...ask, days: true })))
    )
    printRow("… with the day of each", dated, rawRead, "")
    const { ms: journal } = await timed(() =>
      run(Effect.flatMap(Observations, (port) => port.columns({ ...ask, asOf: Day.make("2025-09-30") })))
    )
    printRow("… as of an earlier day, out of the journal", journal, rawRead, "")
    refuseAbove("recording", own / base, loadAtMost)
    refuseAbove("reading columns", columnRead / rawRead, readAtMost)
  } finally {
    await sql.end()
    await close()
  }
}
