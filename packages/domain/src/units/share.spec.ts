import { describe, expect, it } from "vitest"
import { type Share, shareOf, WeightName } from "./index.ts"

describe("the share of a weight", () => {
  const share: Share = { all: 0.5, by: { [WeightName.make("population")]: 0.25 } }

  it("is its own where it is known apart, else that of everything", () => {
    expect(shareOf(share, WeightName.make("population"))).toBe(0.25)
    expect(shareOf(share, WeightName.make("areaKm2"))).toBe(0.5)
    expect(shareOf(share, null)).toBe(0.5)
  })

  it.each(["toString", "constructor", "valueOf"])(
    "is a number of a weight that has the name of something else: %s",
    (name) => {
      expect(shareOf(share, WeightName.make(name))).toBe(0.5)
    }
  )
})
