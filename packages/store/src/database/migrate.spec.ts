import { Effect } from "effect"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { databasesUnderTest, freshDatabase, type FreshDatabase } from "../testing/fresh-database.ts"
import { clientFor } from "./client.ts"
import { migrate } from "./migrate.ts"
import { waitUntilReady } from "./ready.ts"

const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url))

interface Journal {
  readonly entries: Array<{ idx: number; version: string; when: number; tag: string; breakpoints: boolean }>
}

const journalOf = (folder: string): Journal => JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8"))

describe("the migrations", () => {
  it("have times that only grow: drizzle skips one that is older than the newest applied", () => {
    const times = journalOf(migrationsFolder).entries.map(({ when }) => when)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(new Set(times).size).toBe(times.length)
  })
})

describe.each(databasesUnderTest)("migrate, on $name", ({ server }) => {
  let database: FreshDatabase
  let url: string
  const refusal = (options: Partial<Parameters<typeof migrate>[0]>) =>
    Effect.runPromise(Effect.flip(migrate({ url, ...options })))
  const inSql = async <A>(address: string, run: (sql: ReturnType<typeof clientFor>) => Promise<A>): Promise<A> => {
    const client = clientFor(address, { max: 1 })
    try {
      return await run(client)
    } finally {
      await client.end({ timeout: 1 })
    }
  }

  /** A copy of the migrations that a spec may spoil. */
  const withCopy = async <A>(use: (folder: string) => Promise<A>): Promise<A> => {
    const folder = mkdtempSync(join(tmpdir(), "ntm-migrations-"))
    try {
      cpSync(migrationsFolder, folder, { recursive: true })
      return await use(folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  beforeAll(async () => {
    database = await freshDatabase({ server })
    url = database.url
  })
  afterAll(() => database.drop())

  it("does nothing on a database that is up to date, and says nothing", async () => {
    const said: Array<string> = []
    await Effect.runPromise(migrate({ url, onProgress: (message) => said.push(message) }))
    expect(said).toEqual([])
  })

  it("folds Vietnamese text however it is composed", async () => {
    const rows = await inSql(
      url,
      (sql) => sql`select vn_fold(${"Đặng Ánh"}) as a, vn_fold(${"ĐẶNG ÁNH".normalize("NFD")}) as b`
    )
    expect(rows[0]).toEqual({ a: "dang anh", b: "dang anh" })
  })

  it("refuses a migration that was edited after it was applied, and changes nothing", () =>
    withCopy(async (folder) => {
      const [first] = journalOf(folder).entries
      writeFileSync(join(folder, `${first?.tag}.sql`), "create table edited ();")
      const refused = await refusal({ migrationsFolder: folder })
      expect(refused.problem).toBe("editedMigration")
      expect(await inSql(url, (sql) => sql`select from pg_tables where tablename = 'edited'`)).toHaveLength(0)
    }))

  it("refuses a database that is newer than the program", () =>
    withCopy(async (folder) => {
      const journal = journalOf(folder)
      journal.entries.pop()
      writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify(journal))
      expect((await refusal({ migrationsFolder: folder })).problem).toBe("newerDatabase")
    }))

  it("applies a later migration wholly or not at all", () =>
    withCopy(async (folder) => {
      const journal = journalOf(folder)
      const when = (journal.entries.at(-1)?.when ?? 0) + 1
      journal.entries.push({ idx: journal.entries.length, version: "7", when, tag: "9999_later", breakpoints: true })
      writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify(journal))
      const file = join(folder, "9999_later.sql")
      const exists = async () =>
        (await inSql(url, (sql) => sql`select from pg_tables where tablename = 'later'`)).length

      writeFileSync(file, "create table later ();\n--> statement-breakpoint\nselect no_such_function();")
      expect((await refusal({ migrationsFolder: folder })).message).toContain("no_such_function")
      expect(await exists()).toBe(0)

      writeFileSync(file, "create table later ();")
      const both = [1, 2].map(() => Effect.runPromise(migrate({ url, migrationsFolder: folder })))
      await Promise.all(both)
      expect(await exists()).toBe(1)
      expect((await refusal({})).problem).toBe("newerDatabase")
    }))

  /** A database of the first migrations, filled with `rows` and brought up to date. */
  const broughtForward = (first: number, rows: string, look: (older: string) => Promise<void>) =>
    withCopy(async (folder) => {
      const name = `ntm_test_${process.pid}_older_${first}`
      const older = new URL(url)
      older.pathname = `/${name}`
      const journal = journalOf(folder)
      const before = { ...journal, entries: journal.entries.filter(({ idx }) => idx < first) }
      writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify(before))
      await inSql(url, (sql) => sql.unsafe(`create database ${name} encoding 'UTF8' template template0`))
      try {
        await Effect.runPromise(migrate({ url: older.href, migrationsFolder: folder }))
        await inSql(older.href, (sql) => sql.unsafe(rows))
        await Effect.runPromise(migrate({ url: older.href }))
        await look(older.href)
      } finally {
        await inSql(url, (sql) => sql.unsafe(`drop database ${name} with (force)`))
      }
    })

  it("brings a database from before units had several rows forward, to be loaded anew", () =>
    broughtForward(
      3,
      `insert into source_import (name, sha256, program_version) values ('reference', 'a', '0.1.0');
        insert into unit (id, province_code, code, name, type, level, valid_from, valid_to, folded, import_id) values
          (1, '15', '15', 'Yên Bái', 'tỉnh', 'province', null, '2025-06-30', ' yen bai', 1),
          (2, '15', '15', 'Lào Cai', 'tỉnh', 'province', '2025-07-01', null, ' lao cai', 1);
        insert into unit_lineage values (1, 2, '2025-07-01', 'whole', null, false, 1)`,
      async (older) => {
        const rows = await inSql(
          older,
          (sql) => sql`select unit.id, start::text, superseded_at is not null as superseded
            from unit join source_import i on i.id = import_id order by unit.id`
        )
        expect([...rows]).toEqual([
          { id: 1, start: "-infinity", superseded: true },
          { id: 2, start: "2025-07-01", superseded: true }
        ])
      }
    ))

  it("takes sets and recognitions of before for known since they were loaded, and orders what comes after all of it", () =>
    broughtForward(
      11,
      `insert into source_import (name, sha256, program_version, loaded_at)
          values ('reference', 'a', '0.1.0', '2026-01-01T00:00:00.1236Z');
        insert into criteria_set (id, position, name, level, tier, period_from, period_to, do_not_evaluate, source, import_id, recorded_at)
          values ('xa', 0, 'Xã', 'commune', 'standard', 2021, 2025, false, '{"id": "xa"}', 1, '2026-01-01T00:00:00.1236Z');
        insert into recognition (unit, tier, criteria_set, document, decided_on, illustrative, import_id, recorded_at)
          values (1, 'standard', 'xa', '1/QĐ', '2020-01-01', false, 1, '2026-01-01T00:00:00.1236Z');
        insert into reorganisation (id, document, day, body, applied_at, undone_at)
          values ('e', '1/NQ', '2025-01-01', '{}', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00.0009Z')`,
      async (older) => {
        const [known] = await inSql(
          older,
          (sql) => sql`select
              (select json_agg(json_build_array(set_id, source ->> 'id', known_from = '2026-01-01T00:00:00.123Z', known_until))
                from criteria_set_version) as sets,
              (select json_agg(json_build_array(unit, known_from = '2026-01-01T00:00:00.123Z', known_until)) from recognition) as titles,
              (select moment = '2026-01-03T00:00:00.001Z' from observation_ledger) as later`
        )
        expect(known).toEqual({ sets: [["xa", "xa", true, null]], titles: [[1, true, null]], later: true })
      }
    ))

  it("enters what a database held before it had a journal of changes, by table", () =>
    broughtForward(
      11,
      `insert into source_import (name, sha256, program_version) values ('reference', 'a', '0.1.0');
        insert into observation (id, value, recorded_at, unit, day, source, recorder, province, input, kind, state, illustrative)
          select n, n, '2026-01-01T00:00:00Z', 1 + n % 3, '2025-12-31', 1, 1, 31, 0, 0, 4, false from generate_series(1, 300) n`,
      async (older) => {
        const entries = await inSql(
          older,
          (sql) => sql`
            select seq::int, noun, op, rows, units, first_id::int as first, last_id::int as last, after -> 0 ->> 'name' as name,
              digest = encode(sha256(convert_to(case when after is null
                then (select string_agg(r::text, E'\n' order by id) from observation r) else E'\n' || after::text end, 'UTF8')), 'hex') as holds
            from change where op = 'opening' order by seq`
        )
        const told = { op: "opening", holds: true }
        expect(entries.map((entry) => ({ ...entry }))).toEqual([
          { ...told, seq: 1, noun: "source_import", rows: 1, units: [], first: null, last: null, name: "reference" },
          { ...told, seq: 2, noun: "observation", rows: 300, units: [1, 2, 3], first: 1, last: 300, name: null }
        ])
      }
    ))

  describe("with an account that has no rights", () => {
    const role = `ntm_limited_${process.pid}`
    const limited = (name: string): string => {
      const changed = new URL(url)
      changed.username = role
      changed.password = "limited"
      changed.pathname = `/${name}`
      return changed.href
    }
    const empty = `ntm_test_${process.pid}_empty`

    beforeAll(() =>
      inSql(url, async (sql) => {
        await sql.unsafe(`create role ${role} login password 'limited'`)
        await sql.unsafe(`create database ${empty} encoding 'UTF8' template template0`)
      })
    )
    afterAll(() =>
      inSql(url, async (sql) => {
        await sql.unsafe(`drop database ${empty} with (force)`)
        await sql.unsafe(`drop role ${role}`)
      })
    )

    it("says what a superuser has to run, which is then enough", async () => {
      const refused = await refusal({ url: limited(empty) })
      expect(refused.problem).toBe("notAllowed")
      const advice = /CREATE EXTENSION.*$/.exec(refused.vi)?.[0] ?? ""
      expect(advice).toContain(role)
      const asSuperuser = new URL(url)
      asSuperuser.pathname = `/${empty}`
      await inSql(asSuperuser.href, (sql) => sql.unsafe(advice))
      await Effect.runPromise(migrate({ url: limited(empty) }))
    })

    it("tells a wrong password from a missing database, at once", async () => {
      const wrong = new URL(limited(empty))
      wrong.password = "nhầm"
      const began = Date.now()
      const problems = await Promise.all(
        [wrong.href, limited("khong_co")].map((address) =>
          Effect.runPromise(Effect.flip(waitUntilReady({ url: address })))
        )
      )
      expect(problems.map(({ problem }) => problem)).toEqual(["wrongPassword", "missingDatabase"])
      expect(Date.now() - began).toBeLessThan(5_000)
      expect(problems.map(({ message }) => message).join()).not.toContain("nh%E1%BA%A7m")
    })
  })
})
