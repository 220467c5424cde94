import { Funding } from "@ntm/domain/funding"
import { type Action, PersonId, type Scoped, Scopes } from "@ntm/domain/people"
import { UnitId } from "@ntm/domain/units"
import { Effect, Exit, Layer } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Database, databaseLayer, query } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { storeLayer } from "../layers.ts"
import { loadAll } from "../reference/load.ts"
import { databasesUnderTest, freshDatabase, type FreshDatabase } from "../testing/fresh-database.ts"
import { sampleFacts, sampleFunding, sampleSource } from "../testing/sample.ts"
import { sampleEntry } from "../testing/sample-funding.ts"
import { provincialOffice } from "../testing/sample-observations.ts"
import { scopesLayer } from "./layer.ts"

const scoped = (action: Action, more: Partial<Scoped> = {}): Scoped => ({
  action,
  person: PersonId.make("lan"),
  sees: "all",
  writes: new Set(),
  ...more
})
const set = (...units: ReadonlyArray<number>) => new Set(units.map((unit) => UnitId.make(unit)))

describe.each(databasesUnderTest)("held to what somebody may, on $name", ({ server }) => {
  let fresh: FreshDatabase
  type Ports = Layer.Success<typeof storeLayer> | Scopes | Database
  let layer: Layer.Layer<Ports, unknown>
  const exit = <A, E>(effect: Effect.Effect<A, E, Ports>) => Effect.runPromiseExit(Effect.provide(effect, layer))
  const run = async <A, E>(effect: Effect.Effect<A, E, Ports>): Promise<A> => {
    const told = await exit(effect)
    if (Exit.isSuccess(told)) return told.value
    throw new Error(String(told.cause))
  }
  const within = <A, E, R>(held: Scoped, effect: Effect.Effect<A, E, R>) =>
    Effect.flatMap(Scopes, (scopes) => scopes.within(held)(effect))
  const counted = query(
    (sql) => sql<Array<{ n: number; who: string }>>`select count(*)::int as n, current_user as who from funding_entry`
  )
  let here: number
  let elsewhere: number

  beforeAll(async () => {
    fresh = await freshDatabase({ server })
    const database = databaseLayer({ url: fresh.url })
    layer = Layer.mergeAll(storeLayer, scopesLayer({ url: fresh.url })).pipe(Layer.provideMerge(database))
    await run(loadAll(sampleFacts, sampleSource))
    await run(Effect.flatMap(Funding, (port) => port.record([sampleEntry()], provincialOffice)))
    const [row] = await run(
      query((sql) => sql<Array<{ unit: number }>>`select unit from funding_entry order by id desc limit 1`)
    )
    here = row?.unit ?? 0
    elsewhere = here + 100_000
  })
  afterAll(() => fresh.drop())

  it("reads all, some or none, as another than the owner", async () => {
    const [all] = await run(counted)
    expect(all?.n).toBeGreaterThan(0)
    const facts = (sees: Scoped["sees"]) => run(within(scoped("facts.read", { sees }), counted))
    expect(await facts("all")).toEqual([{ n: all?.n, who: "ntm_scoped" }])
    const [some] = await facts(set(here))
    expect(some?.n).toBeGreaterThan(0)
    expect(await facts(set(elsewhere))).toEqual([{ n: 0, who: "ntm_scoped" }])
    expect(await facts(set())).toEqual([{ n: 0, who: "ntm_scoped" }])
    // In a transaction as well, and as the owner again after it.
    expect(await run(within(scoped("facts.read", { sees: set(elsewhere) }), inTransaction(counted)))).toEqual([
      { n: 0, who: "ntm_scoped" }
    ])
    expect((await run(counted))[0]?.n).toBe(all?.n)
  })

  it("tells what documents print to everybody, and of the entries of others nothing", async () => {
    const tables = Effect.flatMap(Funding, (port) => port.tables(null))
    const printed = sampleFunding.map(({ table }) => table)
    expect(printed.length).toBeGreaterThan(0)
    for (const sees of [set(elsewhere), set()])
      expect(await run(within(scoped("reference.read", { sees }), tables))).toEqual(printed)
  })

  it("lends no connection on with what its last holder was held to", async () => {
    const facts = (sees: Scoped["sees"]) => within(scoped("facts.read", { sees }), counted)
    const each = [...Array(40).keys()].map((at) => facts(at % 2 === 0 ? set(here) : set(elsewhere)))
    const told = await run(Effect.all(each, { concurrency: "unbounded" }))
    expect(told.map(([row]) => (row?.n ?? 0) > 0)).toEqual(told.map((_, at) => at % 2 === 0))
  })

  it("writes about units that are written about, by the action that writes them, and nothing else", async () => {
    const recording = (amount: number) =>
      Effect.flatMap(Funding, (port) => port.record([sampleEntry({ amount })], provincialOffice))
    const before = (await run(counted))[0]?.n ?? 0
    const refused = [
      scoped("funding.record", { writes: set(elsewhere) }),
      scoped("funding.record", { writes: set() }),
      scoped("works.record", { writes: "all" }),
      scoped("facts.read", { writes: "all" })
    ]
    for (const [at, held] of refused.entries()) {
      const told = await exit(within(held, recording(2_000_000 + at)))
      expect(Exit.isFailure(told), held.action).toBe(true)
      if (Exit.isFailure(told)) expect(String(told.cause)).toMatch(/row-level security|row_security|QueryFailed/)
    }
    expect((await run(counted))[0]?.n).toBe(before)
    await run(within(scoped("funding.record", { sees: set(here), writes: set(here) }), recording(3_000_000)))
    expect((await run(counted))[0]?.n).toBe(before + 1)
  })

  it("cannot be talked out of it: no row is changed, taken out or moved, no table emptied, no role left", async () => {
    const before = await run(counted)
    const held = scoped("funding.record", { sees: set(here), writes: set(elsewhere) })
    const changed = await run(
      within(held, inTransaction(query((sql) => sql`update funding_entry set amount = 1 returning id`)))
    )
    expect([...changed]).toEqual([])
    expect([
      ...(await run(within(held, inTransaction(query((sql) => sql`delete from funding_entry returning id`)))))
    ]).toEqual([])
    for (const statement of [
      "truncate funding_entry",
      "alter table funding_entry disable row level security",
      "drop table funding_note"
    ])
      expect(Exit.isFailure(await exit(within(held, inTransaction(query((sql) => sql.unsafe(statement))))))).toBe(true)
    expect(await run(counted)).toEqual(before)
  })

  it("gives a statement up that takes longer than it may, alone and in a transaction, and says by which code", async () => {
    const database = databaseLayer({ url: fresh.url })
    const bounded = Layer.orDie(scopesLayer({ url: fresh.url, statementMs: 20 })).pipe(Layer.provideMerge(database))
    const sleeping = query((sql) => sql`select pg_sleep(600)`)
    for (const [sees, effect] of [
      ["all" as const, sleeping],
      [set(here), sleeping],
      [set(here), inTransaction(sleeping)]
    ] as const) {
      const told = await Effect.runPromise(
        Effect.provide(Effect.flip(within(scoped("facts.read", { sees }), effect)), bounded)
      )
      expect(told).toMatchObject({ _tag: "QueryFailed", state: "57014" })
    }
  })

  it("keeps people's own tables closed", async () => {
    for (const table of ["account_user", "account_key", "access_scope_unit", "letter"])
      expect(
        await run(
          within(
            scoped("people.manage"),
            query((sql) => sql`select count(*)::int as n from ${sql(table)}`)
          )
        )
      ).toEqual([{ n: 0 }])
  })
})
