import { describedEndpoints } from "@ntm/contract/openapi"
import { Schema } from "effect"
import { CriteriaSet } from "@ntm/domain/criteria"
import { addDays, Day } from "@ntm/domain/values"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { appOnDatabase, type OpenedApp } from "./testing/app-on-database.ts"
import { criteriaSet } from "./testing/facts.ts"

const set = Schema.decodeUnknownSync(CriteriaSet)({
  ...criteriaSet,
  period: { from: "2021-01-01", to: "2026-12-31" },
  inputs: [
    { input: "income", name: "income", unit: "triệu", measure: "money", bySex: false, carry: { carry: "none" } },
    { input: "xa/3.2", name: "xa/3.2", unit: "%", measure: "percent", bySex: false, carry: { carry: "none" } }
  ]
})

interface Page {
  readonly items: ReadonlyArray<unknown>
  readonly next: string | null
  readonly total?: number
}

const COMMUNES = ["11824", "10813", "11836"]

/** Lists are read page by page while facts are written in between. */
describe("pages over HTTP", () => {
  let app: OpenedApp["app"]
  let close: OpenedApp["close"]

  beforeAll(async () => {
    ;({ app, close } = await appOnDatabase({ facts: { criteriaSets: [set] }, now: "2026-02-01T00:00:00Z" }))
    for (let turn = 0; turn < 3; turn += 1) await write()
  })
  afterAll(() => close())

  const ask = (path: string, accept = "application/json") =>
    app.request(`http://127.0.0.1/api/v1${path}`, { headers: { accept } })
  const get = async (path: string): Promise<Page> => JSON.parse(await (await ask(path)).text())
  const post = async (path: string, rows: ReadonlyArray<object>) => {
    const response = await app.request(`http://127.0.0.1/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ rows })
    })
    expect([path, response.status, await response.text()]).toEqual([path, 200, expect.any(String)])
  }

  let written = 0
  /** Something new in each of the journals, that every list of them would show among what it has. */
  const write = async () => {
    written += 1
    const unit = COMMUNES[written % COMMUNES.length] ?? ""
    await post("/inventory", [
      {
        unit,
        name: `Nước mắm ${written}`,
        body: { _tag: "ocop", producer: "HTX", stars: 3, until: null },
        day: "2025-12-20"
      },
      { unit, name: `Thôn ${written}`, body: { _tag: "smartVillage", village: null }, day: "2026-01-02" }
    ])
    const day = addDays(Day.make("2025-07-02"), written)
    const money = { source: "investment.province", year: 2025, stage: "allocated", day: "2025-12-05" }
    await post("/funding/entries", [
      { ...money, unit: "11824", amount: 1_000_000 + 10 * written },
      { ...money, unit: "11824", amount: 1_000_005 + 10 * written }
    ])
    await post("/observations", [
      { unit, input: "income", day, value: 60 + written },
      { unit: "11824", input: "xa/3.2", day, value: written % 100 }
    ])
  }

  const lists = [
    "/inventory?unit=31",
    "/inventory?expiring=3650",
    "/funding/entries?unit=31",
    "/observations?unit=11824",
    "/observations/in-force?unit=31&accept=submitted",
    "/inputs/income/observations?unit=31&accept=submitted",
    "/units?level=commune",
    "/units?q=v",
    "/units/tree",
    "/audit"
  ]

  it.each(lists)(
    "%s: pages of any size put together are what it was at the first of them, whatever is written in between",
    async (path) => {
      const sign = path.includes("?") ? "&" : "?"
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
          fc.boolean(),
          async (sizes, writing) => {
            const whole = await get(`${path}${sign}limit=1000`)
            expect(whole.next).toBeNull()
            const found: Array<unknown> = []
            let cursor: string | null = null
            for (let turn = 0; turn === 0 || cursor !== null; turn += 1) {
              const size = sizes[turn % sizes.length] ?? 1
              const page: Page = await get(`${path}${sign}limit=${size}${cursor === null ? "" : `&cursor=${cursor}`}`)
              if (page.next !== null) expect(page.items).toHaveLength(size)
              if (page.total !== undefined) expect(page.total).toBe(whole.total)
              found.push(...page.items)
              cursor = page.next
              if (writing && turn === 0) await write()
            }
            expect(found).toEqual(whole.items)
          }
        ),
        { numRuns: 4, seed: 7 }
      )
    }
  )

  it("links to the first page and the next one; following the links reads the whole", async () => {
    const whole = await get("/funding/entries?unit=31&limit=1000")
    const found: Array<unknown> = []
    let address: string | undefined = "/api/v1/funding/entries?unit=31&limit=4&fields=id"
    while (address !== undefined) {
      const response = await app.request(`http://127.0.0.1${address}`)
      const page: Page = JSON.parse(await response.text())
      found.push(...page.items)
      const link = response.headers.get("link") ?? ""
      expect(link).toMatch(/^<\/api\/v1\/funding\/entries\?unit=31&limit=4&fields=id>; rel="first"/)
      address = /<([^>]*)>; rel="next"/.exec(link)?.[1]
    }
    expect(found).toEqual(whole.items.map((item) => ({ id: Object(item).id })))
  })

  it("refuses a cursor that is broken, and one of another question, each with what to do", async () => {
    const { next } = await get("/inventory?unit=31&limit=1")
    const refusal = async (path: string) => {
      const response = await ask(path)
      const { detailEn, errors, type } = JSON.parse(await response.text())
      return [response.status, type, errors[0].path, errors[0].kind, detailEn.includes("begin anew")]
    }
    const type = "urn:ntm:problem:cursor-refused"
    expect(await refusal(`/inventory?unit=31&cursor=${next?.slice(1)}`)).toEqual([400, type, "cursor", "broken", true])
    expect(await refusal(`/inventory?cursor=${next}`)).toEqual([400, type, "cursor", "other", true])
    expect(await refusal(`/funding/entries?unit=31&cursor=${next}`)).toEqual([400, type, "cursor", "other", true])
    expect((await ask(`/inventory?unit=31&limit=2&fields=id&cursor=${next}`)).status).toBe(200)
  })

  /** Lists that can be asked for without naming anything. */
  const open = describedEndpoints.flatMap(({ endpoint, key }) =>
    "usual" in endpoint && !endpoint.path.includes(":") ? [[key, endpoint.path] as const] : []
  )
  /** What some of them have to be told. */
  const told: Readonly<Record<string, string>> = {
    "observations.history": "?unit=11824",
    "assessments.matrix": `?set=${set.id}`,
    "assessments.targets": "?document=none",
    "assignments.timeline": "?document=none"
  }
  const withoutAccounts = new Set(["people.list", "keys.list", "sessions.list"])

  it.each(open.filter(([key]) => !withoutAccounts.has(key)))(
    "%s is answered page by page, in lines and as a table, all with the same items; in no other form",
    async (key, path) => {
      const address = `${path}${told[key] ?? ""}`
      const sign = address.includes("?") ? "&" : "?"
      const json = await ask(`${address}${sign}limit=1000`)
      expect((await ask(address, "application/xml")).status).toBe(406)
      if (json.status !== 200) {
        // There is no document here: whatever form is asked for, that is told as a problem.
        expect([json.status, (await ask(address, "text/csv")).status]).toEqual([404, 404])
        return
      }
      const page: Page = JSON.parse(await json.text())
      const lines = await ask(address, "application/x-ndjson")
      expect(lines.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8")
      const each = (await lines.text()).split("\n").filter((line) => line !== "")
      // The whole tree of units and the like have no page by themselves.
      expect(each.map((line) => JSON.parse(line))).toEqual(page.items)
      const table = await ask(address, "text/csv")
      expect(table.headers.get("content-type")).toBe("text/csv; charset=utf-8")
      // A byte order mark, by which spreadsheets know that the letters are UTF-8.
      expect([...new Uint8Array(await table.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const unknown = await ask(`${address}${sign}fields=khong_co`)
      expect([unknown.status, JSON.parse(await unknown.text()).errors[0].path]).toEqual([422, "fields"])
    }
  )

  it("sends the fields that are wanted in every form", async () => {
    const path = "/funding/entries?unit=31&limit=2&fields=id,unitCode,recordedBy.name"
    const { items } = await get(path)
    expect(items[0]).toEqual({ id: 1, unitCode: "11824", recordedBy: { name: "Nguyễn Thị Lan" } })
    const lines = (await (await ask(path, "application/x-ndjson")).text()).trimEnd().split("\n")
    expect(lines.map((line) => JSON.parse(line))).toEqual(items)
    const table = (await (await ask(path, "text/csv")).text()).split("\r\n")
    expect(table[0]).toBe("unitCode,id,recordedBy.name")
    expect(table).toHaveLength(4)
    const one = await ask("/units/11824?fields=asOf,unit.name")
    expect(JSON.parse(await one.text())).toEqual({ asOf: "2026-02-01", unit: { name: "Vĩnh Bảo" } })
  })

  it("knows units as they were known at a moment", async () => {
    const names = async (more: string) => {
      const { items } = await get(`/units?level=commune&as_of=2026-01-20&fields=name${more}`)
      const { items: tree } = await get(`/units/tree?unit=11836&as_of=2026-01-20&fields=name${more}`)
      const one: unknown = JSON.parse(await (await ask(`/units/11836?as_of=2026-01-20&fields=unit.name${more}`)).text())
      return [items.map((item) => Object(item).name).includes("Tân Hưng Mới"), tree, Object(one).unit.name]
    }
    const document = { number: "1/NQ-HĐND", issuer: "HĐND", issuedOn: "2026-01-05" }
    const changes = [{ change: "rename", unit: { code: "11836" }, name: "Tân Hưng Mới" }]
    const { moment } = JSON.parse(await (await ask("/audit/checkpoint")).text())
    const applied = await app.request("http://127.0.0.1/api/v1/reorganisations", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id: "ten-moi", document, day: "2026-01-15", changes })
    })
    expect([applied.status, await applied.text()]).toEqual([200, expect.any(String)])
    expect(await names("")).toEqual([true, [{ name: "Tân Hưng Mới" }], "Tân Hưng Mới"])
    expect(await names(`&known_at=${moment}`)).toEqual([false, [{ name: "Tân Hưng" }], "Tân Hưng"])
    const events = async (more: string) => (await get(`/reorganisations?fields=id${more}`)).items.length
    expect([await events(""), await events(`&known_at=${moment}`), await events("&as_of=2026-01-10")]).toEqual([
      2, 1, 1
    ])
  })
})
