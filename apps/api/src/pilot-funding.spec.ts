import { type Client, makeClient } from "@ntm/contract"
import { databaseLayer, QueryFailed, storeLayer } from "@ntm/store"
import type { FreshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "./app.ts"
import { pilotDatabase } from "./testing/pilot-database.ts"

const millions = (amount: number | null = null) => (amount === null ? null : amount / 1_000_000)

describe("the money of the pilot", () => {
  let database: FreshDatabase
  let client: Client
  let close: () => Promise<void>

  beforeAll(async () => {
    database = await pilotDatabase()
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    close = () => runtime.dispose()
    const app = makeApp(runtime, {
      health: () => Effect.die("not asked"),
      web: null,
      host: "127.0.0.1",
      now: () => new Date("2025-12-31T03:00:00Z"),
      isOutage: (defect) => defect instanceof QueryFailed
    })
    client = makeClient((url, init) => app.request(url, init), "")
  }, 60_000)

  afterAll(async () => {
    await close?.()
    await database?.drop()
  })

  const results = { unit: "31", year: 2024, stage: "mobilised", tier: "district" } as const

  it("gives Phụ lục 02 as a pivot: the very totals that are printed, from the city's down to every cell", async () => {
    const { boundaries, pivot } = await client.funding.pivot(results)
    const printed = (await client.funding.tables({})).items.find(({ table }) => table === "appendix-02-funding")
    expect(boundaries).toBe("2024-12-31")
    const at = pivot.sources.indexOf("all")
    expect(millions(pivot.total[at]?.amount)).toBe(29_960_217)
    const column = printed?.sources.findIndex(({ key }) => key === "public_investment_total") ?? -1
    const investment = pivot.sources.indexOf("investment")
    const cells = pivot.rows.flatMap(({ cells: row, unit }) =>
      unit === null || unit.code === "31" ? [] : [[`${unit.type} ${unit.name}`, row[investment]?.amount ?? null]]
    )
    const rows = printed?.rows.flatMap(({ amounts, kind, unit }) =>
      kind === "district" ? [[unit, amounts[column] ?? null]] : []
    )
    expect(new Map(cells.map(([name, amount]) => [name, amount]))).toEqual(
      new Map(rows?.map(([name, amount]) => [name, amount]))
    )
  })

  it("flags the three rows of it in place, each with both amounts and the difference, and the copied one", async () => {
    const { pivot } = await client.funding.pivot(results)
    const flags = pivot.flags.map(({ kind, source, unit }) => [kind, unit?.name, source])
    expect(flags).toEqual([
      ["unexplained", "An Lão", "investment"],
      ["unexplained", "Cát Hải", "investment"],
      ["unexplained", "Thủy Nguyên", "investment"],
      ["copied", "Cát Hải", "investment"]
    ])
    expect(pivot.flags[0]?.sentence.vi).toBe(
      "huyện An Lão, vốn đầu tư công: văn bản ghi 493.227 triệu đồng, các phần cộng lại 490.452 triệu đồng, lệch 2.775 triệu đồng chưa giải thích được"
    )
  })

  it("sums every row and column to its total, whatever the boundaries; ended districts keep their own names", async () => {
    for (const boundaries of ["2024-12-31", "2025-01-01", "2025-07-01"]) {
      const { pivot } = await client.funding.pivot({ ...results, boundaries })
      for (const [at] of pivot.sources.entries()) {
        const parts = pivot.rows.reduce((sum, { cells }) => sum + (cells[at]?.amount ?? 0), 0)
        expect(parts).toBe(pivot.total[at]?.amount ?? 0)
      }
      expect(millions(pivot.total[0]?.amount)).toBe(29_960_217)
    }
    const { pivot } = await client.funding.pivot({ ...results, boundaries: "2025-07-01" })
    expect(pivot.rows.filter(({ kind }) => kind === "ended").map(({ unit }) => unit?.name)).toContain("An Lão")
  })

  it("prints shares that add up to 100 among the sources right below the total", async () => {
    const { pivot } = await client.funding.pivot(results)
    const top = ["budget", "integrated", "credit", "enterprise", "community"]
    const shares = pivot.sources.flatMap((source, at) => (top.includes(source) ? [pivot.shares[at] ?? 0] : []))
    expect(Math.round(shares.reduce((sum, share) => sum + share * 10, 0))).toBe(1000)
  })

  it("holds what is planned for 2025 against what was raised in 2024, by source", async () => {
    const { from, lines, to } = await client.funding.years({
      unit: "31",
      from: 2024,
      to: 2025,
      stage: "planned",
      from_stage: "mobilised"
    })
    expect([from.tier, to.tier]).toEqual(["district", "province"])
    expect(
      lines.flatMap(({ after, before, change, changePercent, source }) =>
        ["all", "budget", "integrated", "credit", "enterprise", "community"].includes(source)
          ? [[source, millions(before), millions(after), millions(change), changePercent]]
          : []
      )
    ).toEqual([
      ["all", 29_960_217, 23_802_000, -6_158_217, -20.6],
      ["budget", 4_687_912, 2_706_000, -1_981_912, -42.3],
      ["integrated", 2_799_686, 2_215_000, -584_686, -20.9],
      ["credit", 16_335_034, 14_913_000, -1_422_034, -8.7],
      ["enterprise", 1_381_570, 744_000, -637_570, -46.1],
      ["community", 4_756_015, 3_225_000, -1_531_015, -32.2]
    ])
  })

  it("says what can be asked for, and leads from a sum to its entries and their place in the document", async () => {
    const { items } = await client.funding.stated({ unit: "31" })
    expect(items).toContainEqual(
      expect.objectContaining({ year: 2024, stage: "mobilised", tier: "district", amount: 29_960_217_000_000 })
    )
    const entries = await client.funding.entries({ unit: "313", year: 2024, stage: "mobilised", as_of: "2024-12-31" })
    expect(entries.items).toContainEqual(
      expect.objectContaining({
        kind: "unexplained",
        amount: 2_775_000_000,
        unitName: "huyện An Lão",
        document: "kh-61-2025-haiphong",
        place: "Phụ lục 02, dòng 4"
      })
    )
  })

  it("finds the entries of a district that has ended since, by the boundaries of the budget year or those that are told", async () => {
    const ofYear = await client.funding.entries({ unit: "317", year: 2024, stage: "mobilised" })
    const told = await client.funding.entries({ unit: "317", boundaries: "2024-12-31" })
    expect(ofYear.items.length).toBeGreaterThan(0)
    expect(told.items.map(({ id }) => id)).toEqual(expect.arrayContaining(ofYear.items.map(({ id }) => id)))
    const stated = await client.funding.stated({ unit: "317", boundaries: "2024-12-31" })
    expect(stated.items).toContainEqual(expect.objectContaining({ year: 2024, stage: "mobilised" }))
    await expect(client.funding.stated({ unit: "317" })).rejects.toMatchObject({ problem: { status: 404 } })
  })

  it("knows nothing of a year before its last day: what was raised in 2024 stands on 31 December", async () => {
    const { pivot } = await client.funding.pivot({ ...results, as_of: "2024-12-30" })
    expect([pivot.rows, pivot.total]).toEqual([[], []])
  })
})
