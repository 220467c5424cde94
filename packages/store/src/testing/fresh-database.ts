import { readMigrationFiles } from "drizzle-orm/migrator"
import { Effect } from "effect"
import { createHash, randomBytes } from "node:crypto"
import { mkdirSync, statSync } from "node:fs"
import { hostname, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Sql } from "postgres"
import { clientFor } from "../database/client.ts"
import { migrate } from "../database/migrate.ts"
import { urlOf } from "../postgres/answers.ts"
import { start } from "../postgres/start.ts"

/** A server that the suites run on: the one that comes along, and the one of `NTM_TEST_DATABASE_URL` where it is set. */
export interface DatabaseUnderTest {
  readonly name: string
  readonly server: string | null
}

/** A database of one's own, migrated and empty. */
export interface FreshDatabase {
  readonly url: string
  /** Drops it, whoever is still connected. */
  readonly drop: () => Promise<void>
}

const server = process.env["NTM_TEST_DATABASE_URL"] ?? ""

export const databasesUnderTest: ReadonlyArray<DatabaseUnderTest> = [
  { name: "the PostgreSQL that comes along", server: null },
  ...(server === "" ? [] : [{ name: "the server of NTM_TEST_DATABASE_URL", server }])
]

const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url))

/** One folder a checkout and account, kept between runs: the second run starts in a tenth of a second. */
const testFolder = (): string => {
  const uid = process.getuid?.() ?? 0
  const checkout = createHash("sha256").update(migrationsFolder).digest("hex").slice(0, 8)
  const folder = join(tmpdir(), `ntm-test-${uid}-${checkout}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (statSync(folder).uid !== uid) throw new Error(`${folder} belongs to another account`)
  return folder
}

/** The server without syncing to disk; started or joined once a process, given up when the process ends. */
let bundled: Promise<string> | undefined
const bundledUrl = (): Promise<string> =>
  (bundled ??= start({
    dataDirectory: testFolder(),
    durable: false,
    packageRoot: undefined,
    say: () => undefined
  }).then((held) => urlOf(held.port, held.password)))

const withDatabase = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

const LOCK = 0x74_65_73_74

/** A migrated database to copy from, made once for each state of the migrations. */
const templateOn = async (client: Sql, url: string): Promise<string> => {
  const state = readMigrationFiles({ migrationsFolder }).map((file) => file.hash)
  const template = `ntm_template_${createHash("sha256").update(state.join()).digest("hex").slice(0, 12)}`
  const half = `${template}_new`
  await client`select pg_advisory_lock(${LOCK})`
  try {
    const known = await client`select from pg_database where datname = ${template}`
    if (known.length > 0) return template
    await client.unsafe(`drop database if exists ${half} with (force)`)
    await client.unsafe(`create database ${half} encoding 'UTF8' template template0`)
    await Effect.runPromise(migrate({ url: withDatabase(url, half) }))
    await client.unsafe(`alter database ${half} rename to ${template}`)
    return template
  } finally {
    await client`select pg_advisory_unlock(${LOCK})`
  }
}

/** What a database holds from the beginning: filled once a run and server, and copied since. */
export interface Filling {
  readonly name: string
  /** Writes it into a migrated and empty database, and closes every connection to it. */
  readonly fill: (url: string) => Promise<void>
}

const FILL_LOCK = 0x74_65_73_75

const here = createHash("sha256").update(hostname()).digest("hex").slice(0, 8)

/** Whether a process of this machine still runs. */
const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * A filled database to copy from. It is this run's: what fills it is code under test. Those of runs of this machine that have ended go.
 */
const filledOn = async (client: Sql, url: string, { fill, name }: Filling): Promise<string> => {
  const empty = await templateOn(client, url)
  // Workers of one run have one parent.
  const template = `ntm_filled_${here}_${process.ppid}_${name}`
  const half = `${template}_new`
  await client`select pg_advisory_lock(${FILL_LOCK})`
  try {
    const made = await client<
      Array<{ name: string }>
    >`select datname as name from pg_database where datname like ${`ntm\\_filled\\_${here}\\_%`}`
    for (const { name: other } of made)
      if (!runs(Number(other.split("_")[3]))) await client.unsafe(`drop database if exists ${other} with (force)`)
    if (made.some((one) => one.name === template)) return template
    await client.unsafe(`drop database if exists ${half} with (force)`)
    await client.unsafe(`create database ${half} template ${empty}`)
    await fill(withDatabase(url, half))
    await client.unsafe(`alter database ${half} rename to ${template}`)
    return template
  } finally {
    await client`select pg_advisory_unlock(${FILL_LOCK})`
  }
}

/** Databases of runs that were killed: their owner's process number is in the name. */
const dropLeftBehind = async (client: Sql): Promise<void> => {
  const old = await client<
    Array<{ name: string }>
  >`select datname as name from pg_database where datname like 'ntm\_test\_%'`
  for (const { name } of old) {
    if (!runs(Number(name.split("_")[2]))) await client.unsafe(`drop database if exists ${name} with (force)`)
  }
}

let swept = false

/**
 * Makes one by copying a migrated template (some 40 ms), or a filled one. `server`: on that server instead of the one that
 * comes along.
 */
export const freshDatabase = async (
  options: { readonly server?: string | null; readonly filling?: Filling } = {}
): Promise<FreshDatabase> => {
  const chosen = options.server ?? null
  const url = chosen ?? (await bundledUrl())
  const client = clientFor(url, { max: 1 })
  try {
    if (chosen === null && !swept) {
      swept = true
      await dropLeftBehind(client)
    }
    const name = `ntm_test_${process.pid}_${randomBytes(4).toString("hex")}`
    const template = await (options.filling === undefined
      ? templateOn(client, url)
      : filledOn(client, url, options.filling))
    await client.unsafe(`create database ${name} template ${template}`)
    const drop = async () => {
      const dropper = clientFor(url, { max: 1 })
      await dropper.unsafe(`drop database if exists ${name} with (force)`)
      await dropper.end({ timeout: 1 })
    }
    return { url: withDatabase(url, name), drop }
  } finally {
    await client.end({ timeout: 1 })
  }
}
