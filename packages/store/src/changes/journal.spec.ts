import {
  type AuditQuestion,
  type Change,
  type ChangedBy,
  Changes,
  ChangesBy,
  type ChangeOrigin,
  ChangedNoun,
  columnField,
  type EntryQuestion,
  innerFields,
  KeptKind,
  referenceLoad,
  Sequence,
  technicalNouns
} from "@ntm/domain/changes"
import { PersonId } from "@ntm/domain/people"
import { Observations } from "@ntm/domain/criteria"
import { UnitId } from "@ntm/domain/units"
import { Effect } from "effect"
import postgres from "postgres"
import { afterAll, beforeAll, expect, it } from "vitest"
import { query } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleRecording, sampleWriter } from "../testing/sample-observations.ts"
import { nounOf, tableOf } from "./nouns.ts"

/** Tables that no entry is made of, and why. */
const unfollowed: Readonly<Record<string, string>> = {
  change: "is the journal",
  change_draft: "is the journal while it is written",
  change_head: "is the journal's end",
  asked_alone: "is derived from documents and the register",
  unit_register: "is a version number of the register",
  observation_approved: "is derived from the journal of values",
  observation_submitted: "is derived from the journal of values",
  observation_ledger: "numbers and orders batches",
  journal_ledger: "numbers and orders batches",
  letter: "is on its way out and states no fact",
  webhook_delivery: "is a log of its own",
  request_kept: "what was answered: told with what was changed",
  access_scope: "is derived from grants",
  access_scope_unit: "is derived from grants",
  account_user: "kept by the library of accounts; what people may do is in person_event",
  account_session: "comes and goes with each sign-in",
  account_way: "holds secrets alone",
  account_verification: "holds secrets alone",
  account_two_factor: "holds secrets alone",
  account_key: "changes with each request, and holds secrets",
  account_device: "comes and goes with each sign-in"
}

const origin: ChangeOrigin = {
  name: "Nguyễn Văn A",
  question: "POST /api/v1/observations",
  address: "10.0.0.7",
  request: "r-1",
  agent: "spec"
}
const by: ChangedBy = { person: PersonId.make("p-1"), origin }

