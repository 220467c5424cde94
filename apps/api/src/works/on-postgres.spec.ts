import type { Problem } from "@ntm/contract"
import { planFrom } from "@ntm/domain/testing"
import { Day } from "@ntm/domain/values"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { appOnDatabase, type OpenedApp } from "../testing/app-on-database.ts"

/** The API as forms and files meet it, on a real database. Xã Vĩnh Bảo (11824) was formed on 2025-07-01. */
describe("works over HTTP", () => {
  let app: OpenedApp["app"]
  let close: OpenedApp["close"]

  beforeAll(async () => {
    ;({ app, close } = await appOnDatabase({
      facts: { worksRules: { source: "Quy ước", overdueAfterDays: 30, alerts: [{ _tag: "debt", days: 30 }] } }
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
  const problems = async (path: string, body: object) => {
    const { status, told } = await post(path, body)
    const problem: Problem = told
    return [status, problem.type, problem.errors?.map((one) => `${one.path} ${one.kind}`)]
  }
  const batch = {
    id: "2025",
    name: "Danh mục năm 2025",
    unit: "31",
    year: 2025,
    document: "1/QĐ-UBND",
    approvedOn: "2025-08-01",
    due: "2026-12-31"
  }
  const row = {
    code: "VB-01",
    name: "Đường trục thôn Đông",
    sector: "transport",
    unit: "11824",
    investor: "UBND xã Vĩnh Bảo",
    cost: 1_000_000_000,
    milestones: planFrom(Day.make("2025-08-01"), ["design", "contractor", "construction", "acceptance", "handover"])
  }

  it("are none at first, which is an answer and no error", async () => {
    const { items, knownAt, next, tally, total } = await get("/works")
    expect([items, next, total, tally.works]).toEqual([[], null, 0, 0])
    // What is known are the rules that were loaded, and asked again with that moment they are the same.
    expect((await get("/works/alerts?unit=31")).knownAt).toBe(knownAt)
    expect((await get(`/works/alerts?unit=31&known_at=${knownAt}`)).rules).toEqual([{ _tag: "debt", days: 30 }])
    expect((await get("/works/batches?unit=31")).items).toEqual([])
    expect((await get("/works/curve")).curve.points).toEqual([])
    expect((await get("/works/debt")).owed.amount).toBe(0)
    expect((await get("/works/alerts")).items).toEqual([])
  })

  it("are refused by row and field, form and content, in both languages, and nothing is written", async () => {
    expect(
      await problems("/works", { batch, rows: [row, { ...row, code: "VB-02", cost: "nhiều" }, { code: 3 }] })
    ).toEqual([
      422,
      "urn:ntm:problem:works-refused",
      expect.arrayContaining(["rows[1].cost form", "rows[2].code form", "rows[2].name form"])
    ])
    expect(
      await problems("/works", {
        batch,
        rows: [row, { ...row, unit: "99999" }, { ...row, code: "VB-03", serves: ["không có"], cost: 0.5 }]
      })
    ).toEqual([
      422,
      "urn:ntm:problem:works-refused",
      ["rows[1].unit unknownUnit", "rows[2].cost notMoney", "rows[2].serves unknownInput"]
    ])
    expect((await post("/works", { batch: { ...batch, unit: "98" }, rows: [row] })).status).toBe(404)
    expect((await post("/works", { batch, rows: [row] }, "ntm.example")).status).toBe(403)
    expect((await get("/works")).tally.works).toBe(0)
  })

  it("are approved, reported on, paid for and told as of any day", async () => {
    const approved = await post("/works", {
      batch,
      rows: [row, { ...row, code: "VB-02", name: "Nhà văn hóa", sector: "culture" }]
    })
    expect([approved.status, approved.told.items.length]).toEqual([200, 2])
    const [{ id }] = approved.told.items
    const work = "31/VB-01"
    const step = (key: string, event: string, day: string) => ({
      work,
      day,
      body: { _tag: "step", step: key, event, by: null }
    })
    const reported = await post("/works/reports", {
      rows: [
        step("design", "done", "2025-09-01"),
        step("contractor", "done", "2025-10-01"),
        step("construction", "begun", "2025-10-10"),
        { work: id, day: "2025-12-31", body: { _tag: "volume", done: 600_000_000 } },
        { work: id, day: "2026-01-05", body: { _tag: "accepted", amount: 500_000_000 }, note: "đợt 1" }
      ]
    })
    expect(reported.status).toBe(200)
    const money = { unit: "11824", source: "investment.province", work: id, tier: "commune" }
    const paid = await post("/funding/entries", {
      rows: [
        { ...money, year: 2026, stage: "planned", amount: 1_000_000_000, day: "2026-01-02" },
        { ...money, year: 2026, stage: "allocated", amount: 800_000_000, day: "2026-01-03" },
        { ...money, year: 2026, stage: "disbursed", amount: 200_000_000, day: "2026-01-20" }
      ]
    })
    expect(paid.status).toBe(200)
    const { curve, entries, reports, slip, standing } = await get(`/works/${id}`)
    expect(standing).toMatchObject({ state: "building", donePercent: 60, paidPercent: 20, planned: 1_000_000_000 })
    expect(standing.debt).toMatchObject({ amount: 300_000_000, overdue: 300_000_000 })
    expect([reports.length, entries.length, slip]).toEqual([5, 3, null])
    expect(curve.points.length).toBeGreaterThan(10)
    const earlier = await get(`/works/${id}?as_of=2025-12-30`)
    expect([earlier.standing.donePercent, earlier.reports.length, earlier.entries.length]).toEqual([0, 3, 0])
    const before = await get("/works?known_at=2020-01-01T00:00:00.000Z")
    expect(before.tally.works).toBe(0)
  })

  it("are listed by sector, state, delay and name without diacritics, in the order asked for", async () => {
    const names = async (query: string) =>
      (await get(`/works?${query}`)).items.map(({ code }: { code: string }) => code)
    expect(await names("unit=31&sort=name")).toEqual(["VB-01", "VB-02"])
    expect(await names("sector=culture")).toEqual(["VB-02"])
    expect(await names("state=building")).toEqual(["VB-01"])
    expect(await names("q=nha van hoa")).toEqual(["VB-02"])
    expect(await names("q=vb-01")).toEqual(["VB-01"])
    expect(await names("sort=debt&limit=1")).toEqual(["VB-01"])
    const first = await get("/works?sort=name&limit=1")
    expect([first.total, (await get(`/works?sort=name&limit=1&cursor=${first.next}`)).next]).toEqual([2, null])
    expect(await names("late=3000")).toEqual([])
    expect(await names("batch=2025&late=1")).toHaveLength(2)
  })

  it("refuse parameters that mean nothing, each with what it should be", async () => {
    const wrong = await get("/works?late=x&sector=y&sort=z&other=1")
    expect(wrong.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      "late",
      "other",
      "sector",
      "sort"
    ])
    expect((await get("/works?batch=1999")).errors[0].message).toContain("không có đợt công trình “1999”")
    expect((await ask("/works?unit=98")).status).toBe(404)
    expect((await get("/works/999999")).type).toBe("urn:ntm:problem:work-not-found")
    expect((await ask("/works/reports")).status).toBe(405)
  })

  it("are handed out whole as NDJSON and as CSV", async () => {
    const lines = await ask("/works?unit=31&sort=name", { accept: "application/x-ndjson" })
    expect(lines.headers.get("content-type")).toContain("application/x-ndjson")
    const text = await lines.text()
    expect(
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).code)
    ).toEqual(["VB-01", "VB-02"])
    const heads = new Map<string, string>()
    for (const path of [
      "works",
      "works/batches",
      "works/curve",
      "works/slips",
      "works/debt",
      "works/land",
      "works/alerts"
    ]) {
      const response = await ask(`/${path}?unit=31`, { accept: "text/csv" })
      expect(response.headers.get("content-type")).toContain("text/csv")
      heads.set(path, (await response.text()).split("\r\n")[0] ?? "")
    }
    expect(heads.get("works")).toContain("Mã công trình")
    expect(heads.get("works/debt")).toContain("Nợ quá hạn (đồng)")
    expect(heads.get("works/land")).toContain("Thửa chưa chỉnh lý")
  })

  it("owe what is accepted and not paid, in the limit that was loaded; rules of alerts are those that were loaded", async () => {
    const debt = await get("/works/debt?unit=31")
    expect([debt.limitDays, debt.owed.overdue, debt.units.length, debt.items.length]).toEqual([30, 300_000_000, 1, 1])
    expect((await get("/works/debt?unit=31&as_of=2026-01-25")).owed).toMatchObject({ amount: 300_000_000, overdue: 0 })
    const { items, rules } = await get("/works/alerts?unit=31")
    expect(rules).toEqual([{ _tag: "debt", days: 30 }])
    expect(items[0].sentence.vi).toContain("Đường trục thôn Đông")
  })

  it("get land that is cleared and whose parcels are updated; more parcels than there are is refused", async () => {
    const gift = {
      unit: "11824",
      household: "Hộ 0001",
      residential: 10,
      agricultural: 2.5,
      structures: 1,
      eligible: 1,
      parcels: 2,
      day: "2025-09-01"
    }
    expect(
      await problems("/works/land", {
        rows: [
          { ...gift, eligible: 2 },
          { ...gift, parcels: -1 }
        ]
      })
    ).toEqual([422, "urn:ntm:problem:works-refused", ["rows[1].parcels form"]])
    const given = await post("/works/land", { rows: [gift, { ...gift, household: "Hộ 0002" }] })
    const [first] = given.told.items
    const followed = await post("/works/land/events", {
      rows: [
        { gift: first.id, day: "2025-09-10", event: { _tag: "cleared" } },
        { gift: first.id, day: "2025-10-10", event: { _tag: "updated", parcels: 1 } }
      ]
    })
    expect(followed.status).toBe(200)
    expect(
      await problems("/works/land/events", {
        rows: [{ gift: first.id, day: "2025-11-10", event: { _tag: "updated", parcels: 2 } }]
      })
    ).toEqual([422, "urn:ntm:problem:works-refused", ["rows[0].event.parcels parcelsOver"]])
    const { total, units } = await get("/works/land?unit=31")
    expect(total).toMatchObject({ households: 2, residential: 20, toClear: 1, parcels: 4, parcelsUpdated: 1 })
    expect(units).toHaveLength(1)
    // What is given for a work is told with it, so that it can be followed.
    const [{ id }] = (await get("/works?unit=31")).items
    const ofWork = await post("/works/land", { rows: [{ ...gift, work: id, household: "Hộ 0003" }] })
    const [own] = ofWork.told.items
    await post("/works/land/events", { rows: [{ gift: own.id, day: "2025-09-10", event: { _tag: "cleared" } }] })
    expect((await get(`/works/${id}`)).gifts).toMatchObject([
      { gift: { id: own.id, household: "Hộ 0003", parcels: 2 }, clearedOn: "2025-09-10", parcelsUpdated: 0 }
    ])
  })

  it("stand in the pre-flight of an event of their unit", async () => {
    const event = {
      id: "nhap-2026-06-01",
      document: { number: "2/NQ", issuer: null, issuedOn: null },
      day: "2026-06-01",
      changes: [{ change: "rename", unit: { code: "11824" }, name: "Vĩnh Bảo mới" }]
    }
    const { told } = await post("/reorganisations/preview", event)
    const held = told.holdings.filter(({ kind }: { kind: string }) => kind === "work")
    expect(held.map(({ count, label }: { count: number; label: { vi: string } }) => [count, label.vi])).toEqual([
      [5, "2 công trình, 3 lượt hiến đất"]
    ])
  })
})
