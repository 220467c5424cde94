import { api, makeClient } from "@ntm/contract"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { mount } from "./http/mount.ts"
import { appInMemory } from "./testing/ports.ts"

const { app, logged } = appInMemory()
const client = makeClient((url, init) => app.request(url, init), "")

describe("the nouns", () => {
  it("tells what runs here", async () => {
    expect(await client.health({})).toMatchObject({ status: "ok", database: "bundled" })
  })

  it("answers a document with its figures, tables and findings", async () => {
    expect(await client.documents.list({})).toMatchObject({ items: [{ id: "kh-61" }] })
    const answer = await client.documents.get({ id: "kh-61" })
    expect(answer.document.number).toBe("61/KH-UBND")
    expect([answer.figures.length, answer.tables.length, answer.findings.length]).toEqual([150, 0, 2])
  })

  it("lists at most 100 figures unless told how many", async () => {
    expect((await client.documents.figures({})).items).toHaveLength(100)
    expect((await client.documents.figures({ limit: 1000, q: "vốn" })).items).toHaveLength(150)
  })

  it("keeps findings of one severity where asked", async () => {
    expect((await client.documents.findings({})).items).toHaveLength(2)
    expect((await client.documents.findings({ severity: "warning" })).items.map(({ id }) => id)).toEqual(["b"])
  })

  it("asks units as of today in Việt Nam unless told a day", async () => {
    expect(await client.units.list({})).toMatchObject({
      asOf: "2025-04-16",
      counts: { commune: 4 },
      items: expect.arrayContaining([expect.objectContaining({ code: "11824" })])
    })
    expect(await client.units.get({ code: "11824", as_of: "2025-07-01" })).toMatchObject({ asOf: "2025-07-01" })
  })

  it("shows criteria sets in a list without their lines and source, but with how sure their rules are", async () => {
    const [set] = (await client.criteria.list({})).items
    expect(set).toMatchObject({ criteriaCount: 1, indicatorCount: 2, verified: 1, recalled: 0, unknown: 1 })
    expect(set).not.toHaveProperty("source")
    expect(set).not.toHaveProperty("criteria")
    expect(await client.criteria.get({ id: "xa-ntm-2021-2025" })).toMatchObject({ source: { kept: true } })
    expect(await client.criteria.results({ id: "kh-61" })).toMatchObject({ items: [], next: null })
  })

  it("answers a set as in force on a day where one is asked for, and what another asks for beside it", async () => {
    const id = "xa-ntm-2021-2025"
    expect(await client.criteria.get({ id })).toMatchObject({ asOf: null })
    expect(await client.criteria.get({ id, as_of: "2024-02-29" })).toMatchObject({ asOf: "2024-02-29" })
    const answer = await client.criteria.differences({ id, with: id })
    expect(answer).toMatchObject({ from: id, to: id, asOf: null, onlyFrom: [], onlyTo: [] })
    expect(answer.paired.map(({ from }) => from.code)).toEqual(["1.1", "1.2"])
    await expect(client.criteria.differences({ id, with: "none" })).rejects.toThrow("Không có bộ tiêu chí “none”")
  })

  it("answers sets as they were known at a moment", async () => {
    const id = "xa-ntm-2021-2025"
    const [before, after] = ["2019-12-31T00:00:00.000Z", "2020-01-01T00:00:00.000Z"]
    expect((await client.criteria.list({ known_at: before })).items).toEqual([])
    expect((await client.criteria.list({ known_at: after })).items.length).toBeGreaterThan(0)
    await expect(client.criteria.get({ id, known_at: before })).rejects.toThrow(`Không có bộ tiêu chí “${id}”`)
    expect(await client.criteria.get({ id, known_at: after })).toMatchObject({ id })
    await expect(client.criteria.differences({ id, with: id, known_at: before })).rejects.toThrow("Không có bộ")
    expect(await client.criteria.differences({ id, with: id, known_at: after })).toMatchObject({ from: id })
  })

  it("answers funding tables", async () => {
    expect(await client.funding.tables({ document: "kh-61" })).toMatchObject({ items: [], next: null })
  })

  it("says of each assignment how it stands on the day asked for", async () => {
    expect(await client.assignments.list({})).toMatchObject({
      asOf: "2025-04-16",
      items: [{ dueState: "dueSoon", days: 14 }]
    })
    expect(await client.assignments.list({ as_of: "2025-05-01" })).toMatchObject({
      items: [{ dueState: "overdue", days: -1 }]
    })
  })
})

