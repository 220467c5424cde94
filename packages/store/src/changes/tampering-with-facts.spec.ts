import { ChangedNoun, Changes, type FactDifference, HeldNoun, heldWords } from "@ntm/domain/changes"
import { Observations } from "@ntm/domain/criteria"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import postgres from "postgres"
import { afterAll, beforeAll, expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleRecording, sampleWriter } from "../testing/sample-observations.ts"
import { type Column, ofType, quoted } from "../testing/values-of-types.ts"
import { omittedColumns } from "./held-tables.ts"
import { tableOf } from "./nouns.ts"
import { keyColumns } from "./records.ts"

onEveryDatabase(
  "tampering with facts",
  ({ run, url }) => {
    let sql: postgres.Sql
    const columns = new Map<string, ReadonlyArray<Column>>()
    const columnsOf = (table: string) => sql<Array<Column>>`
      select attname as name, format_type(atttypid, null) as type, attgenerated <> '' as generated, attidentity <> '' as identity
      from pg_attribute where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped order by attnum`
    beforeAll(async () => {
      sql = postgres(url(), { max: 1, onnotice: () => undefined })
      const days = Array.from({ length: 300 }, (_, at) =>
        new Date(Date.UTC(2025, 6, 1 + at)).toISOString().slice(0, 10)
      )
      const many = days.map((day, at) => sampleRecording({ day: Day.make(day), value: at }))
      for (const recordings of [many, [sampleRecording({ day: "2026-04-30" })]])
        await run(Effect.flatMap(Observations, (port) => port.record(recordings, sampleWriter)))
      // Rows of every table, whatever they would have to belong to: no sample has all of them.
      await sql.unsafe(`do $$ declare one record; begin
        for one in select conrelid::regclass as held, conname from pg_constraint where contype in ('f', 'c', 'x') and conparentid = 0
          and connamespace = 'public'::regnamespace and contypid = 0 order by contype desc loop
          execute format('alter table %s drop constraint %I', one.held, one.conname);
        end loop; end $$`)
      for (const noun of ChangedNoun.literals) {
        const table = tableOf(noun)
        const found = await columnsOf(table)
        columns.set(table, found)
        const given = found.filter(({ generated, identity }) => !generated && !identity)
        await sql.unsafe(
          `insert into ${table} (${given.map(({ name }) => quoted(name)).join(", ")})
           values (${given.map(({ type }) => ofType(type).fresh).join(", ")})`
        )
      }
      await run(Effect.flatMap(Observations, (port) => port.rebuild()))
      await sql`update evidence_file set sha256 = encode(sha256(content), 'hex')`
    }, 60_000)
    afterAll(() => sql.end({ timeout: 1 }))

    const differences = (noun: HeldNoun, after: string | null = null, limit = 100) =>
      run(Effect.flatMap(Changes, (port) => port.differences({ noun, after, limit })))

    const all = async (): Promise<ReadonlyArray<FactDifference>> => {
      const found: Array<FactDifference> = []
      for (const noun of HeldNoun.literals) found.push(...(await differences(noun)))
      return found
    }

    /** What somebody does who owns the database: triggers are off. */
    const unseen = (work: (on: postgres.ISql) => Promise<unknown>) =>
      sql.begin(async (on) => {
        await on`set local session_replication_role = replica`
        await work(on)
      })

    /** Does something to a table behind the journal's back, tells what is found of it, and puts the table back as it was. */
    const found = async (noun: HeldNoun, table: string, ...work: ReadonlyArray<string>) => {
      const own = columns.get(table) ?? (await columnsOf(table))
      const kept = own
        .filter(({ generated }) => !generated)
        .map(({ name }) => quoted(name))
        .join(", ")
      await unseen((on) => on.unsafe(`create temp table kept as select ${kept} from ${table}; ${work.join(";")}`))
      const told = await differences(noun)
      await unseen((on) =>
        on.unsafe(
          `delete from ${table}; insert into ${table} (${kept}) overriding system value select * from kept; drop table kept`
        )
      )
      return told
    }

    const noted = (noun: ChangedNoun): ReadonlyArray<Column> =>
      (columns.get(tableOf(noun)) ?? []).filter(({ name }) => !omittedColumns[noun]?.includes(name))

    it("finds nothing while all of it is as it was written", async () => {
      expect(await all()).toEqual([])
    })

    it.each(ChangedNoun.literals)("finds what was done to a row of %s: every field that was changed", async (noun) => {
      const table = tableOf(noun)
      const one = `where ctid = (select max(ctid) from ${table})`
      const own = noted(noun).filter(({ generated, identity }) => !generated && !identity)
      expect(own.length).toBeGreaterThan(0)
      const keys = new Set(
        keyColumns(
          noun,
          noted(noun).map(({ name }) => name)
        )
      )
      // The first day of a unit's row is a part of its key, as the database derives it.
      if (keys.has("start")) keys.add("valid_from")
      const changing = (some: ReadonlyArray<Column>) =>
        `update ${table} set ${some.map(({ name, type }) => `${quoted(name)} = ${ofType(type).other(quoted(name))}`).join(", ")} ${one}`
      const plain = own.filter(({ name }) => !keys.has(name))
      const [changed, ...besides] = await found(noun, table, changing(plain))
      expect([changed?.kind, changed?.noun, changed?.words, besides]).toEqual(["changed", noun, heldWords(noun), []])
      const told = new Map((changed?.fields ?? []).map((each) => [each.field, each]))
      expect(plain.filter(({ name }) => told.get(name)?.journal === told.get(name)?.stands)).toEqual([])
      // Of a key: the thing is gone, and there is another.
      const moving = own.filter(({ name }) => keys.has(name))
      const moved = moving.length === 0 ? [] : await found(noun, table, changing(moving))
      expect(moved.map(({ kind }) => kind).toSorted()).toEqual(moving.length === 0 ? [] : ["added", "missing"])

      const [gone, ...noMore] = await found(noun, table, `delete from ${table} ${one}`)
      expect([gone?.kind, gone?.entry === null, noMore]).toEqual(["missing", false, []])
      const kept = (columns.get(table) ?? []).filter(({ generated }) => !generated)
      const fresh = kept.map(({ name, type }) =>
        noted(noun).some((column) => column.name === name) ? ofType(type).other(quoted(name)) : quoted(name)
      )
      const [put, ...others] = await found(
        noun,
        table,
        `insert into ${table} (${kept.map(({ name }) => quoted(name)).join(", ")}) overriding system value
         select ${fresh.join(", ")} from ${table} ${one}`
      )
      expect([put?.kind, put?.entry, others]).toEqual(["added", null, []])
      expect(await differences(noun)).toEqual([])
    })

    it("takes a number that is written otherwise for a change, as its entry does", async () => {
      const size = async (text: string) => {
        await sql.unsafe(`update unit set area_km2 = ${text} where id = 7`)
        return differences("unit")
      }
      expect(await size("2.5")).toEqual([])
      expect(await size("2.50")).toEqual([])
      await unseen((on) => on`update unit set area_km2 = 2.5 where id = 7`)
      expect(await differences("unit")).toMatchObject([
        { kind: "changed", fields: [{ field: "area_km2", journal: "2.50", stands: "2.5" }] }
      ])
      await unseen((on) => on`update unit set area_km2 = 2.50 where id = 7`)
    })

    it("finds content that entries leave out, by its hash", async () => {
      const [file] = await found(
        "evidenceFile",
        "evidence_file",
        "update evidence_file set content = content || '\\x00'"
      )
      expect(file).toMatchObject({ kind: "changed", fields: [{ field: "content" }] })
      const [ground] = await found("boundary", "boundary", "update boundary set polygons = '[[[]]]'")
      expect(ground).toMatchObject({ kind: "changed", fields: [{ field: "polygons" }] })
    })

    it("finds what was changed in between, whoever changed it rightly afterwards", async () => {
      const [{ id } = { id: "" }] = await sql<Array<{ id: string }>>`
        insert into source_import (name, sha256, program_version) values ('trước', 'x', '1') returning id::text`
      await unseen((on) => on`update source_import set name = 'lén' where id = ${id}`)
      await sql`update source_import set name = 'sau' where id = ${id}`
      const [{ seq = 0 } = {}] = await sql<Array<{ seq: number }>>`select seq::float8 as seq from change_head`
      const [one, ...others] = await differences("sourceImport")
      expect(one).toMatchObject({ key: id, kind: "overwritten", entry: seq })
      expect(one?.fields).toMatchObject([{ field: "name", journal: "trước", stands: "lén" }])
      expect(others).toEqual([])
      // Changed once more, what stands is told.
      await unseen((on) => on`update source_import set name = 'lại lén' where id = ${id}`)
      expect(await differences("sourceImport")).toMatchObject([
        { kind: "changed", entry: seq, fields: [{ field: "name", journal: "sau", stands: "lại lén" }] }
      ])
      await unseen((on) => on`update source_import set name = 'trước' where id = ${id}`)
      await sql`update source_import set name = 'lén' where id = ${id}`
      await unseen((on) => on`update source_import set name = 'sau' where id = ${id}`)
      expect(await differences("sourceImport")).toEqual([])
    })

    it("finds a large batch whose rows are others, and rows beside it that no batch has", async () => {
      const [{ first = 0, last = 0, seq = 0 } = {}] = await sql<Array<{ seq: number; first: number; last: number }>>`
        select seq::float8 as seq, first_id::float8 as first, last_id::float8 as last from change where columns is not null`
      expect(
        await found("observation", "observation", `update observation set value = 71 where id = ${first + 100}`)
      ).toMatchObject([
        { key: `${first}-${last}`, kind: "batch", entry: seq, fields: [{ journal: "300", stands: "300" }] }
      ])
      expect(await found("observation", "observation", `delete from observation where id = ${last}`)).toMatchObject([
        { kind: "batch", fields: [{ journal: "300", stands: "299" }] }
      ])
      const fresh = `insert into observation select (jsonb_populate_record(o, jsonb_build_object('id', 700001))).* from observation o where id = ${last}`
      expect(await found("observation", "observation", fresh)).toMatchObject([
        { key: "700001", kind: "added", entry: null }
      ])
    })

    it("finds values in force that nobody recorded, and of those that somebody did which are gone", async () => {
      const table = "observation_approved"
      const shifted = `update ${table} set vals = set_byte(vals, 30, get_byte(vals, 30) # 1) where unit = 7`
      const [one] = await found("approvedValue", table, shifted)
      expect(one).toMatchObject({ kind: "derived", entry: null, fields: [{ field: "value", journal: "70" }] })
      expect(one?.key).toMatch(/^7\//)
      expect(await found("approvedValue", table, `delete from ${table} where unit = 7`)).toMatchObject([
        {
          key: "7/income",
          fields: [
            { field: "value", journal: "70", stands: null },
            { field: "day", journal: "2026-04-30", stands: null }
          ]
        }
      ])
      const put = `insert into ${table} select 99, 4711, block, vals, days from ${table} where unit = 7`
      expect(await found("approvedValue", table, put)).toMatchObject([{ key: "4711/income", kind: "derived" }])
      expect(await found("submittedValue", "observation_submitted", "delete from observation_submitted")).not.toEqual(
        []
      )
    })

    it("finds who was given more units to see than were asked for", async () => {
      await sql`insert into access_scope (digest) values (encode(sha256('1 7'), 'hex'))`
      await sql`insert into access_scope_unit select max(id), unnest('{7,1}'::int[]) from access_scope`
      expect(await differences("accessScope")).toEqual([])
      const told = await found(
        "accessScope",
        "access_scope_unit",
        "insert into access_scope_unit select max(id), 2 from access_scope"
      )
      expect(told).toMatchObject([{ kind: "derived", fields: [{ field: "units" }] }])
    })

    it("finds that something is followed no more", async () => {
      for (const way of [
        "alter table work disable trigger change_update",
        "drop trigger change_update on work",
        "create or replace trigger change_update after update on work for each statement when (false) execute function change_noted('whole', 'id', '')"
      ]) {
        const [{ made = "" } = {}] = await sql<Array<{ made: string }>>`
          select pg_get_triggerdef(oid) as made from pg_trigger where tgrelid = 'work'::regclass and tgname = 'change_update'`
        await sql.unsafe(way)
        expect(await differences("work")).toMatchObject([
          { key: "", kind: "unfollowed", fields: [{ field: "update", stands: null }] }
        ])
        await sql.unsafe("drop trigger if exists change_update on work")
        await sql.unsafe(made)
        expect(await differences("work")).toEqual([])
      }
    })

    it("knows what stood before there was a trail, and columns that came later", async () => {
      await sql`drop trigger change_insert on tasking`
      await unseen((on) => on`delete from change where noun = 'tasking'`)
      await sql`select change_followed('tasking', 'whole', null)`
      expect(await sql`select from change where noun = 'tasking' and op = 'opening'`).not.toHaveLength(0)
      expect(await differences("tasking")).toEqual([])
      const one = await found("tasking", "tasking", `update tasking set body = '{"a": 2}'`)
      expect(one[0]).toMatchObject({ kind: "changed", fields: [{ field: "body", stands: '{"a": 2}' }] })

      await sql`alter table duty add column later text`
      await sql`select change_followed('duty', 'whole', null)`
      expect(await differences("duty")).toEqual([])
      await sql`update duty set later = 'sau'`
      expect(await differences("duty")).toEqual([])
      await unseen((on) => on`update duty set later = 'lén'`)
      expect(await differences("duty")).toMatchObject([
        { kind: "changed", fields: [{ field: "later", journal: "sau", stands: "lén" }] }
      ])
      await unseen((on) => on`update duty set later = 'sau'`)
    })

    it("begins anew where a table was emptied rightly", async () => {
      await sql`truncate work_calendar`
      expect(await differences("workCalendar")).toEqual([])
      await sql.unsafe(`insert into work_calendar (position, body, import_id) values (1, ${ofType("jsonb").fresh}, 1)`)
      expect(await differences("workCalendar")).toEqual([])
      const [gone, ...others] = await found("workCalendar", "work_calendar", "truncate work_calendar")
      expect([gone?.kind, gone?.key, others]).toEqual(["missing", "1", []])
    })

    it("tells as many as are wanted, and goes on behind the last", async () => {
      await unseen((on) => on`update unit set name = name || '!'`)
      const whole = await differences("unit", null, 1000)
      const [{ rows = 0 } = {}] = await sql<Array<{ rows: number }>>`select count(*)::int as rows from unit`
      expect(whole).toHaveLength(rows)
      const parts: Array<FactDifference> = []
      for (;;) {
        const part = await differences("unit", parts.at(-1)?.key ?? null, 3)
        parts.push(...part)
        if (part.length < 3) break
      }
      expect(parts).toEqual(whole)
      await unseen((on) => on`update unit set name = left(name, -1)`)
      expect(await all()).toEqual([])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
