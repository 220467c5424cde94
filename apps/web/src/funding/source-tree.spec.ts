import { FundingSourceKey } from "@ntm/domain/funding"
import { describe, expect, it } from "vitest"
import { depthOf, hasParts, shownSources } from "./source-tree.ts"

const all = FundingSourceKey.literals

describe("the tree of sources on screen", () => {
  it("shows the first two levels while only the total is open", () => {
    expect(shownSources(all, new Set(["all"]))).toEqual([
      "all",
      "budget",
      "integrated",
      "credit",
      "enterprise",
      "community"
    ])
  })

  it("shows a source only where everything above it is open", () => {
    expect(shownSources(all, new Set(["all", "investment"]))).not.toContain("investment.province")
    expect(shownSources(all, new Set(["all", "budget", "investment"]))).toContain("investment.province")
  })

  it("knows how deep a source lies, and parts by what is there, not by what could be", () => {
    expect([depthOf("all"), depthOf("budget"), depthOf("investment.commune")]).toEqual([0, 1, 4])
    expect(hasParts(all, "community")).toBe(true)
    expect(hasParts(["all", "community"], "community")).toBe(false)
  })
})