onEveryDatabase(
  "the journal of changes",
  ({ run, url }) => {
    let clients: ReadonlyArray<postgres.Sql> = []
    const connection = () => {
      const client = postgres(url(), { max: 1, onnotice: () => undefined })
      clients = [...clients, client]
      return client
    }
    let sql: postgres.Sql
    beforeAll(() => {
      sql = connection()
    })
    afterAll(() => Promise.all(clients.map((client) => client.end({ timeout: 1 }))))

    const everything = { units: "all", person: null, noun: null, before: null, limit: 1000 } as const
    const all = () => run(Effect.flatMap(Changes, (port) => port.list({ ...everything, technical: true, rows: 1000 })))
    const imported = (on: postgres.ISql, name: string) =>
      on`insert into source_import (name, sha256, program_version) values (${name}, 'x', '1')`

    it("follows every table, but those with a reason not to be", async () => {
      const tables = await sql<Array<{ name: string; triggers: number }>>`
      select c.relname as name, count(t.oid) filter (where t.tgname in
        ('change_insert', 'change_update', 'change_delete', 'change_truncate') and t.tgenabled = 'O')::int as triggers
      from pg_class c left join pg_trigger t on t.tgrelid = c.oid
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace group by c.relname`
      const followed = new Set<string>(ChangedNoun.literals.map(tableOf))
      const wrong = tables.filter(({ name, triggers }) =>
        name in unfollowed ? triggers !== 0 || followed.has(name) : triggers !== 4 || !followed.has(name)
      )
      expect(wrong).toEqual([])
      expect(tables.filter(({ triggers }) => triggers === 4)).toHaveLength(followed.size)
    })

    it("has words for every field that entries hold, of every noun", async () => {
      const columns = await sql<Array<{ table: string; names: string }>>`
      select tgrelid::regclass::text as "table", (string_to_array(replace(encode(tgargs, 'escape'), '"', ''), '\\000'))[2] as names
      from pg_trigger where tgname = 'change_insert'`
      const noted = columns.flatMap(({ names, table }) =>
        names.split(", ").map((name) => ({ noun: nounOf(table), name }))
      )
      expect(noted.length).toBeGreaterThan(400)
      const wordless = noted.filter(({ name, noun }) => columnField(noun, name) === undefined && !innerFields.has(name))
      expect(wordless).toEqual([])
    })

    it("names what entries refer to, of every kind at once, and nothing that is not there", async () => {
      const named = (key: string) =>
        run(Effect.flatMap(Changes, (port) => port.named(KeptKind.literals.map((kind) => ({ kind, key })))))
      expect(await named("999999999")).toEqual([])
      expect(await named("không phải số")).toEqual([])
      const [{ id = "", name = "" } = {}] = await sql<Array<{ id: string; name: string }>>`
      select set_id as id, source ->> 'name' as name from criteria_set_version limit 1`
      expect(await named(id)).toMatchObject([{ kind: "criteriaSet", key: id, name, page: id }])
    })

    it("lists what somebody did, and of a load of reference data that it happened, unless all of it is asked for", async () => {
      const listed = (question: Partial<AuditQuestion>) =>
        run(Effect.flatMap(Changes, (port) => port.list({ ...everything, technical: false, rows: 2, ...question })))
      const [some, every] = [await listed({}), await listed({ technical: true })]
      const isPart = ({ noun, op, origin }: Change) =>
        origin?.question === referenceLoad.origin.question && !(noun === "sourceImport" && op === "insert")
      expect(every.some(isPart)).toBe(true)
      expect(every.some(({ noun }) => technicalNouns.includes(noun))).toBe(true)
      expect(some).toEqual(every.filter((one) => !isPart(one) && !technicalNouns.includes(one.noun)))
      expect(some.some(({ noun }) => noun === "sourceImport")).toBe(true)
      // Pages go on without them.
      const [first] = await listed({ limit: 1 })
      expect(await listed({ before: first?.seq ?? null, limit: 1000 })).toEqual(some.slice(1))
      // Of a noun that is asked for, everything.
      for (const noun of ["criteriaSet", "observationInput"] as const)
        expect(await listed({ noun })).toEqual(every.filter((one) => one.noun === noun))
    })

    it("tells an entry with some of its rows, to who sees its units", async () => {
      const long = (await all()).find(({ after, rows }) => rows > 3 && after !== null) ?? expect.fail("no long entry")
      const asked = (question: Partial<EntryQuestion>) =>
        run(
          Effect.flatMap(Changes, (port) =>
            port.entry({ seq: long.seq, units: "all", skip: 0, rows: 1000, ...question })
          )
        )
      expect(await asked({})).toEqual(long)
      expect(await asked({ skip: 1, rows: 2 })).toEqual({ ...long, after: long.after?.slice(1, 3) })
      expect((await asked({ skip: long.rows }))?.after).toEqual([])
      expect(await asked({ units: new Set([UnitId.make(999_999)]) })).toBeNull()
      expect(await asked({ seq: Sequence.make(999_999_999) })).toBeNull()
    })

    it("tells what was before and after, of which units, who did it and from where", async () => {
      const record = Effect.flatMap(Observations, (port) => port.record([sampleRecording()], sampleWriter))
      await run(Effect.provideService(record, ChangesBy, by))
      const [entry] = (await all()).filter(({ noun }) => noun === "observation")
      expect(entry).toMatchObject({
        person: "p-1",
        origin,
        op: "insert",
        rows: 1,
        units: [7],
        firstId: 1,
        lastId: 1,
        before: null
      })
      expect(entry?.after).toMatchObject([{ id: 1, unit: 7, value: 70, day: "2025-12-31" }])

      await imported(sql, "một")
      await sql`update source_import set superseded_at = now() where name = 'một'`
      await sql`update source_import set superseded_at = null where false`
      await sql`delete from source_import where name = 'một'`
      const told = (await all())
        .filter(({ noun }) => noun === "sourceImport")
        .toReversed()
        .slice(-3)
      expect(told.map(({ op, before, after }) => [op, before?.length ?? 0, after?.length ?? 0])).toEqual([
        ["insert", 0, 1],
        ["update", 1, 1],
        ["delete", 1, 0]
      ])
      expect(told[1]?.before?.[0]?.["superseded_at"]).toBe(null)
      expect(told[1]?.after?.[0]?.["superseded_at"]).not.toBe(null)
      expect(told.map(({ person }) => person)).toEqual([null, null, null])
    })

    it("numbers entries in the order of the commits, without gaps, and nothing of what was rolled back", async () => {
      const [{ before = 0 } = {}] = await sql<Array<{ before: number }>>`select seq::float8 as before from change_head`
      const [slow, quick] = [connection(), connection()]
      await slow.begin(async (first) => {
        await imported(first, "slow")
        await quick.begin((second) => imported(second, "quick"))
        await expect(
          quick.begin(async (third) => {
            await imported(third, "never")
            throw new Error("given up")
          })
        ).rejects.toThrow("given up")
      })
      const failed = inTransaction(
        Effect.andThen(
          query((tag) => tag`insert into source_import (name, sha256, program_version) values ('no', 'x', '1')`),
          Effect.fail("no")
        )
      )
      await run(Effect.flip(failed))
      const rows = await sql<Array<{ seq: number; name: string }>>`
      select seq::float8 as seq, after -> 0 ->> 'name' as name from change where seq > ${before} order by seq`
      expect(rows.map(({ seq, name }) => [seq - before, name])).toEqual([
        [1, "quick"],
        [2, "slow"]
      ])
      expect(await sql`select from change_draft`).toHaveLength(0)
    })

    it("is numbered without gaps by many who write at once, and its moments do not go back", async () => {
      const writers = Array.from({ length: 8 }, connection)
      await Promise.all(
        writers.map(async (client, at) => {
          for (let round = 0; round < 10; round++)
            await client.begin(async (one) => {
              await imported(one, `w${at}-${round}`)
              await imported(one, `w${at}-${round}-b`)
            })
        })
      )
      const rows = await sql<Array<{ seq: number; moment: Date; name: string }>>`
      select seq::float8 as seq, moment, after -> 0 ->> 'name' as name from change order by seq`
      expect(rows.length).toBeGreaterThan(180)
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1))
      expect(rows.every(({ moment }, at) => at === 0 || moment >= (rows[at - 1]?.moment ?? moment))).toBe(true)
      // What one transaction did stands together.
      const pairs = rows.filter(({ name }) => /^w\d-\d-b$/.test(name))
      expect(pairs).toHaveLength(80)
      expect(pairs.every(({ name, seq }) => rows[seq - 2]?.name === name.slice(0, -2))).toBe(true)
    })

    it.each([
      "insert into change select * from change limit 0",
      "update change set person = 'x'",
      "delete from change",
      "truncate change",
      "update change_head set seq = 0",
      "delete from change_head"
    ])("refuses: %s", async (statement) => {
      await expect(sql.unsafe(statement)).rejects.toThrow("append-only")
    })
  },
  loadAll(sampleFacts, sampleSource)
)
