import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Problem } from "@ntm/contract"
import { type FundingEntry, FundingEntryId } from "@ntm/domain/funding"
import { blankEntry } from "@ntm/domain/testing"
import { UnitId } from "@ntm/domain/units"
import { Day, Dong, Moment } from "@ntm/domain/values"
import { entryForm, readRowsFile } from "@ntm/exchange"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"

type Said = Pick<FundingEntry, "source" | "stage"> & Partial<Pick<FundingEntry, "tier">>

const entry = (id: number, unit: number, amount: number, day: string, said: Said): FundingEntry => ({
  ...blankEntry,
  ...said,
  id: FundingEntryId.make(id),
  unit: UnitId.make(unit),
  amount: Dong.make(amount * 1_000_000),
  day: Day.make(day),
  recordedAt: Moment.make(`2025-04-01T01:00:0${id}.000Z`)
})

/** Thị trấn Vĩnh Bảo (5) and xã Vĩnh An (6) of huyện Vĩnh Bảo (3), thành phố Hải Phòng (1). */
const entries = [
  entry(1, 5, 900, "2024-12-20", { source: "investment.province", stage: "planned" }),
  entry(2, 5, 800, "2025-02-01", { source: "investment.province", stage: "allocated" }),
  entry(3, 5, 200, "2025-03-31", { source: "investment.province", stage: "disbursed" }),
  entry(4, 6, 50, "2025-02-15", { source: "community", stage: "mobilised" }),
  entry(5, 3, 70, "2025-02-15", { source: "all", stage: "mobilised", tier: "district" }),
  entry(6, 1, 5000, "2025-01-05", { source: "all", stage: "planned", tier: "province" })
]

const { app } = appInMemory({}, undefined, { entries })
const ask = (path: string, accept = "application/json") =>
  app.request(`http://127.0.0.1/api/v1/funding${path}`, { headers: { accept } })
const json = async (path: string) => JSON.parse(await (await ask(path)).text())
const refused = async (path: string): Promise<Problem> => json(path)

