import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Columns } from "@ntm/domain/criteria"
import { startBundledPostgres } from "@ntm/store"
import { Effect } from "effect"
import { HyperFormula } from "hyperformula"
import { Engine } from "json-rules-engine"
import postgres from "postgres"
import type { Layout } from "./assess-hand.ts"

/** How a peer judges: units that meet each criterion, in the order of the layout, and the milliseconds of one round. */
export interface PeerRun {
  readonly counts: ReadonlyArray<number>
  readonly milliseconds: number
}

const timed = async (judge: () => Promise<ReadonlyArray<number>>): Promise<PeerRun> => {
  const started = performance.now()
  const counts = await judge()
  return { counts, milliseconds: performance.now() - started }
}

/** json-rules-engine: an engine for each region with a rule for each criterion, run for every unit. */
export const openEngine = (layout: Layout, { profile, size, values }: Columns) => {
  const keys = [...new Set(layout.flat().map(({ column }) => column))]
  const engines = profile.regions.map((_, region) => {
    const engine = new Engine([], { allowUndefinedFacts: true })
    for (const [criterion, atoms] of layout.entries()) {
      const all = atoms.flatMap(({ column, sign, than }) => {
        const number = than[region] ?? 0
        if (number === Number.NEGATIVE_INFINITY) return []
        const value = number === Number.POSITIVE_INFINITY ? sign * Number.MAX_VALUE : number * sign
        return [{ fact: column, operator: sign === 1 ? "greaterThanInclusive" : "lessThanInclusive", value }]
      })
      engine.addRule({ conditions: { all }, event: { type: String(criterion) } })
    }
    return engine
  })
  const facts = Array.from({ length: size }, (_, at) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = values.get(key)?.values[at] ?? Number.NaN
        return Number.isNaN(value) ? [] : [[key, value]]
      })
    )
  )
  return () =>
    timed(async () => {
      const counts = layout.map(() => 0)
      for (const [at, known] of facts.entries()) {
        const engine = engines[profile.region[at] ?? 0]
        const { events } = (await engine?.run(known)) ?? { events: [] }
        for (const { type } of events) counts[Number(type)] = (counts[Number(type)] ?? 0) + 1
      }
      return counts
    })
}

/**
 * HyperFormula: a sheet of values, a formula for each comparison and criterion of each unit, a count for each criterion. A
 * round writes every value again in one batch, which recalculates every formula. It is GPL-3.0: measured here, never shipped.
 */
export const openSheet = (layout: Layout, { profile, size, values }: Columns) => {
  const keys = [...new Set(layout.flat().map(({ column }) => column))]
  const cell = (column: number, row: number): string => {
    const letters: Array<string> = []
    for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
      letters.unshift(String.fromCharCode(65 + ((left - 1) % 26)))
    }
    return `${letters.join("")}${row + 1}`
  }
  const far = 1e300
  const bound = (number: number): number => Math.max(-far, Math.min(far, number))
  const data = Array.from({ length: size }, (_, at) => [
    (profile.region[at] ?? 0) + 1,
    ...keys.map((key) => {
      const value = values.get(key)?.values[at] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    })
  ])
  const thresholds = layout.flat().map(({ sign, than }) => Array.from(than, (number) => bound(number) * sign))
  const wide = cell(profile.regions.length - 1, 0).replace(/\d+/, "")
  const judged = Array.from({ length: size }, (_, at) => {
    let row = 0
    let column = 0
    return layout.flatMap((atoms) => {
      const first = cell(column, at)
      const parts = atoms.map(({ column: key, sign }) => {
        row += 1
        column += 1
        const value = `V!${cell(keys.indexOf(key) + 1, at)}`
        const than = `INDEX(T!$A$${row}:$${wide}$${row},1,V!$A${at + 1})`
        return `=IF(ISNUMBER(${value}),IF(${value}${sign === 1 ? ">=" : "<="}${than},1,0),0)`
      })
      const last = cell(column - 1, at)
      column += 1
      return [...parts, `=IF(SUM(${first}:${last})=${parts.length},1,0)`]
    })
  })
  const ends = layout.map((_, criterion) => layout.slice(0, criterion + 1).flat().length + criterion)
  const sums = [ends.map((end) => `=SUM(R!${cell(end, 0)}:${cell(end, size - 1)})`)]
  const sheet = HyperFormula.buildFromSheets({ V: data, T: thresholds, R: judged, C: sums }, { licenseKey: "gpl-v3" })
  const [inputs, counts] = [sheet.getSheetId("V") ?? 0, sheet.getSheetId("C") ?? 0]
  return {
    run: () =>
      timed(async () => {
        sheet.batch(() => sheet.setCellContents({ sheet: inputs, row: 0, col: 0 }, data))
        return (sheet.getSheetValues(counts)[0] ?? []).map(Number)
      }),
    close: () => sheet.destroy()
  }
}

