import { describe, expect, it } from "vitest"
import { day, plan } from "../testing/facts.ts"
import { planOf } from "./plan.ts"

describe("the plan that the screens speak of", () => {
  it("is the newest document that publishes results by criteria set", () => {
    const older = { ...plan, date: day("2024-02-01") }
    const newerNotice = { ...plan, date: day("2025-11-05"), counts: { ...plan.counts, criteriaSets: 0 } }
    expect(planOf([older, newerNotice, plan])).toBe(plan)
  })

  it("is an undated one only where nothing else is dated", () => {
    const undated = { ...plan, date: null }
    expect(planOf([undated, plan])).toBe(plan)
    expect(planOf([undated])).toBe(undated)
  })

  it("is none where no document publishes results", () => {
    expect(planOf([{ ...plan, counts: { ...plan.counts, criteriaSets: 0 } }])).toBeUndefined()
  })
})