describe("/funding/pivot", () => {
  it("gives any source by any unit, on the units of the day, as known at the last batch, and can be asked for again", async () => {
    const answer = await json("/pivot?unit=31&year=2025&stage=disbursed&as_of=2025-04-15")
    expect(answer).toMatchObject({
      asOf: "2025-04-15",
      knownAt: "2025-04-01T01:00:06.000Z",
      boundaries: "2025-04-15",
      pivot: {
        unit: { code: "31" },
        tier: "commune",
        sources: ["all", "budget", "investment", "investment.province"],
        total: Array.from({ length: 4 }, () => ({ amount: 200_000_000 })),
        rows: [{ kind: "unit", unit: { code: "316" } }],
        shares: [100, 100, 100, 100]
      }
    })
    const again = await json(`/pivot?unit=31&year=2025&stage=disbursed&as_of=2025-04-15&known_at=${answer.knownAt}`)
    expect(again).toEqual(answer)
  })

  it("is summed at the highest tier below the unit at which anything is stated, or at another where that is asked for", async () => {
    const rows = async (query: string) =>
      (await json(`/pivot?unit=31&year=2025&stage=mobilised&as_of=2025-04-15${query}`)).pivot
    expect(await rows("")).toMatchObject({ tier: "district", total: [{ amount: 70_000_000 }] })
    expect(await rows("&tier=commune")).toMatchObject({ tier: "commune", total: [{ amount: 50_000_000 }, {}] })
    expect((await rows("")).tiers).toEqual([
      { tier: "commune", amount: 50_000_000, illustrative: false },
      { tier: "district", amount: 70_000_000, illustrative: false }
    ])
  })

  it("is asked of the units of another day: money follows into what they passed into", async () => {
    const { pivot } = await json("/pivot?unit=31&year=2025&stage=disbursed&as_of=2025-12-31&boundaries=2025-07-01")
    expect(pivot.rows).toMatchObject([{ kind: "unit", unit: { name: "Vĩnh Bảo", type: "xã" } }])
    expect(await json("/pivot?unit=316&year=2025&stage=disbursed&as_of=2025-12-31")).toMatchObject({
      type: "urn:ntm:problem:unit-not-found",
      detail: "Không có đơn vị hành chính mã 316 vào ngày 31/12/2025"
    })
  })

  it("knows nothing of what was recorded later", async () => {
    const { pivot } = await json(
      "/pivot?unit=31&year=2025&stage=disbursed&as_of=2025-04-15&known_at=2025-04-01T01:00:02.500Z"
    )
    expect(pivot.rows).toEqual([])
  })

  it("flags money of a day on which its unit stood no more, and says who had taken it over", async () => {
    const late = [entry(1, 6, 30, "2025-07-02", { source: "credit", stage: "disbursed" })]
    const other = appInMemory({}, undefined, { entries: late }).app
    const told = async (asOf: string) => {
      const path = `/api/v1/funding/pivot?unit=31&year=2025&stage=disbursed&as_of=${asOf}`
      const { pivot } = JSON.parse(await (await other.request(`http://127.0.0.1${path}`)).text())
      return pivot.flags.map(({ kind, sentence }: { kind: string; sentence: { vi: string } }) => [kind, sentence.vi])
    }
    expect(await told("2025-07-01")).toEqual([])
    expect(await told("2025-07-02")).toEqual([
      [
        "endedUnit",
        "xã Vĩnh An, vốn tín dụng: 30 triệu đồng ghi cho ngày 02/07/2025, khi đơn vị không còn: xã Vĩnh An (11830) chỉ có đến 30/06/2025; ngày đó là xã Vĩnh Bảo (11824)"
      ]
    ])
  })

  it("is a table of whole đồng for who accepts CSV, with a mark for spreadsheets", async () => {
    const response = await ask("/pivot?unit=31&year=2025&stage=disbursed&as_of=2025-04-15", "text/csv")
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(response.headers.get("vary")).toContain("Accept")
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\r\n")).toEqual([
      "\uFEFFMã đơn vị,Đơn vị,Tổng cộng (đồng),Ngân sách trực tiếp (đồng),Vốn đầu tư công (đồng),Đầu tư công cấp tỉnh (đồng)",
      "31,Tổng,200000000,200000000,200000000,200000000",
      "316,huyện Vĩnh Bảo,200000000,200000000,200000000,200000000",
      ""
    ])
  })

  it("says in both languages what a year, a stage and a tier must look like", async () => {
    const { errors, status } = await refused("/pivot?unit=31&year=1999&stage=paid&tier=region")
    expect(status).toBe(422)
    expect(errors).toEqual([
      {
        path: "year",
        message: "phải là năm ngân sách, từ 2000 đến 2100",
        messageEn: "must be a budget year from 2000 to 2100"
      },
      {
        path: "stage",
        message: "phải là planned, allocated, mobilised hoặc disbursed",
        messageEn: "must be planned, allocated, mobilised or disbursed"
      },
      {
        path: "tier",
        message: expect.stringContaining("của nguồn vốn: phải là province, district, commune hoặc village"),
        messageEn: expect.stringContaining("of funding: must be province, district, commune or village")
      }
    ])
  })
})

describe("/funding/stages", () => {
  it("tells from the plan to the payment at the tier where most stages are stated, against the calendar", async () => {
    const { comparison, ownBudget, tier } = await json("/stages?unit=31&year=2025&as_of=2025-04-15")
    expect(tier).toBe("commune")
    expect(comparison).toMatchObject({ year: 2025, lastDay: "2026-01-31" })
    const line = comparison.lines.find(({ source }: { source: string }) => source === "investment.province")
    expect(line).toMatchObject({
      planned: 900_000_000,
      allocated: 800_000_000,
      mobilised: null,
      disbursed: 200_000_000,
      disbursedPercent: 25,
      calendarPercent: 26.5,
      behindPoints: 1.5
    })
    expect(ownBudget).toEqual({ stage: "allocated", own: 800_000_000, budget: 800_000_000, percent: 100 })
    expect(await (await ask("/stages?unit=31&year=2025&as_of=2025-04-15", "text/csv")).text()).toContain(
      "investment.province,Đầu tư công cấp tỉnh,900000000,800000000,,200000000,25,26.5,1.5"
    )
  })
})

