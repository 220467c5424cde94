import { describe, expect, it } from "vitest"
import { predecessorsAmong } from "./predecessors.ts"
import { procedure } from "./procedure.ts"

describe("predecessorsAmong", () => {
  it("is what the procedure says where every step is planned", () => {
    const all = new Set(procedure.map(({ key }) => key))
    for (const { after, key } of procedure) expect(predecessorsAmong(key, all).toSorted()).toEqual(after.toSorted())
  })

  it("goes on to the steps before one that is not planned", () => {
    expect(predecessorsAmong("construction", new Set(["survey", "design", "construction"]))).toEqual([
      "survey",
      "design"
    ])
    expect(predecessorsAmong("handover", new Set(["construction", "handover"]))).toEqual(["construction"])
    expect(predecessorsAmong("survey", new Set(["survey"]))).toEqual([])
  })
})
