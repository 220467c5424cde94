import { describe, expect, it } from "vitest"
import { results } from "../../testing/facts.ts"
import { readSet } from "./reading.ts"

describe("what the lines of a set say about its average", () => {
  it("disagree with a stated average that they do not give: 4,3 against 4,55", () => {
    expect(readSet(results)).toEqual({ computed: 4.55, agrees: false })
  })

  it("agree at the precision that was printed: 36 of 7 units is 5,14", () => {
    const criteria = Array.from({ length: 9 }, (_, index) => ({ no: index + 1, name: "", metCount: 4, printed: "4" }))
    const set = { ...results, criteria, evaluatedCount: 7, statedAverage: 5.14, statedAverageDecimals: 2, outOf: 9 }
    expect(readSet(set)).toEqual({ computed: 5.14, agrees: true })
  })
})
