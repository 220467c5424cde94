import { describe, expect, it } from "vitest"
import { countsByCriterion, found, ordered, orderOf } from "./matrix-order.ts"
import { row, rows } from "./testing/facts.ts"
import { verdictAt } from "./verdicts.ts"

const codes = (some: ReadonlyArray<{ readonly unit: { readonly code: string } }>) => some.map(({ unit }) => unit.code)

describe("the rows of a matrix", () => {
  it("stand in Vietnamese order, namesakes by their codes", () => {
    const shuffled = [rows[3], rows[2], rows[1], rows[0]].flatMap((each) => each ?? [])
    expect(codes(ordered(shuffled, "ten"))).toEqual(["11623", "11590", "11854", "11602"])
    expect(codes(ordered([row("11602", "Đại", "m"), row("11601", "Dương", "m")], "ten"))).toEqual(["11601", "11602"])
  })

  it("stand by criteria met, and nearest first with those that are there at the end", () => {
    expect(codes(ordered(rows, "dat"))).toEqual(["11623", "11590", "11854", "11602"])
    // Đại Bản fails nothing that is known; An Hòa 11590 fails one; An Hòa 11854 fails one and lacks one.
    expect(codes(ordered(rows, "gan"))).toEqual(["11602", "11590", "11854", "11623"])
  })

  it("are found by words without diacritics, and by a criterion that they fail, not by one that is unknown", () => {
    expect(codes(found(rows, { words: "dai ban", failing: null }))).toEqual(["11602"])
    expect(codes(found(rows, { words: "", failing: 0 }))).toEqual(["11590", "11854"])
    expect(codes(found(rows, { words: "11854", failing: 0 }))).toEqual(["11854"])
    expect(found(rows, { words: "", failing: 2 })).toEqual([])
  })

  it("are counted by criterion: exempt ones among the met, no number neither met nor failed", () => {
    expect(countsByCriterion(rows, 3)).toEqual([
      { met: 2, notMet: 2, open: 0 },
      { met: 3, notMet: 0, open: 1 },
      { met: 2, notMet: 0, open: 2 }
    ])
  })

  it("read letters that are not known here as no data, never as met", () => {
    expect(verdictAt({ verdicts: "mx" }, 1)).toBe("noData")
    expect(verdictAt({ verdicts: "m" }, 5)).toBe("noData")
    expect(orderOf("else")).toBe("ten")
  })
})
