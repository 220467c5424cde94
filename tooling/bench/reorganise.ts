import { pipeline } from "node:stream/promises"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { Reorganisations } from "@ntm/domain/units"
import { Effect } from "effect"
import postgres from "postgres"
import { type National, portsOn } from "./national.ts"
import { median, printRow, refuseAbove } from "./print.ts"

/** What an event, and taking it back, may cost beside a raw load of the rows that it writes. */
const atMost = 3

const rounds = 5

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await task()
  return performance.now() - started
}

/** The columns of a table that can be written, as the database lists them. */
const columnsOf = async (sql: postgres.Sql, table: string): Promise<string> => {
  const rows = await sql<Array<{ name: string }>>`
    select quote_ident(column_name) as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`
  return rows.map(({ name }) => name).join(", ")
}

interface Load {
  readonly statement: string
  readonly bytes: Buffer
}

const taken = async (sql: postgres.Sql, table: string, where: string): Promise<Load> => {
  const columns = await columnsOf(sql, table)
  const bytes = await buffer(
    await sql.unsafe(`copy (select ${columns} from ${table} where ${where}) to stdout`).readable()
  )
  return { statement: `copy ${table} (${columns}) from stdin`, bytes }
}

/** Rows by COPY, all tables in one transaction, checked as any others. */
const loadRaw = (sql: postgres.Sql, loads: ReadonlyArray<Load>) =>
  sql.begin(async (transaction) => {
    for (const { statement, bytes } of loads) {
      await pipeline(Readable.from([bytes]), await transaction.unsafe(statement).writable())
    }
  })

/**
 * The national event of 2025-07-01 (10,035 communes to 3,321) as `Reorganisations` applies it and takes it back, each in one
 * transaction, beside COPY of the rows that it ends and begins, and of its transfers, into the very same tables of a copy
 * of the database: indexes, constraints and durability are those of the product.
 */
export const benchReorganise = async ({ url, chronicle, disconnect }: National): Promise<void> => {
  const event = chronicle.events.at(-1)
  if (event === undefined) throw new Error("the registers come without an event")
  const { id } = event.reorganisation
  await disconnect()
  const admin = postgres(withDatabase(url, "postgres"), { max: 1, onnotice: () => undefined })
  const name = new URL(url).pathname.slice(1)
  const copy = async (made: string, from: string) => {
    await admin.unsafe(`drop database if exists ${made} with (force)`)
    await admin.unsafe(`create database ${made} template ${from}`)
  }
  try {
    await copy("bench_before", name)
    const before = postgres(withDatabase(url, "bench_before"), { max: 1 })
    const [found] = await before`select sequence from reorganisation where id = ${id} and undone_at is null`
    const touched = `begun_by = ${found?.["sequence"]} or ended_by = ${found?.["sequence"]}`
    const given = `event = ${found?.["sequence"]}`
    const loads = [await taken(before, "unit", touched), await taken(before, "transfer", given)]
    await before.unsafe(`delete from transfer where ${given}`)
    await before.unsafe(`delete from unit where ${touched}`)
    for (const table of ["transfer", "unit"]) await before.unsafe(`vacuum (full, analyze) ${table}`)
    await before.end()

    const product = portsOn(url)
    const own = postgres(url, { max: 1 })
    const register = () => product.run(Effect.flatMap(Reorganisations, (port) => port.register()))
    const undo = () => product.run(Effect.flatMap(Reorganisations, (port) => port.undo(id)))
    await undo()
    const times = { raw: [] as Array<number>, apply: [] as Array<number>, undo: [] as Array<number> }
    for (let round = 0; round < rounds; round++) {
      await copy("bench_raw", "bench_before")
      const raw = postgres(withDatabase(url, "bench_raw"), { max: 1 })
      await raw`checkpoint`
      times.raw.push(await timed(() => loadRaw(raw, loads)))
      await raw.end()

      const { version } = await register()
      for (const step of ["apply", "undo"] as const) {
        await own`vacuum analyze unit, transfer`
        await own`checkpoint`
        times[step].push(
          await timed(
            step === "undo"
              ? undo
              : () => product.run(Effect.flatMap(Reorganisations, (port) => port.apply(event, version)))
          )
        )
      }
    }
    await own.end()
    await product.disconnect()
    const base = median(times.raw)
    const rows = event.ends.length + event.begins.length
    console.log(
      `\nReorganisation of the country: ${rows} rows of units, ${event.transfers.length} transfers, one transaction`
    )
    printRow("COPY of the same rows (limit)", base, base, "")
    for (const step of ["apply", "undo"] as const) {
      const milliseconds = median(times[step])
      printRow(`Reorganisations.${step}`, milliseconds, base, `   at most ${atMost} x`)
      refuseAbove(`${step} of the national event`, milliseconds / base, atMost)
    }
  } finally {
    await admin.end()
  }
}
