import { makeClient } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { startFakeApi } from "../testing/fake-api.ts"
import { plan } from "../testing/sample.ts"
import { newestPlan, readPlan } from "./plan.ts"

const { document } = plan
const dated = (id: string, date: string | null, criteriaSets: number) => ({
  ...document,
  id: document.id,
  title: id,
  date: date === null ? null : (date as typeof document.date),
  counts: { ...document.counts, criteriaSets }
})

describe("the plan on show", () => {
  it("is the newest document with results by criteria set", () => {
    const list = [
      dated("notice", "2025-11-05", 0),
      dated("old", "2024-02-01", 6),
      dated("new", "2025-03-05", 6),
      dated("undated", null, 6)
    ]
    expect(newestPlan(list)?.title).toBe("new")
    expect(newestPlan(list.slice(0, 1))).toBeUndefined()
    expect(newestPlan([dated("undated", null, 1)])?.title).toBe("undated")
  })

  it("is read whole from the API, its parts asked for by the document's id", async () => {
    await using api = await startFakeApi(plan)
    const loaded = await readPlan(makeClient(fetch, api.url), new AbortController().signal)
    expect(loaded).toEqual({ _tag: "Ready", plan })
    expect(api.asked.toSorted()).toEqual([
      "/assignments",
      "/documents",
      "/documents/kh-61-2025/results",
      "/findings",
      "/funding/tables"
    ])
  })

  it("is empty where no document has one", async () => {
    await using api = await startFakeApi(plan)
    api.answers.set("/documents", { items: [] })
    expect(await readPlan(makeClient(fetch, api.url), new AbortController().signal)).toEqual({ _tag: "Empty" })
  })

  it("fails with the API's own problem", async () => {
    await using api = await startFakeApi(plan)
    api.answers.delete("/findings")
    await expect(readPlan(makeClient(fetch, api.url), new AbortController().signal)).rejects.toMatchObject({
      problem: { status: 404 }
    })
  })
})
