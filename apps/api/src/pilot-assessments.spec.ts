import { type Client, makeClient } from "@ntm/contract"
import { databaseLayer, QueryFailed, storeLayer } from "@ntm/store"
import type { FreshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "./app.ts"
import { pilotDatabase } from "./testing/pilot-database.ts"

describe("the pilot's published results come out of the system", () => {
  let database: FreshDatabase
  let client: Client
  let close: () => Promise<void>

  beforeAll(async () => {
    database = await pilotDatabase()
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    close = () => runtime.dispose()
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

  const group = (set: string, as_of: string) => client.assessments.group({ set, unit: "31", as_of })
  const metOf = async (set: string, as_of: string) =>
    (await group(set, as_of)).rollUp.criteria.map(({ metCount }) => metCount)
  const all = (count: number, units: number) => Array.from({ length: count }, () => units)

  it("137 communes on each of 19 and 19 criteria, 105 and 107 on the model criteria Giao thông and Thu nhập", async () => {
    expect(await metOf("xa-ntm-2021-2025", "2024-12-31")).toEqual(all(19, 137))
    expect(await metOf("xa-ntm-nang-cao-2021-2025", "2024-12-31")).toEqual(all(19, 137))
    expect(await metOf("xa-ntm-kieu-mau-2021-2025", "2024-12-31")).toEqual([105, 107, 137, 137, 137])
    // The plan's text says 4,3 of 5; its table makes 4,55.
    expect((await group("xa-ntm-kieu-mau-2021-2025", "2024-12-31")).average).toBeCloseTo(4.547, 3)
  })

  it("5,14 of 9 for advanced districts, 9 of 9 for Bạch Long Vĩ", async () => {
    expect((await group("huyen-ntm-nang-cao-2021-2025", "2024-12-31")).average).toBeCloseTo(36 / 7, 9)
    expect(await metOf("huyen-ntm-2021-2025", "2024-12-31")).toEqual(all(9, 7))
    const card = await client.assessments.unit({ code: "318", as_of: "2024-12-31" })
    expect(card.sets.map(({ explanation, set }) => [set.id, explanation.met, explanation.outOf])).toEqual([
      ["hp-huyen-ntm-dac-thu", 9, 9]
    ])
  })

  it("the province's satisfaction of 88,9 %: too little on 2025-01-14, enough on the next day", async () => {
    const conditions = async (as_of: string) =>
      (await client.assessments.matrix({ set: "tinh-hoan-thanh-2021-2025", unit: "31", as_of })).items[0]?.verdicts
    const [before, after] = [await conditions("2025-01-14"), await conditions("2025-01-15")]
    expect([before?.length, before?.at(7), after?.at(7)]).toEqual([8, "n", "m"])
    expect(before?.slice(0, 7)).toBe(after?.slice(0, 7))
    // 3,56 m² of green land a person are less than 4.
    expect(after?.slice(3, 7)).toBe("mmmn")
  })

  it("67, 26 and 4 of 67 communes after the merger, from the recognitions that were carried", async () => {
    const { rollUp, tiers } = await group("xa-ntm-2021-2025", "2025-07-01")
    expect(rollUp.units).toBe(67)
    expect(tiers.map(({ decided, provisional, tier }) => [tier, decided + provisional])).toEqual([
      ["standard", 67],
      ["advanced", 26],
      ["model", 4],
      ["modern", 0]
    ])
  })

  it("levels of schooling hold for the communes formed on 2025-01-01 as they held for all that they were formed of", async () => {
    const day = { set: "xa-ntm-2021-2025", unit: "31", as_of: "2025-01-01" }
    const { criteria, items } = await client.assessments.matrix(day)
    const at = criteria.findIndex(({ no }) => no === 14)
    const formed = items.filter(({ provisional }) => provisional)
    expect(formed.map(({ verdicts }) => verdicts[at])).toEqual(Array.from({ length: 11 }, () => "m"))
  })

  it("and what is made up is marked so wherever it shows", async () => {
    const { items } = await client.assessments.matrix({ set: "xa-ntm-2021-2025", unit: "31", as_of: "2024-12-31" })
    expect(items.filter(({ illustrative }) => illustrative)).toHaveLength(137)
    const later = await client.assessments.matrix({ set: "xa-ntm-2021-2025", unit: "31", as_of: "2025-01-15" })
    expect(later.items.filter(({ provisional }) => provisional)).toHaveLength(11)
    expect(later.items.every(({ illustrative }) => illustrative)).toBe(true)
  })

  it("the plan's targets are counted among the communes that stand: 45 of 77 meet the model set in March 2025", async () => {
    const { items } = await client.assessments.targets({ document: "kh-61-2025-haiphong", as_of: "2025-03-05" })
    const model = items.find(({ target }) => target.id === "t-i-2-01")
    expect(model?.standing).toMatchObject({ state: "behind", needed: 77, actual: { reached: 45, outOf: 77 } })
    expect(items).toHaveLength(65)
    expect(items.find(({ target }) => target.id === "t-iii-7-07")?.standing).toMatchObject({
      state: "behind",
      needed: 4,
      actual: { reached: 3.56, outOf: null }
    })
  })
})
