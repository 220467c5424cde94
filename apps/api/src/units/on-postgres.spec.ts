import { ApiProblem, type Client, makeClient } from "@ntm/contract"
import { Database, databaseLayer, loadAll, storeLayer } from "@ntm/store"
import { type FreshDatabase, freshDatabase } from "@ntm/store/testing"
import { Effect, Exit, Layer, ManagedRuntime, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "../app.ts"
import { openServer } from "../start/server.ts"
import { smallFacts } from "../testing/app-on-database.ts"

const merging = {
  id: "vinh-bao-2026",
  document: { number: "1/NQ-UBTVQH16", issuer: "Uỷ ban Thường vụ Quốc hội", issuedOn: "2025-12-01" },
  day: "2026-01-01",
  changes: [
    {
      change: "merge",
      from: [{ unit: { code: "11824" } }, { unit: { code: "11836" } }],
      into: {
        new: {
          key: "moi",
          code: "11999",
          name: "Vĩnh Hưng",
          type: "phường",
          level: "commune",
          parent: { code: "31" },
          attributes: { region: "DBSH", programme: false }
        }
      }
    }
  ]
}
const renaming = (id: string, name: string) => ({
  ...merging,
  id,
  changes: [{ change: "rename", unit: { code: "10813" }, name }]
})
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (cause: unknown) => (cause instanceof ApiProblem ? cause.problem : cause)
  )