describe("/funding/years and /funding/stated", () => {
  it("compare two years by source, each at its highest tier", async () => {
    const answer = await json("/years?unit=31&from=2024&to=2025&stage=planned&as_of=2025-04-15")
    expect(answer).toMatchObject({
      from: { year: 2024, stage: "planned", tier: "province" },
      to: { year: 2025, stage: "planned", tier: "province" },
      lines: [{ source: "all", before: null, after: 5_000_000_000, change: null, changePercent: null }]
    })
    expect(await (await ask("/years?unit=31&from=2024&to=2025&stage=planned", "text/csv")).text()).toContain(
      '"2024, kế hoạch (đồng)"'
    )
  })

  it("say what can be asked for", async () => {
    const { items } = await json("/stated?unit=31&as_of=2025-04-15")
    expect(items).toContainEqual({
      year: 2025,
      stage: "planned",
      tier: "province",
      amount: 5_000_000_000,
      illustrative: false
    })
    expect(items).toHaveLength(6)
    expect((await json("/sources")).items).toHaveLength(22)
  })
})

describe("/funding/entries", () => {
  it("lists entries of a unit and all below it in the order of recording, each with its unit as that stood", async () => {
    const { items, next } = await json("/entries?unit=316&as_of=2025-04-15")
    expect(items.map(({ id, unitName }: { id: number; unitName: string }) => [id, unitName])).toEqual([
      [1, "thị trấn Vĩnh Bảo"],
      [2, "thị trấn Vĩnh Bảo"],
      [3, "thị trấn Vĩnh Bảo"],
      [4, "xã Vĩnh An"],
      [5, "huyện Vĩnh Bảo"]
    ])
    expect(next).toBeNull()
    expect((await json("/entries?unit=316&as_of=2025-04-15&stage=mobilised")).items).toHaveLength(2)
    expect((await json("/entries?year=2024")).items).toEqual([])
    expect((await json("/entries?work=7")).items).toEqual([])
  })

  it("streams all of them, a JSON a line, and writes them as CSV", async () => {
    const response = await ask("/entries?as_of=2025-04-15", "application/x-ndjson")
    expect(response.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8")
    const lines = (await response.text()).trimEnd().split("\n")
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([1, 2, 3, 4, 5, 6])
    const csv = await (await ask("/entries?unit=316&as_of=2025-04-15&stage=disbursed", "text/csv")).text()
    expect(csv.split("\r\n")[1]).toMatch(
      /^3,11824,thị trấn Vĩnh Bảo,commune,,,investment.province,2025,disbursed,stated,,200000000,/
    )
    expect((await ask("/entries?unit=99&as_of=2025-04-15", "application/x-ndjson")).status).toBe(404)
    expect((await ask("/entries?nam=1", "application/x-ndjson")).status).toBe(422)
  })

  it("writes as CSV what can be read again: quantities, who gave, reasons that begin with a sign", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ntm-entries-"))
    const given = entry(1, 5, 12, "2025-02-01", { source: "community.land", stage: "mobilised" })
    const kept = [
      {
        ...given,
        quantity: { amount: 1.234, unit: "m²" },
        from: { agency: "Sở Tài chính" },
        reason: "-5 m² so với dự kiến"
      },
      {
        ...given,
        id: FundingEntryId.make(2),
        quantity: { amount: 1234, unit: "ngày công" },
        from: { unit: UnitId.make(1) }
      }
    ]
    const { app: other } = appInMemory({}, undefined, { entries: kept })
    const path = "/api/v1/funding/entries?unit=316&as_of=2025-04-15"
    const response = await other.request(`http://127.0.0.1${path}`, { headers: { accept: "text/csv" } })
    const file = join(folder, "but-toan.csv")
    writeFileSync(file, new Uint8Array(await response.arrayBuffer()))
    const { rows } = Result.getOrThrow(await readRowsFile(file, entryForm))
    rmSync(folder, { recursive: true })
    expect(rows).toMatchObject([
      {
        unit: "11824",
        tier: "commune",
        amount: 12_000_000,
        quantity: { amount: 1.234, unit: "m²" },
        from: { agency: "Sở Tài chính" },
        reason: "-5 m² so với dự kiến"
      },
      { quantity: { amount: 1234, unit: "ngày công" }, from: { agency: "thành phố Hải Phòng" } }
    ])
  })

  it("takes no other method than reading and posting", async () => {
    const response = await app.request("http://127.0.0.1/api/v1/funding/entries", { method: "DELETE" })
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"])
  })
})
