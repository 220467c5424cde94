import type { api } from "@ntm/contract"
import { type AnswerOf, API_ROOT, type Health } from "@ntm/contract"
import { beforeAll, describe, expect, inject, it } from "vitest"
import { ownerHeaders } from "../product/session.ts"

let origin = ""
beforeAll(() => {
  origin = inject("address")
})

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`${origin}${API_ROOT}${path}`, { ...init, headers: ownerHeaders(inject("folder")) })

const answer = async <A>(path: string): Promise<A> => {
  const response = await ask(path)
  expect(response.status).toBe(200)
  expect(response.headers.get("content-type")).toMatch(/^application\/json/)
  return (await response.json()) as A
}

const plan = "kh-61-2025-haiphong"

describe("the API from outside", () => {
  it("says how it is", async () => {
    const health = await answer<Health>("/health")
    expect(health).toMatchObject({ status: "ok", database: "bundled" })
    expect(health.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Date.parse(health.loadedAt ?? "")).toBeLessThanOrEqual(Date.now())
  })

  it("gives the pilot's documents, and a document with its figures and findings", async () => {
    const { items } = await answer<AnswerOf<typeof api.documents.list>>("/documents")
    expect(items.map(({ id }): string => id)).toContain(plan)
    const whole = await answer<AnswerOf<typeof api.documents.get>>(`/documents/${plan}`)
    expect(whole.document.number).toBe("61/KH-UBND")
    expect(whole.figures.length).toBeGreaterThan(100)
    expect(whole.tables.map(({ key }) => key)).toEqual(["appendix-02-funding"])
  })

  it("gives the findings of Phụ lục 02 with their places", async () => {
    const { items } = await answer<AnswerOf<typeof api.documents.findings>>(`/findings?document=${plan}&severity=error`)
    expect(items.every(({ severity }) => severity === "error")).toBe(true)
    const rows = items
      .filter(({ kind }) => kind === "columnSum")
      .map(({ difference, places }) => [places[0]?.row, places[0]?.column, difference])
    expect(rows.toSorted()).toEqual([
      [0, "public_investment_total", 899_428],
      [4, "public_investment_total", 2775],
      [6, "public_investment_total", 443],
      [7, "public_investment_total", 896_210]
    ])
  })

  it("gives funding in đồng, assignments as of a day, and units of a day", async () => {
    const { items } = await answer<AnswerOf<typeof api.funding.tables>>(`/funding/tables?document=${plan}`)
    expect(items[0]?.rows.find(({ kind }) => kind === "total")?.amounts[0]).toBe(29_960_217_000_000)
    const due = await answer<AnswerOf<typeof api.assignments.list>>(
      `/assignments?document=${plan}&q=khao%20sat&as_of=2025-06-20`
    )
    expect(due.items).toMatchObject([{ no: "4", due: "2025-06-25", dueState: "dueSoon", days: 5 }])
    const after = await answer<AnswerOf<typeof api.units.list>>("/units?as_of=2025-07-01&level=province")
    expect([after.counts, after.items.length]).toEqual([{ province: 34, district: 0, commune: 3321, village: 0 }, 34])
  })

  it("answers what it does not have with a problem in both languages", async () => {
    for (const [path, status] of [
      ["/nothing", 404],
      ["/documents/khong-co", 404],
      ["/units?as_of=hom-qua", 422]
    ] as const) {
      const response = await ask(path)
      expect([path, response.status, response.headers.get("content-type")]).toEqual([
        path,
        status,
        expect.stringMatching(/^application\/problem\+json/)
      ])
      expect(await response.json()).toMatchObject({
        status,
        type: expect.stringMatching(/^urn:ntm:/),
        title: expect.any(String),
        titleEn: expect.any(String)
      })
    }
  })

  it("tells whoever has not signed in how it is, and to sign in", async () => {
    expect((await fetch(`${origin}${API_ROOT}/health`)).status).toBe(200)
    const refused = await fetch(`${origin}${API_ROOT}/findings`)
    expect([refused.status, await refused.json()]).toEqual([
      401,
      expect.objectContaining({ type: "urn:ntm:problem:sign-in-needed", next: expect.any(Object) })
    ])
  })

  it("only reads: it refuses to be written to", async () => {
    const response = await ask("/documents", { method: "POST", body: "{}" })
    expect([404, 405]).toContain(response.status)
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/)
  })
})
