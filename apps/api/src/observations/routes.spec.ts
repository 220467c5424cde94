import type { KeptFile, Problem } from "@ntm/contract"
import { CriteriaSet } from "@ntm/domain/criteria"
import { evidenceSamples } from "@ntm/domain/testing"
import { Schema } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { appOnDatabase, type OpenedApp } from "../testing/app-on-database.ts"
import { criteriaSet } from "../testing/facts.ts"

const input = (key: string, measure: string, unit: string | null) => ({
  input: key,
  name: key,
  unit,
  measure,
  bySex: false,
  carry: { carry: "none" }
})

const set = Schema.decodeUnknownSync(CriteriaSet)({
  ...criteriaSet,
  period: { from: "2021-01-01", to: "2026-12-31" },
  inputs: [
    input("income", "money", "triệu đồng/người/năm"),
    input("xa/3.2", "percent", "%"),
    input("planning", "attestation", null)
  ]
})

/** What these specs look at in an answer. */
interface Told {
  readonly items: ReadonlyArray<Record<string, unknown>>
  readonly recordedAt: string
}

/** The API as the forms meet it, on a real database. */
describe("observations over HTTP", () => {
  let app: OpenedApp["app"]
  let close: OpenedApp["close"]

  beforeAll(async () => {
    ;({ app, close } = await appOnDatabase({ facts: { criteriaSets: [set] } }))
  })
  afterAll(() => close())

  const get = async <A>(path: string, headers: Record<string, string> = {}): Promise<A> =>
    JSON.parse(await (await app.request(`http://127.0.0.1/api/v1${path}`, { headers })).text())
  const post = async <A>(path: string, rows: ReadonlyArray<unknown>, host = "127.0.0.1") => {
    const response = await app.request(`http://${host}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ rows })
    })
    const told: A = JSON.parse(await response.text())
    return { status: response.status, told }
  }
  const row = { unit: "11824", day: "2025-12-31", input: "income", value: 68.5, state: "approved" }

  it("are recorded, and come back as history, in the unit's form and in the input's column", async () => {
    const { status, told } = await post<Told>("/observations", [
      row,
      { ...row, input: "xa/3.2", value: 97, state: "draft" }
    ])
    expect(status).toBe(200)
    expect(told.items).toMatchObject([
      { row: 0, state: "approved" },
      { row: 1, state: "draft" }
    ])
    const recordedBy = { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null }
    expect(await get("/observations?unit=11824&input=income&as_of=2026-01-01")).toMatchObject({
      unit: { name: "Vĩnh Bảo", type: "xã" },
      items: [{ observation: { value: 68.5, recordedBy, source: { from: "form" } }, moves: [] }]
    })
    const form = await get<Told>("/units/11824/observations?as_of=2026-01-30")
    expect(form.items).toMatchObject([
      {
        input: { key: "income" },
        sets: [set.id],
        ageDays: 30,
        inForce: { observation: { value: 68.5 } },
        pending: null
      },
      {
        input: { key: "xa/3.2" },
        inForce: null,
        ageDays: null,
        pending: { observation: { value: 97, state: "draft" } }
      },
      { input: { key: "planning" }, inForce: null, pending: null }
    ])
    const column = await get<Told>("/inputs/xa%2F3.2/observations?unit=31&as_of=2026-01-30&accept=draft")
    expect(column.items).toMatchObject([
      { unit: { name: "Tân Hưng" }, inForce: null },
      { unit: { name: "Thanh Xuân" }, inForce: null },
      { unit: { name: "Vĩnh Bảo" }, inForce: { observation: { value: 97 } } }
    ])
    expect(await get("/units/11824/observations?as_of=2026-01-30&known_at=2020-01-01T00:00:00Z")).toMatchObject({
      items: [{ inForce: null }, { pending: null }, {}]
    })
  })

  it("move from state to state, or are told why not, who may, and what comes next", async () => {
    const { told } = await post<Told>("/observations", [{ ...row, input: "planning", value: 1 }])
    const observation = told.items[0]?.["id"]
    const refused = await post<Problem>("/observations/moves", [
      { observation, to: "verified", reason: null },
      { observation, to: "returned", reason: null }
    ])
    expect(refused).toMatchObject({
      status: 422,
      told: {
        type: "urn:ntm:problem:observations-refused",
        errors: [
          { path: "rows[0].to", kind: "noSuchMove", message: expect.stringContaining("Bước tiếp theo") },
          { path: "rows[1].observation", kind: "movedTwice" }
        ]
      }
    })
    const returned = await post<Told>("/observations/moves", [
      { observation, to: "returned", reason: "chưa có văn bản" }
    ])
    expect(returned).toMatchObject({ status: 200, told: { items: [{ row: 0, observation, state: "returned" }] } })
  })

  it("are refused row by row, for their form and for what they say, and nothing of the batch is written", async () => {
    const { status, told } = await post<Problem>("/observations", [
      { ...row, day: "2025-11-30" },
      { ...row, value: "68,5" },
      { ...row, unit: "31x", colour: "red" },
      { ...row, day: "2025-06-30", unit: "11830" },
      { ...row, input: "xa/3.2", value: 197 },
      5
    ])
    expect(status).toBe(422)
    expect(told.errors?.map(({ path, kind }) => [path, kind])).toEqual([
      ["rows[1].value", "form"],
      ["rows[2].colour", "form"],
      ["rows[2].unit", "form"],
      ["rows[4].value", "outOfRange"],
      ["rows[5]", "form"]
    ])
    expect(told.detail).toBe("5 lỗi ở 4 dòng; chưa ghi gì")
    const { items } = await get<Told>("/observations?unit=11824&input=income&as_of=2026-01-01")
    expect(items).toHaveLength(1)
  })

  it("name the unit to report for instead of one that does not stand on the day", async () => {
    const { told } = await post<Problem>("/observations", [{ ...row, unit: "11830" }])
    expect(told.errors).toMatchObject([
      {
        path: "rows[0].unit",
        kind: "unitNotStanding",
        message: expect.stringContaining("ngày đó là xã Vĩnh Bảo (11824)")
      }
    ])
  })

  it("are taken from this machine only", async () => {
    const { status, told } = await post<Problem>("/observations", [row], "ntm.example")
    expect([status, told.type]).toEqual([403, "urn:ntm:problem:changes-stay-local"])
  })

  it("survive a body of 1e999, NUL and ten thousand rows of nothing", async () => {
    const send = async (body: string): Promise<Problem> => {
      const response = await app.request("http://127.0.0.1/api/v1/observations", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body
      })
      return JSON.parse(await response.text())
    }
    const infinite = await send(`{"rows":[${JSON.stringify(row).replace("68.5", "1e999")}]}`)
    expect(infinite.errors).toMatchObject([{ path: "rows[0].value", kind: "notNumber" }])
    const evidence = [{ link: "https://a.vn/\ud800", title: null }]
    const broken = await send(JSON.stringify({ rows: [{ ...row, note: "a\0b", evidence }] }))
    expect(broken.errors?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["rows[0].evidence[0].link", "rows[0].note"])
    )
    const many = await send(JSON.stringify({ rows: Array.from({ length: 10_000 }, () => ({})) }))
    expect(many.errors).toHaveLength(1000)
  })

  it("stream a province as a JSON a line, all as known at one moment", async () => {
    await post<Told>("/observations", [{ ...row, unit: "10813", value: 55 }])
    const response = await app.request("http://127.0.0.1/api/v1/observations/in-force?unit=31&as_of=2026-01-01", {
      headers: { accept: "application/x-ndjson" }
    })
    expect(response.headers.get("content-type")).toContain("application/x-ndjson")
    const text = await response.text()
    expect(text.endsWith("\n")).toBe(true)
    const lines: ReadonlyArray<Record<string, unknown>> = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { code: "10813", observation: { input: "income", value: 55 } },
      { code: "11824", observation: { input: "income", value: 68.5 } }
    ])
    const wrong = await app.request("http://127.0.0.1/api/v1/observations/in-force?unit=3100", {
      headers: { accept: "application/x-ndjson" }
    })
    expect(wrong.status).toBe(422)
  })

  it("are made anew from the journal", async () => {
    const response = await app.request("http://127.0.0.1/api/v1/observations/rebuild", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}"
    })
    expect(await response.json()).toMatchObject({ differing: 0 })
  })

  it("rest on files that were handed in before; of one that was not, the row is told and nothing is written", async () => {
    const response = await app.request("http://127.0.0.1/api/v1/evidence?name=bien-ban.pdf", {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: evidenceSamples.pdf
    })
    const { bytes, name, sha256 }: KeptFile = JSON.parse(await response.text())
    const paper = { file: name, sha256, bytes }
    const proved = { ...row, unit: "11836", input: "planning", value: 1, day: "2025-12-01", evidence: [paper] }
    const unknown = { ...paper, sha256: "0".repeat(64) }
    const refused = await post<Problem>("/observations", [
      proved,
      { ...proved, day: "2025-12-02", evidence: [unknown] }
    ])
    expect(refused).toMatchObject({
      status: 422,
      told: { errors: [{ path: "rows[1].evidence[0]", kind: "evidenceNotKept" }] }
    })
    expect((await post("/observations", [proved])).status).toBe(200)
    const { items } = await get<Told>("/observations?unit=11836&input=planning&as_of=2025-12-31")
    expect(items).toMatchObject([{ observation: { evidence: [paper] } }])
    const kept = await app.request(`http://127.0.0.1/api/v1/evidence/${sha256}`)
    expect(new Uint8Array(await kept.arrayBuffer())).toEqual(evidenceSamples.pdf)
  })
})