describe("problems", () => {
  const problem = async (path: string, init?: RequestInit) => {
    const response = await app.request(path, init)
    expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8")
    expect(response.headers.get("cache-control")).toBe("no-store")
    const body = (await response.json()) as Record<string, unknown>
    expect(body["status"]).toBe(response.status)
    return body
  }

  it.each([
    ["/api/v1/documents/none", "document-not-found", "Không có văn bản “none”"],
    ["/api/v1/documents/none/results", "document-not-found", "Không có văn bản “none”"],
    ["/api/v1/findings?document=none", "document-not-found", "Không có văn bản “none”"],
    ["/api/v1/figures?document=none", "document-not-found", "Không có văn bản “none”"],
    ["/api/v1/funding/tables?document=none", "document-not-found", "Không có văn bản “none”"],
    ["/api/v1/assignments?document=none", "document-not-found", "Không có văn bản “none”"],
    ["/api/v1/criteria-sets/none", "criteria-set-not-found", "Không có bộ tiêu chí “none”"],
    [
      "/api/v1/units/99999?as_of=2025-07-01",
      "unit-not-found",
      "Không có đơn vị hành chính mã 99999 vào ngày 01/07/2025"
    ],
    ["/api/v1/nothing", "unknown-path", "Không có địa chỉ /api/v1/nothing"],
    ["/api/v2/documents", "unknown-path", "Không có địa chỉ /api/v2/documents"],
    ["/api", "unknown-path", "Không có địa chỉ /api"]
  ])("%s is 404 %s, in both languages", async (path, name, detail) => {
    const body = await problem(path)
    expect(body).toMatchObject({ type: `urn:ntm:problem:${name}`, status: 404, detail })
    expect(body["titleEn"]).toMatch(/^No such/)
  })

  it.each(["POST", "PUT", "DELETE", "PATCH"])(
    "answers %s on a known path with 405 and what is allowed",
    async (method) => {
      expect(await problem("/api/v1/documents/kh-61", { method })).toMatchObject({
        type: "urn:ntm:problem:method-not-allowed",
        status: 405
      })
      expect((await app.request("/api/v1/documents", { method })).headers.get("allow")).toBe("GET, HEAD")
    }
  )

  it("keeps the inside of a fault out of the answer and in the log, under the request's id", async () => {
    const body = await problem("/api/v1/figures?q=hỏng")
    expect(body).toMatchObject({ type: "urn:ntm:problem:internal", status: 500 })
    expect(JSON.stringify(body)).not.toMatch(/secret|store\.ts|Error/)
    const id = String(body["instance"]).replace("urn:ntm:request:", "")
    expect(logged.find((line) => line.startsWith(id))).toContain("password=secret")
  })

  it("says 503 and when to try again when the data cannot be reached", async () => {
    expect(await problem("/api/v1/figures?q=mất")).toMatchObject({
      type: "urn:ntm:problem:data-unavailable",
      status: 503
    })
    expect((await app.request("/api/v1/figures?q=mất")).headers.get("retry-after")).toBe("5")
  })
})

describe("mount", () => {
  it("refuses, at compile time, a handler whose answer does not fit the contract", () => {
    const desk = { app: app, runtime: {}, log: () => undefined }
    // @ts-expect-error `items` is missing
    const wrong = () => mount(desk as never, api.documents.list, () => Effect.succeed({ rows: [] }))
    expect(wrong).toBeTypeOf("function")
  })
})
