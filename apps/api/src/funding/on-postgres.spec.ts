import type { Problem } from "@ntm/contract"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { appOnDatabase, type OpenedApp } from "../testing/app-on-database.ts"

/** The API as forms and files meet it, on a real database. Xã Vĩnh Bảo (11824) was formed on 2025-07-01. */
describe("entries of funding over HTTP", () => {
  let app: OpenedApp["app"]
  let close: OpenedApp["close"]

  beforeAll(async () => {
    ;({ app, close } = await appOnDatabase())
  })
  afterAll(() => close())

  const get = async (path: string) =>
    JSON.parse(await (await app.request(`http://127.0.0.1/api/v1/funding${path}`)).text())
  const post = async (rows: ReadonlyArray<unknown>, host = "127.0.0.1") => {
    const response = await app.request(`http://${host}/api/v1/funding/entries`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ rows })
    })
    return { status: response.status, told: JSON.parse(await response.text()) }
  }
  const refused = async (rows: ReadonlyArray<unknown>): Promise<Problem> => (await post(rows)).told
  const row = {
    unit: "11824",
    source: "investment.province",
    year: 2025,
    stage: "allocated",
    amount: 900_000_000,
    day: "2025-08-01"
  }

  it("are recorded under the recorder's name at the tier of their unit, and show in the pivot at once", async () => {
    const { status, told } = await post([row, { ...row, stage: "disbursed", amount: 250_000_000, illustrative: true }])
    expect(status).toBe(200)
    expect(told.items).toEqual([
      { row: 0, id: 1 },
      { row: 1, id: 2 }
    ])
    const { items } = await get("/entries?unit=11824")
    expect(items[0]).toMatchObject({
      tier: "commune",
      kind: "stated",
      amount: 900_000_000,
      unitName: "xã Vĩnh Bảo",
      recordedAt: told.recordedAt,
      recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice" }
    })
    const { pivot } = await get("/pivot?unit=31&year=2025&stage=disbursed")
    expect(pivot).toMatchObject({
      tier: "commune",
      rows: [{ unit: { code: "11824" }, cells: [{ amount: 250_000_000, illustrative: true }, {}, {}, {}] }]
    })
  })

  it("are refused wholly, with every problem of every row by its place and in both languages", async () => {
    const problem = await refused([
      row,
      { ...row, unit: "11824", day: "2025-06-30", source: "credit" },
      { ...row, amount: 0.5, source: "investment.district" },
      { ...row, year: "2025" },
      { ...row, nguon: "x", quantity: { amount: -1, unit: "m²" } }
    ])
    expect(problem).toMatchObject({ status: 422, type: "urn:ntm:problem:funding-refused" })
    const lines = problem.errors?.map(({ kind, path }) => `${path} ${kind}`)
    expect(lines).toEqual([
      "rows[1].stage stageNotOfSource",
      "rows[2].amount notMoney",
      "rows[2].source sourceLevelEnded",
      "rows[3].year form",
      "rows[4].nguon form",
      "rows[4].quantity.amount form"
    ])
    expect(problem.errors?.[2]).toMatchObject({
      message: "“Đầu tư công cấp huyện”: không còn ngân sách cấp huyện sau ngày 30/06/2025",
      messageEn: "“Public investment, district”: there is no budget of a district after 2025-06-30"
    })
    expect((await get("/entries")).items).toHaveLength(2)
  })

  it("adjust an earlier one, with the reason and never by more than there is", async () => {
    const cut = { ...row, kind: "adjustment", adjusts: 1, amount: -400_000_000, reason: "QĐ 12: cắt giảm" }
    expect((await post([cut])).status).toBe(200)
    const { errors } = await refused([{ ...cut, amount: -600_000_000, day: "2025-08-02" }])
    expect(errors?.map(({ message }) => message)).toEqual([
      "Điều chỉnh giảm 600 triệu đồng nhiều hơn 500 triệu đồng còn lại của bút toán số 1"
    ])
    const { comparison } = await get("/stages?unit=11824&year=2025")
    expect(comparison.lines[0]).toMatchObject({ allocated: 500_000_000, disbursed: 250_000_000, disbursedPercent: 50 })
  })

  it("flag a stage that exceeds the one before it, once it does", async () => {
    await post([{ ...row, stage: "disbursed", amount: 300_000_000, day: "2025-12-20" }])
    const flags = async (asOf: string) =>
      (await get(`/stages?unit=11824&year=2025&as_of=${asOf}`)).comparison.flags.map(
        ({ sentence }: { sentence: { vi: string } }) => sentence.vi
      )
    expect(await flags("2025-12-19")).toEqual([])
    expect(await flags("2025-12-20")).toEqual([
      "xã Vĩnh Bảo, đầu tư công cấp tỉnh: giải ngân 550 triệu đồng, nhiều hơn đã giao 500 triệu đồng là 50 triệu đồng"
    ])
  })

  it("stand on the register as it was known at the moment that is asked for", async () => {
    const [first] = (await get("/entries?unit=11824")).items
    const merging = {
      id: "vinh-hung-2026",
      document: { number: "1/NQ-UBTVQH16", issuer: "Uỷ ban Thường vụ Quốc hội", issuedOn: "2025-12-01" },
      day: "2026-01-01",
      changes: [
        {
          change: "merge",
          from: [{ unit: { code: "11824" } }, { unit: { code: "11836" } }],
          into: {
            new: {
              key: "n",
              code: "11999",
              name: "Vĩnh Hưng",
              type: "phường",
              level: "commune",
              parent: { code: "31" }
            }
          }
        }
      ]
    }
    const applied = await app.request("http://127.0.0.1/api/v1/reorganisations", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(merging)
    })
    expect(applied.status).toBe(200)
    const rows = async (more: string) => {
      const asked = "/pivot?unit=31&year=2025&stage=allocated&as_of=2026-02-01&boundaries=2026-02-01"
      const { pivot } = await get(asked + more)
      return pivot.rows.map(({ unit }: { unit: { name: string } }) => unit.name)
    }
    expect(await rows("")).toEqual(["Vĩnh Hưng"])
    expect(await rows(`&known_at=${first.recordedAt}`)).toEqual(["Vĩnh Bảo"])
  })

  it("are taken from this machine only", async () => {
    expect((await post([row], "ntm.example.vn")).status).toBe(403)
  })
})
