import type { Problem } from "@ntm/contract"
import { DocumentId } from "@ntm/domain/documents"
import { UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { csvLines } from "@ntm/exchange"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { appOnDatabase, type OpenedApp } from "../testing/app-on-database.ts"
import { joining } from "../testing/register.ts"

const plan = DocumentId.make("kh")

/** The API as forms and files meet it, on a real database. Xã Vĩnh Bảo (11824) was formed on 2025-07-01 of 11824, 11830 and a part of 11836. */
describe("registers over HTTP", () => {
  let app: OpenedApp["app"]
  let close: OpenedApp["close"]

  beforeAll(async () => {
    const document = {
      id: plan,
      number: "1/KH",
      kind: "Kế hoạch",
      issuer: null,
      date: null,
      title: "Kế hoạch",
      period: null,
      locality: null,
      bases: []
    }
    ;({ app, close } = await appOnDatabase({
      facts: {
        documents: [{ document, figures: [], tables: [] }],
        inventory: {
          items: [],
          targets: [
            {
              document: plan,
              id: "thon-thong-minh",
              text: "Mỗi xã một mô hình",
              kind: "smartVillage",
              year: 2025,
              value: 1,
              counts: "total",
              units: [UnitCode.make("31")],
              per: "commune",
              types: null,
              leftOut: null,
              day: Day.make("2025-03-05")
            }
          ]
        }
      },
      now: "2025-12-01T00:00:00Z"
    }))
  })
  afterAll(() => close())

  const ask = (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://127.0.0.1/api/v1${path}`, { headers })
  const get = async (path: string) => JSON.parse(await (await ask(path)).text())
  const post = async (path: string, body: object, host = "127.0.0.1") => {
    const response = await app.request(`http://${host}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body)
    })
    return { status: response.status, told: JSON.parse(await response.text()) }
  }
  const problems = async (path: string, rows: ReadonlyArray<object>) => {
    const { status, told } = await post(path, { rows })
    const problem: Problem = told
    return [status, problem.type, problem.errors?.map((one) => `${one.path} ${one.kind}`)]
  }
  const village = (unit: string, name: string, day = "2025-02-01") => ({
    unit,
    name,
    body: { _tag: "smartVillage", village: null },
    day
  })
  const product = {
    unit: "11830",
    name: "Nước mắm",
    body: { _tag: "ocop", producer: "HTX Biển", stars: 3, until: null },
    day: "2022-12-20"
  }

  it("are empty at first, which is an answer and no error", async () => {
    expect(await get("/inventory")).toMatchObject({ total: 0, items: [], next: null, knownAt: null })
    const counts = await get("/inventory/counts?unit=31&year=2025")
    expect(counts.total.every(({ total }: { total: number }) => total === 0)).toBe(true)
  })

  it("are refused by row and field, form and content, in both languages, and nothing is written", async () => {
    expect(
      await problems("/inventory", [
        village("11830", "A"),
        { ...product, body: { ...product.body, stars: 7 } },
        { unit: "11830", day: "31/6/2025" }
      ])
    ).toEqual([
      422,
      "urn:ntm:problem:inventory-refused",
      expect.arrayContaining(["rows[1].body.stars form", "rows[2].name form", "rows[2].day form"])
    ])
    expect(
      await problems("/inventory", [
        village("11830", "A"),
        village("99999", "B"),
        village("31", "C"),
        village("11830", "a")
      ])
    ).toEqual([
      422,
      "urn:ntm:problem:inventory-refused",
      ["rows[1].unit unknownUnit", "rows[2].unit levelOfOther", "rows[3] duplicate"]
    ])
    expect((await post("/inventory", { rows: [product] }, "ntm.example")).status).toBe(403)
    expect((await ask("/inventory/events")).status).toBe(405)
    expect((await ask("/inventory/counts?unit=31")).status).toBe(422)
    expect((await get("/inventory")).total).toBe(0)
  })

  it("are recorded, counted against the plan, and follow the units", async () => {
    const { told } = await post("/inventory", {
      rows: [village("11824", "Thôn 1"), village("11830", "Thôn 2"), village("11836", "Thôn 3"), product]
    })
    expect(told.items.map(({ row }: { row: number }) => row)).toEqual([0, 1, 2, 3])
    const before = await get("/inventory/counts?unit=31&year=2025&kind=smartVillage&as_of=2025-06-30")
    expect(before.total).toMatchObject([
      { place: "total", added: 3, total: 3, targets: [{ value: 1, actual: 3, reached: 3, of: 3, met: true }] }
    ])
    const after = await get("/inventory/counts?unit=31&year=2025&kind=smartVillage&as_of=2025-07-01")
    expect(
      after.units
        .filter(({ total }: { total: number }) => total > 0)
        .map(({ place, total, unit }: { place: string; total: number; unit: { name: string } }) => [
          place,
          unit.name,
          total
        ])
    ).toEqual([
      ["unit", "Tân Hưng", 1],
      ["unit", "Vĩnh Bảo", 2]
    ])
    const { items } = await get("/inventory?unit=11824&as_of=2025-07-01&kind=smartVillage")
    expect(
      items.map(({ name, recordedFor, unitName }: Record<string, unknown>) => [name, unitName, recordedFor])
    ).toEqual([
      ["Thôn 1", "xã Vĩnh Bảo", "thị trấn Vĩnh Bảo (11824)"],
      ["Thôn 2", "xã Vĩnh Bảo", "xã Vĩnh An (11830)"]
    ])
  })

  it("tell what expires, what was renewed and what is withdrawn; as known before, none of it", async () => {
    const expiring = await get("/inventory?expiring=30")
    expect(expiring.items).toMatchObject([
      { name: "Nước mắm", state: { until: "2025-12-20", untilBy: "rule", days: 19, counts: true } }
    ])
    expect(expiring.term).toMatchObject({ months: 36, confidence: "recalled" })
    expect((await get("/inventory?expiring=18")).items).toEqual([])
    const { id } = expiring.items[0]
    const { knownAt } = expiring
    expect(
      await problems("/inventory/events", [
        { item: id, day: "2025-11-20", body: { _tag: "renewed", stars: 2, until: null } }
      ])
    ).toEqual([422, "urn:ntm:problem:inventory-refused", ["rows[0].body.stars form"]])
    const renewed = { item: id, day: "2025-11-20", body: { _tag: "renewed", stars: 4, until: "2028-11-20" } }
    expect((await post("/inventory/events", { rows: [renewed] })).status).toBe(200)
    expect((await get("/inventory?kind=ocop")).items).toMatchObject([{ state: { stars: 4, until: "2028-11-20" } }])
    expect((await get(`/inventory?kind=ocop&known_at=${knownAt}`)).items).toMatchObject([{ state: { stars: 3 } }])
    expect((await get("/inventory?kind=ocop&as_of=2025-11-19")).items).toMatchObject([{ state: { stars: 3 } }])
    const withdrawn = { item: id, day: "2025-11-25", body: { _tag: "withdrawn", reason: "nhầm" } }
    await post("/inventory/events", { rows: [withdrawn] })
    expect((await get("/inventory?kind=ocop")).items).toMatchObject([{ state: { because: "withdrawn" } }])
    const [total] = (await get("/inventory/counts?unit=31&year=2025&kind=ocop")).total
    expect(total).toMatchObject({ total: 0, expired: 0, renewed: 0 })
  })

  it("are searched without marks, and streamed as lines and as tables that fit their heading", async () => {
    expect((await get("/inventory?q=nuoc%20mam")).total).toBe(1)
    expect((await get("/inventory?q=htx%20bien&year=2022")).total).toBe(1)
    const lines = (await (await ask("/inventory", { accept: "application/x-ndjson" })).text()).trim().split("\n")
    expect(lines.map((line) => JSON.parse(line).name)).toHaveLength(4)
    for (const path of ["/inventory", "/inventory/counts?unit=31&year=2025"]) {
      const table = csvLines(await (await ask(path, { accept: "text/csv" })).text()) ?? []
      expect(table.length).toBeGreaterThan(4)
      for (const { cells } of table) expect([path, cells.length]).toEqual([path, table[0]?.cells.length])
    }
  })

  it("stand in the pre-flight of a reorganisation, with what becomes of them", async () => {
    const merger = {
      ...joining,
      id: "lan-nua",
      day: "2025-12-01",
      changes: [{ change: "merge", from: [{ unit: { code: "10813" } }], into: { unit: { code: "11824" } } }]
    }
    await post("/inventory", { rows: [village("10813", "Thôn 4", "2025-08-01")] })
    const { told } = await post("/reorganisations/preview", merger)
    expect(
      told.holdings
        .filter(({ kind }: { kind: string }) => kind === "item")
        .map(({ count, fate }: { count: number; fate: string }) => [count, fate])
    ).toEqual(expect.arrayContaining([[1, "follows"]]))
  })
})