/** One statement over narrow rows (unit, input, value) in the bundled PostgreSQL. */
export const withStatement = async <A>(
  layout: Layout,
  { profile, size, values }: Columns,
  use: (run: () => Promise<PeerRun>) => Promise<A>
): Promise<A> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), "ntm-bench-"))
  // The database runs as an unprivileged account when started by root: it must reach the folder.
  chmodSync(dataDirectory, 0o755)
  const scoped = Effect.gen(function* () {
    const { url } = yield* startBundledPostgres({ dataDirectory, durable: false })
    const sql = postgres(url, { max: 1 })
    const keys = [...new Set(layout.flat().map(({ column }) => column))]
    const set = async () => {
      await sql`create temporary table unit (id int primary key, region int)`
      await sql`create temporary table observation (unit int, input int, value float8, primary key (unit, input))`
      await sql`create temporary table threshold (criterion int, input int, sign int, region int, number float8)`
      await sql`insert into unit select * from unnest(${Array.from({ length: size }, (_, at) => at)}::int[],
        ${Array.from(profile.region)}::int[])`
      for (const [input, key] of keys.entries()) {
        const rows = Array.from(values.get(key)?.values ?? [], (value, at) => ({ at, value }))
        const known = rows.filter(({ value }) => !Number.isNaN(value))
        await sql`insert into observation select unit, ${input}, value from unnest(${known.map(({ at }) => at)}::int[],
          ${known.map(({ value }) => value)}::float8[]) as t (unit, value)`
      }
      const rows = layout.flatMap((atoms, criterion) =>
        atoms.flatMap(({ column, sign, than }) =>
          Array.from(than, (number, region) => ({ criterion, input: keys.indexOf(column), sign, region, number }))
        )
      )
      const asked = rows.filter(({ number }) => number !== Number.NEGATIVE_INFINITY)
      const column = (of: "criterion" | "input" | "region" | "sign") => asked.map((row) => row[of])
      await sql`insert into threshold select * from unnest(${column("criterion")}::int[], ${column("input")}::int[],
        ${column("sign")}::int[], ${column("region")}::int[], ${asked.map(({ number }) => String(number))}::float8[])`
      await sql`analyze unit`
      await sql`analyze observation`
      await sql`analyze threshold`
    }
    const run = () =>
      timed(async () => {
        const rows = await sql<Array<{ criterion: number; units: number }>>`
          with asked as (select criterion, region, count(*) as parts from threshold group by 1, 2),
          judged as (
            select o.unit, t.criterion, u.region, count(*) filter (where o.value * t.sign >= t.number) as met
            from unit u join observation o on o.unit = u.id join threshold t on t.input = o.input and t.region = u.region
            group by 1, 2, 3
          )
          select criterion, count(*)::int as units from judged join asked using (criterion, region)
          where met = parts group by 1`
        const found = new Map(rows.map(({ criterion, units }) => [criterion, units]))
        return layout.map((_, criterion) => found.get(criterion) ?? 0)
      })
    return yield* Effect.promise(async () => {
      try {
        await set()
        return await use(run)
      } finally {
        await sql.end()
      }
    })
  })
  try {
    return await Effect.runPromise(Effect.scoped(scoped))
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
