import { makeClient } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { startFakeApi } from "../testing/fake-api.ts"
import { plan } from "../testing/sample.ts"
import { readPlan } from "./plan.ts"

describe("the plan on show", () => {
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
