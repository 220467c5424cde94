import { describe, expect, it } from "vitest"
import type { Figure } from "./figure.ts"
import { reconcile } from "./reconcile.ts"
import { content, figure, findingsOn, gist, table } from "./sample.ts"

const gists = (...figures: ReadonlyArray<Figure>) => findingsOn(...figures).map(gist)

const share = (part: number, whole: number, percent: number, unit: string, decimals = 0) => [
  figure("whole", whole, unit),
  figure("part", part, unit, { statedPercentOf: { of: "whole", percent, decimals } })
]

describe("a stated share", () => {
  it("634 of 789 works is 80 %, not 81 %", () => {
    expect(gists(...share(634, 789, 80, "công trình"))).toEqual([])
    const [finding, ...more] = findingsOn(...share(634, 789, 81, "công trình"))
    expect(more).toEqual([])
    expect(finding).toMatchObject({ kind: "percent", severity: "warning", stated: 81, unit: "%" })
    expect(finding?.expected).toBeCloseTo(80.3549, 4)
    expect(finding?.cause?.kind).toBe("wrongRounding")
    expect(finding?.message.vi).toContain("ghi 81 %, tính ra 80,4 %")
  })

  it("is rounded half up at the places in which it is stated", () => {
    expect(gists(...share(1, 8, 13, "xã"))).toEqual([])
    expect(gists(...share(1, 8, 12, "xã"))).toEqual(["percent · part · wrongRounding"])
    expect(gists(...share(1, 8, 12.5, "xã", 1))).toEqual([])
    expect(gists(...share(1, 8, 12.6, "xã", 1))).toEqual(["percent · part · wrongRounding"])
    expect(gists(...share(1, 3, 33.33, "xã", 2))).toEqual([])
  })

  it("allows for the rounding of its part and whole", () => {
    expect(gists(...share(601, 800.71, 75, "km"))).toEqual([])
    expect(gists(...share(1, 3, 25, "tỷ đồng"))).toEqual([])
    expect(gists(...share(1, 3, 70, "tỷ đồng"))).toEqual(["percent · part · no cause"])
  })

  it("of nothing decides nothing, and may pass a hundred", () => {
    expect(gists(...share(0, 0, 0, "xã"))).toEqual([])
    expect(gists(...share(5, 0, 100, "xã"))).toEqual([])
    expect(gists(...share(56, 44, 127, "xã"))).toEqual([])
  })

  it("that is far off is an error, and names the slip that explains it", () => {
    expect(findingsOn(...share(634, 789, 90, "công trình"))).toMatchObject([{ severity: "error", cause: null }])
    expect(gists(...share(634, 7890, 80, "tỷ đồng"))).toEqual(["percent · part · no cause"])
    expect(gists(...share(6.341, 7890, 80, "tỷ đồng"))).toEqual(["percent · part · separatorMisread"])
  })
})

describe("a figure counted out of a whole", () => {
  it("does not exceed it, whether the whole is a number or a figure", () => {
    expect(gists(figure("a", 7, "huyện", { outOf: 8 }))).toEqual([])
    expect(gists(figure("a", 9, "huyện", { outOf: 8 }))).toEqual(["partExceedsWhole · a · no cause"])
    expect(gists(figure("w", 8, "huyện"), figure("a", 9, "huyện", { outOf: "w" }))).toEqual([
      "partExceedsWhole · a · no cause"
    ])
  })

  it("keeps the decimals of the whole", () => {
    expect(gists(figure("a", 800.4, "km", { outOf: 800.45 }))).toEqual([])
    expect(gists(figure("a", 800.9, "km", { outOf: 800.71 }))).toEqual(["partExceedsWhole · a · no cause"])
  })

  it("is told once where it is also a part of that whole", () => {
    expect(gists(figure("w", 8, "huyện"), figure("a", 9, "huyện", { outOf: "w", breakdownOf: "w" }))).toEqual([
      "partExceedsWhole · a · no cause"
    ])
  })
})

