import { describe, expect, it } from "vitest"
import { FundingSourceKey, fundingSources } from "./source.ts"
import { isWithin, pathOf, sourcesAbove, sourcesBelow } from "./source-tree.ts"

describe("the tree of sources", () => {
  it("names every source once, parents before children, all below one root", () => {
    const keys = fundingSources.map(({ key }) => key)
    expect(keys.toSorted()).toEqual(FundingSourceKey.literals.toSorted())
    for (const [at, { parent }] of fundingSources.entries())
      expect(parent === null ? at : keys.indexOf(parent)).toBeLessThanOrEqual(at)
    expect(sourcesBelow(null).map(({ key }) => key)).toEqual(["all"])
  })

  it("counts an amount at its source and everywhere above it", () => {
    expect(pathOf("investment.district")).toEqual([
      "investment.district",
      "investment.local",
      "investment",
      "budget",
      "all"
    ])
    expect(isWithin("investment.district", "budget")).toBe(true)
    expect(isWithin("budget", "investment.district")).toBe(false)
    expect(sourcesAbove(["credit", "career.local"])).toEqual(["all", "budget", "career", "career.local", "credit"])
  })
})
