import { beginning, Changes, type Checkpoint, follow, followedTo, followFrom, Sequence } from "@ntm/domain/changes"
import { type Recording, Observations } from "@ntm/domain/criteria"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import postgres from "postgres"
import { afterAll, beforeAll, expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleRecording, sampleWriter } from "../testing/sample-observations.ts"

const ask = <A>(use: (port: Changes["Service"]) => Effect.Effect<A>) => Effect.flatMap(Changes, use)

/** A value on each of 300 days: more than an entry holds. */
const many: ReadonlyArray<Recording> = Array.from({ length: 300 }, (_, at) => {
  const day = new Date(Date.UTC(2025, 6, 1 + at)).toISOString().slice(0, 10)
  return sampleRecording({ day: Day.make(day), value: at })
})

onEveryDatabase(
  "tampering with the journal of changes",
  ({ run, url }) => {
    let sql: postgres.Sql
    let kept: Checkpoint
    beforeAll(async () => {
      sql = postgres(url(), { max: 1, onnotice: () => undefined })
      await run(Effect.flatMap(Observations, (port) => port.record(many, sampleWriter)))
      for (const name of ["một", "hai", "ba"])
        await sql`insert into source_import (name, sha256, program_version) values (${name}, 'x', '1')`
      kept = await run(ask((port) => port.head()))
    })
    afterAll(() => sql.end({ timeout: 1 }))

    const verified = async (checkpoints: ReadonlyArray<Checkpoint> = []) => {
      let state = followFrom(beginning)
      for (;;) {
        const entries = await run(ask((port) => port.sealed(state.at.seq, 7)))
        state = follow(state, entries, checkpoints)
        if (entries.length === 0 || state.broken !== null) break
      }
      const { broken } = followedTo(state, await run(ask((port) => port.head())), checkpoints)
      return broken === null ? "sound" : `${broken.kind} ${broken.seq}`
    }

    /** What somebody does who owns the database: triggers are off, and all of it is put back afterwards. */
    const tampered = async (
      statements: (on: postgres.ISql) => Promise<unknown>,
      checkpoints: ReadonlyArray<Checkpoint> = []
    ) => {
      await sql`create table kept_change as select * from change`
      await sql`create table kept_head as select * from change_head`
      await sql`create table kept_observation as select * from observation`
      const owner = async (work: (on: postgres.ISql) => Promise<unknown>) =>
        sql.begin(async (on) => {
          await on`set local session_replication_role = replica`
          await work(on)
        })
      await owner(statements)
      const found = await verified(checkpoints)
      await owner(async (on) => {
        await on`truncate change, change_head, observation`
        await on`insert into change select * from kept_change`
        await on`insert into change_head select * from kept_head`
        await on`insert into observation select * from kept_observation`
      })
      await sql`drop table kept_change, kept_head, kept_observation`
      return found
    }

    it("finds nothing while nobody did", async () => {
      const [large] = await sql`select from change where noun = 'observation' and after is null and rows = 300`
      expect(large).toBeDefined()
      expect(await verified()).toBe("sound")
      expect(await verified([kept])).toBe("sound")
    })

    it("finds entries that were changed, taken out, swapped and put in", async () => {
      const at = kept.seq - 1
      expect(await tampered((on) => on`update change set person = 'other' where seq = ${at}`)).toBe(`changed ${at}`)
      expect(await tampered((on) => on`update change set moment = moment + interval '1 ms' where seq = ${at}`)).toBe(
        `changed ${at}`
      )
      expect(
        await tampered((on) => on`update change set after = jsonb_set(after, '{0,name}', '"x"') where seq = ${at}`)
      ).toBe(`content ${at}`)
      expect(await tampered((on) => on`delete from change where seq = ${at}`)).toBe(`missing ${at}`)
      expect(
        await tampered(async (on) => {
          await on`update change set seq = -1 where seq = ${at}`
          await on`update change set seq = ${at} where seq = ${at + 1}`
          await on`update change set seq = ${at + 1} where seq = -1`
        })
      ).toBe(`changed ${at}`)
      expect(
        await tampered(
          (
            on
          ) => on`insert into change select seq + 1, moment, person, origin, noun, op, rows, units, first_id, last_id, columns,
            before, after, digest, hash from change where seq = ${kept.seq}`
        )
      ).toBe(`changed ${kept.seq + 1}`)
    })

    it("finds a tail that was cut off, with a checkpoint even where the head was set back", async () => {
      expect(await tampered((on) => on`delete from change where seq = ${kept.seq}`)).toBe(`cut ${kept.seq}`)
      const cut = async (on: postgres.ISql) => {
        await on`delete from change where seq = ${kept.seq}`
        await on`update change_head set seq = c.seq, hash = c.hash, moment = c.moment from change c where c.seq = ${kept.seq - 1}`
      }
      expect(await tampered(cut)).toBe("sound")
      expect(await tampered(cut, [kept])).toBe(`cut ${kept.seq}`)
    })

    it("finds values of a large batch that were changed, taken out or put in behind the journal's back", async () => {
      const [{ seq = 0 } = {}] = await sql<Array<{ seq: number }>>`
        select seq::float8 as seq from change where noun = 'observation' and rows = 300`
      expect(await tampered((on) => on`update observation set value = 71 where id = 200`)).toBe(`content ${seq}`)
      expect(await tampered((on) => on`delete from observation where id = 300`)).toBe(`content ${seq}`)
    })

    it("goes on from a place whose hash is known", async () => {
      const half = await run(ask((port) => port.sealOf(Sequence.make(5))))
      if (half === null) throw new Error("there are five")
      const rest = await run(ask((port) => port.sealed(half.seq, 1000)))
      expect(followedTo(follow(followFrom(half), rest), kept)).toEqual({
        at: kept,
        entries: kept.seq - 5,
        broken: null
      })
      expect(await run(ask((port) => port.sealOf(Sequence.make(100_000))))).toBe(null)
    })
  },
  loadAll(sampleFacts, sampleSource)
)