/** The API as partners meet it: over a socket, on a real database. */
describe("units and reorganisations over HTTP", () => {
  const scope = Effect.runSync(Scope.make())
  const logged: Array<string> = []
  let database: FreshDatabase
  let client: Client
  let sql: (statement: string) => Promise<unknown>

  beforeAll(async () => {
    database = await freshDatabase()
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    await Effect.runPromise(
      Scope.addFinalizer(
        scope,
        Effect.promise(() => runtime.dispose())
      )
    )
    await runtime.runPromise(loadAll(smallFacts(), { importName: "reference", sha256: "a", programVersion: "0" }))
    const app = makeApp(runtime, {
      health: () => Effect.die("not asked here"),
      web: null,
      host: "127.0.0.1",
      log: (line) => logged.push(line)
    })
    const { port } = await Effect.runPromise(
      openServer({ host: "127.0.0.1", port: 0, instance: "spec", answer: (request) => app.fetch(request) }).pipe(
        Scope.provide(scope)
      )
    )
    client = makeClient(fetch, `http://127.0.0.1:${port}`)
    sql = (statement) =>
      runtime.runPromise(Effect.flatMap(Database, ({ handle }) => Effect.promise(() => handle.execute(statement))))
  })

  afterAll(async () => {
    await Effect.runPromise(Scope.close(scope, Exit.void))
    await database?.drop()
  })

  const standing = async (as_of: string) =>
    (await client.units.tree({ as_of })).items.map(({ id, code, type, name, parentId }) => [
      id,
      code,
      type,
      name,
      parentId
    ])
  const applied = async () => (await client.reorganisations.list({})).items.filter(({ undoneAt }) => undoneAt === null)
  const undo = (id: string) => client.reorganisations.undo({ id, body: {} })

  it("shows an event before anything is written", async () => {
    const before = await standing("2026-01-01")
    const { preview } = await client.reorganisations.preview({ body: merging })
    expect(preview.effects.map(({ fate }) => fate)).toEqual(["begins", "ends", "ends"])
    expect(await standing("2026-01-01")).toEqual(before)
    expect(await applied()).toHaveLength(1)
  })

  it("applies it: tree, search, lineage and history say so from the day on, and nothing of it before", async () => {
    const eve = await standing("2025-12-31")
    const { version } = await client.reorganisations.preview({ body: merging })
    await client.reorganisations.apply({ version, body: merging })
    expect(await standing("2025-12-31")).toEqual(eve)
    expect((await standing("2026-01-01")).map(([, code]) => code)).toEqual(["31", "10813", "11999"])
    const { unit, predecessors } = await client.units.get({ code: "11999", as_of: "2026-01-01" })
    expect(unit.attributes).toEqual({ region: "DBSH", programme: false })
    expect(predecessors.map(({ unit: { code } }) => code)).toEqual(["11836", "11824"])
    const back = await client.units.lineage({
      code: "11999",
      as_of: "2026-01-01",
      on: "2025-06-30",
      weight: "population"
    })
    expect(back.predecessors?.items.map(({ unit: { code }, share }) => [code, share.low])).toEqual([
      ["11836", 1],
      ["11830", 1],
      ["11824", 1]
    ])
    const { items } = await client.units.history({ code: "11999", as_of: "2026-01-01" })
    expect(items.at(-1)?.document?.number).toBe("1/NQ-UBTVQH16")
    const found = await client.units.list({ q: "tan hung", as_of: "2026-01-01" })
    expect(found.hits?.[0]).toMatchObject({ state: "former", now: [{ name: "Vĩnh Hưng" }] })
  })

  it("tells what an event changed, with the body that applies it again", async () => {
    const told = await client.reorganisations.get({ id: merging.id })
    expect(told).toMatchObject({ body: merging, undoneAt: null, changed: { ends: 2, begins: 1, transfers: 2 } })
    await undo(merging.id)
    expect(await client.reorganisations.get({ id: merging.id })).toMatchObject({ body: merging, changed: null })
    await client.reorganisations.apply({ body: told.body })
    expect((await client.reorganisations.get({ id: merging.id })).changed).toEqual(told.changed)
    expect(await problemOf(client.reorganisations.get({ id: "none" }))).toMatchObject({ status: 404 })
  })

  it("takes it back to the tree of before, but not under a later event that rests on it", async () => {
    const later = {
      ...merging,
      id: "sau",
      day: "2026-07-01",
      changes: [{ change: "rename", unit: { code: "11999" }, name: "Khác" }]
    }
    await client.reorganisations.apply({ body: later })
    expect(await problemOf(undo(merging.id))).toMatchObject({ status: 409, errors: [{ kind: "laterEvent" }] })
    await undo("sau")
    await undo(merging.id)
    expect(await standing("2026-01-01")).toEqual(await standing("2025-12-31"))
    expect(await applied()).toHaveLength(1)
  })

  it("refuses the version of an older preview", async () => {
    const { version } = await client.reorganisations.preview({ body: merging })
    await client.reorganisations.apply({ body: renaming("x", "Thanh Xuân Bắc") })
    expect(await problemOf(client.reorganisations.apply({ version, body: merging }))).toMatchObject({
      status: 409,
      type: "urn:ntm:problem:register-changed"
    })
    await undo("x")
  })

  it("lets one of several that write at once win, and tells the others to look again", async () => {
    const { version } = await client.reorganisations.preview({ body: merging })
    const writers = ["a", "b", "c", "d"].map((id) => client.reorganisations.apply({ version, body: renaming(id, id) }))
    const problems = await Promise.all(writers.map(problemOf))
    expect(problems.filter((problem) => problem === undefined)).toHaveLength(1)
    expect(problems.filter((problem) => problem !== undefined)).toMatchObject(
      Array.from({ length: 3 }, () => ({ status: 409, type: "urn:ntm:problem:register-changed" }))
    )
    const [, won, ...others] = await applied()
    expect(others).toEqual([])
    expect((await client.units.get({ code: "10813", as_of: "2026-01-01" })).unit.name).toBe(won?.id)
    await undo(won?.id ?? "")
  })

  it("leaves nothing of an event that fails half-way, says nothing of its inside, and takes it afterwards", async () => {
    const before = await client.units.tree({ as_of: "2026-01-01" })
    const { version } = await client.reorganisations.preview({ body: merging })
    // Transfers are written last: the event, the rows that end and those that begin are in the transaction by then.
    await sql("alter table transfer add constraint full_disk check (day < '2026-01-01')")
    const problem = await problemOf(client.reorganisations.apply({ version, body: merging }))
    expect(problem).toMatchObject({ status: 500 })
    expect(JSON.stringify(problem)).not.toContain("full_disk")
    expect(logged.at(-1)).toContain("full_disk")
    expect(await client.units.tree({ as_of: "2026-01-01" })).toEqual(before)
    expect(await applied()).toHaveLength(1)
    await sql("alter table transfer drop constraint full_disk")
    await client.reorganisations.apply({ version, body: merging })
    expect((await client.reorganisations.get({ id: merging.id })).changed?.transfers).toBe(2)
  })
})