describe("a difference", () => {
  const rest = (value: number) => [
    figure("planned", 500, "tỷ đồng"),
    figure("paid", 320.5, "tỷ đồng"),
    figure("rest", value, "tỷ đồng", { differenceOf: { of: "planned", less: "paid" } })
  ]

  it("holds within rounding, also below zero", () => {
    expect(gists(...rest(179.5))).toEqual([])
    expect(gists(...rest(180))).toEqual([])
    expect(
      gists(
        figure("a", 10.2, "tỷ đồng"),
        figure("b", 12.7, "tỷ đồng"),
        figure("c", -2.5, "tỷ đồng", { differenceOf: { of: "a", less: "b" } })
      )
    ).toEqual([])
  })

  it("that does not hold names the slip, if one shows", () => {
    // 197,5 for 179,5, or 320,5 for 302,5: which, the numbers do not say.
    expect(gists(...rest(197.5))).toEqual(["difference · rest · no cause"])
    expect(gists(...rest(175.9))).toEqual(["difference · rest · transposedDigits"])
    expect(gists(...rest(179_500))).toEqual(["difference · rest · unitMisread"])
    expect(
      gists(
        figure("a", 80_000, "hộ"),
        figure("b", 10_000, "hộ"),
        figure("c", 70_000 - 1, "hộ", { differenceOf: { of: "a", less: "b" } })
      )
    ).toEqual(["difference · c · no cause"])
  })
})

describe("the same figure said again", () => {
  it("agrees in another unit and where it is rounded in words", () => {
    const said = (value: number, unit: string, rest: Partial<Figure> = {}) =>
      gists(figure("first", 29_960_217, "triệu đồng"), figure("again", value, unit, { restates: "first", ...rest }))
    expect(said(29_960, "tỷ đồng")).toEqual([])
    expect(said(30, "nghìn tỷ đồng")).toEqual([])
    expect(said(30_000, "tỷ đồng", { qualifier: "gần" })).toEqual([])
    expect(said(29_000, "tỷ đồng", { qualifier: "trên" })).toEqual([])
    expect(said(29_906, "tỷ đồng")).toEqual(["restatement · again · transposedDigits"])
    expect(said(29_960, "triệu đồng")).toEqual(["restatement · again · unitMisread"])
    expect(said(31_000, "tỷ đồng", { qualifier: "trên" })).toEqual(["restatement · again · no cause"])
  })

  it("compares rates by the scale of their money", () => {
    const income = figure("first", 85.2, "triệu đồng/người/năm")
    expect(gists(income, figure("again", 85_200, "nghìn đồng/người/năm", { restates: "first" }))).toEqual([])
    expect(gists(income, figure("again", 82.5, "triệu đồng/người/năm", { restates: "first" }))).toHaveLength(1)
  })

  it("and each named by the other is told once", () => {
    expect(gists(figure("a", 4, "xã", { restates: "b" }), figure("b", 5, "xã", { restates: "a" }))).toHaveLength(1)
  })
})

describe("a figure computed from facts", () => {
  const printed = table({
    unit: "triệu đồng",
    columns: ["total"],
    rows: { "xã/phường A": [100], Tổng: [4_687_912] }
  })
  const stated = (value: number, computedFrom: string) =>
    reconcile([content([figure("f", value, "tỷ đồng", { computedFrom })], [printed])])

  it("is held against a cell of the document's own tables", () => {
    expect(stated(4688, "table/appendix-02/Tổng/total").findings).toEqual([])
    expect(stated(4868, "table/appendix-02/Tổng/total").findings.map(gist)).toEqual(["computed · f · transposedDigits"])
  })

  it("finds a row whose label holds a stroke", () => {
    expect(stated(7, "table/appendix-02/xã/phường A/total").findings).toHaveLength(1)
  })

  it("is left open where no such cell stands", () => {
    for (const name of ["table/appendix-02/Tổng/none", "table/none/Tổng/total", "elsewhere", "table"]) {
      expect(stated(1, name)).toEqual({ findings: [], checked: { relations: 1, held: 0, open: 1 }, openSplits: [] })
    }
  })
})
