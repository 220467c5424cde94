import { join } from "node:path"
import { ApiProblem, type Client, makeClient } from "@ntm/contract"
import { Observations, Recognitions, Targets } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { databaseLayer, loadedAt, QueryFailed, storeLayer } from "@ntm/store"
import { databasesUnderTest, type FreshDatabase, freshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "./app.ts"
import { loadPilot } from "./pilot.ts"

const dataDirectory = join(import.meta.dirname, "../../../packages/reference/data")
const plan = "kh-61-2025-haiphong"

describe.each(databasesUnderTest)("the pilot province on $name", ({ server }) => {
  let database: FreshDatabase
  let client: Client
  let load: () => Promise<string>
  let momentOfLoading: () => Promise<string | null>
  let close: () => Promise<void>
  let ask: <A>(effect: Effect.Effect<A, never, Recognitions | Targets | Observations>) => Promise<A>
  const said: Array<string> = []

  beforeAll(async () => {
    database = await freshDatabase(server === null ? {} : { server })
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    load = () =>
      runtime.runPromise(loadPilot({ dataDirectory, programVersion: "0.0.0", say: (message) => said.push(message) }))
    momentOfLoading = () => runtime.runPromise(loadedAt())
    close = () => runtime.dispose()
    ask = (effect) => runtime.runPromise(effect)
    expect(await load()).toBe("loaded")
    const app = makeApp(runtime, {
      health: () =>
        Effect.succeed({ status: "ok", version: "0.0.0", database: "bundled", postgres: "", loadedAt: null }),
      web: null,
      host: "127.0.0.1",
      now: () => new Date("2025-04-16T03:00:00Z"),
      isOutage: (defect) => defect instanceof QueryFailed
    })
    client = makeClient((url, init) => app.request(url, init), "")
  }, 60_000)

  afterAll(async () => {
    await close?.()
    await database?.drop()
  })

  it("is loaded once: the second time nothing is written, and nothing is even said to be read", async () => {
    const before = await momentOfLoading()
    said.length = 0
    expect(await load()).toBe("unchanged")
    expect([said, await momentOfLoading()]).toEqual([[], before])
  })

  it("lists the pilot's documents with how much each holds", async () => {
    const { items } = await client.documents.list({})
    expect(items.map(({ id }) => id).toSorted()).toEqual([
      "bc-tongket-2021-2025-haiphong",
      plan,
      "tb-20-2025-haiphong",
      "tb-2712-2024-haiphong"
    ])
    const { counts, number } = items.find(({ id }) => id === plan) ?? {}
    expect(number).toBe("61/KH-UBND")
    expect(counts).toMatchObject({ figures: 140, criteriaSets: 6, fundingTables: 1, assignments: 18 })
    expect(counts?.findings).toBeGreaterThan(0)
  })

  it("knows the communes before and after 1 July 2025", async () => {
    const on = async (as_of: string) => (await client.units.list({ as_of, limit: 1 })).counts
    expect(await on("2025-07-01")).toMatchObject({ province: 34, district: 0, commune: 3321 })
    expect(await on("2025-06-30")).toMatchObject({ province: 63, commune: 10_035 })
  })

  it("finds units by what a person types, without diacritics", async () => {
    const { items } = await client.units.list({ q: "vinh bao", as_of: "2025-07-01", level: "commune" })
    expect(items.map(({ name }) => name)).toContain("Vĩnh Bảo")
  })

  it("tells what a commune came from", async () => {
    const [commune] = (await client.units.list({ q: "vinh bao", as_of: "2025-07-01", level: "commune" })).items
    const story = await client.units.get({ code: commune?.code ?? "", as_of: "2025-07-01" })
    expect(story.predecessors.length).toBeGreaterThan(1)
    await expect(client.units.get({ code: "99999" })).rejects.toThrow(ApiProblem)
  })

  it("finds the sums of Phụ lục 02 that cannot be true, with both numbers and the difference", async () => {
    const { items } = await client.documents.findings({ document: plan, severity: "error" })
    const sums = items.filter(({ kind }) => kind === "columnSum")
    expect(sums.map(({ difference }) => difference).toSorted((a, b) => a - b)).toEqual([443, 2775, 896_210, 899_428])
    expect((await client.documents.get({ id: plan })).findings.length).toBeGreaterThanOrEqual(items.length)
  })

  it("answers results, funding and assignments of the plan", async () => {
    expect((await client.criteria.results({ id: plan })).items).toHaveLength(6)
    const [table] = (await client.funding.tables({ document: plan })).items
    expect(table).toMatchObject({ printedUnit: "triệu đồng", year: 2024 })
    const { items } = await client.assignments.list({ document: plan })
    expect(items).toHaveLength(18)
    expect(new Set(items.map(({ dueState }) => dueState)).size).toBeGreaterThan(1)
  })

  it("holds the pilot's recognitions, targets and values, what is made up marked as such", async () => {
    const { recognitions, targets, records } = await ask(
      Effect.gen(function* () {
        const units = [...new Set((yield* (yield* Recognitions).list()).map(({ unit }) => unit))]
        const question = {
          units,
          inputs: null,
          asOf: Day.make("2024-12-31"),
          knownAt: null,
          accept: "approved"
        } as const
        return {
          recognitions: yield* (yield* Recognitions).list(),
          targets: yield* (yield* Targets).list(DocumentId.make(plan)),
          records: yield* (yield* Observations).inForce(question)
        }
      })
    )
    expect([recognitions.length, targets.length]).toEqual([662, 65])
    expect(recognitions.every(({ illustrative }) => illustrative)).toBe(true)
    const published = records.filter(({ observation }) => !observation.illustrative)
    expect(published.map(({ observation: { value } }) => value).toSorted((a, b) => a - b)).toEqual([1, 3.56, 75, 88.9])
    expect(records.length).toBeGreaterThan(19_000)
  })

  it("searches figures without diacritics", async () => {
    const { items } = await client.documents.figures({ q: "dau tu cong" })
    expect(items.length).toBeGreaterThan(0)
    expect(items.length).toBeLessThanOrEqual(100)
  })

  it("lists criteria sets, shows the 19 criteria of one, and refuses one that is not there", async () => {
    const { items } = await client.criteria.list({})
    expect(items).toHaveLength(18)
    expect((await client.criteria.get({ id: "xa-ntm-2021-2025" })).criteria).toHaveLength(19)
    await expect(client.criteria.get({ id: "none" })).rejects.toThrow("Không có bộ tiêu chí “none”")
  })
})
