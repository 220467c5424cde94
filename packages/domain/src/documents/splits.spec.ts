import { describe, expect, it } from "vitest"
import { reconcile } from "./reconcile.ts"
import { content, figure, findingsOn, gist } from "./sample.ts"
import type { Figure } from "./figure.ts"

const gists = (...figures: ReadonlyArray<Figure>) => findingsOn(...figures).map(gist)

const part = (id: string, value: number, unit: string, rest: Partial<Figure> = {}) =>
  figure(id, value, unit, { breakdownOf: "total", ...rest })

const field = { breakdownBy: "lĩnh vực" }

describe("a split of a total", () => {
  it("may be off by the rounding of its parts, and no more", () => {
    const parts = [4688, 2800, 16335, 1382].map((value, i) => part(`p${i}`, value, "tỷ đồng"))
    const total = figure("total", 29_960, "tỷ đồng")
    expect(gists(total, ...parts, part("last", 4756, "tỷ đồng"))).toEqual([])
    expect(gists(total, ...parts, part("last", 4759, "tỷ đồng"))).toEqual(["partsExceedTotal · total · wrongRounding"])
    expect(gists(total, ...parts, part("last", 4760, "tỷ đồng"))).toEqual(["partsExceedTotal · total · no cause"])
    expect(gists(total, ...parts, part("last", 4749, "tỷ đồng"))).toEqual(["partsFallShort · total · no cause"])
  })

  it("in other units, before or after the total, adds up all the same", () => {
    expect(
      gists(part("a", 4652, "tỷ đồng"), part("b", 35_918, "triệu đồng"), figure("total", 4688, "tỷ đồng"))
    ).toEqual([])
    expect(gists(figure("total", 23, "ha"), part("a", 142_945, "m²"), part("b", 87_202, "m²"))).toEqual([])
  })

  it("of counts that is off by one is a finding", () => {
    expect(gists(figure("total", 7, "huyện"), part("a", 5, "huyện"), part("b", 3, "huyện"))).toEqual([
      "partsExceedTotal · total · no cause"
    ])
    expect(
      gists(
        figure("total", 1047, "công trình"),
        ...[742, 96, 196, 12].map((n, i) => part(`p${i}`, n, "công trình", field))
      )
    ).toEqual(["partsFallShort · total · no cause"])
  })

  it("need not be complete", () => {
    expect(
      gists(figure("total", 789, "công trình"), part("a", 412, "công trình"), part("b", 250, "công trình"))
    ).toEqual([])
    expect(gists(figure("total", 29_960, "tỷ đồng"), part("a", 20, "tỷ đồng"), part("b", 10, "tỷ đồng"))).toEqual([])
    expect(gists(figure("total", 29_960, "tỷ đồng"), part("only", 16_335, "tỷ đồng"))).toEqual([])
  })

  it("that is left open is told, with what its parts give", () => {
    const { openSplits } = reconcile([
      content([figure("total", 803, "công trình"), part("a", 628, "công trình", field)])
    ])
    expect(openSplits).toEqual([])
    const two = [part("a", 628, "công trình", field), part("b", 71, "công trình", field)]
    const left = reconcile([content([figure("total", 803, "công trình"), ...two])])
    expect(left.findings).toEqual([])
    expect(left.openSplits.map(({ message, place }) => [place.figure, message.vi])).toEqual([
      [
        "total",
        "total: ghi 803 công trình, các phần theo lĩnh vực cộng lại được 699 công trình; văn bản có thể không nêu hết"
      ]
    ])
  })

  it("must be complete where its stated shares make 100", () => {
    const share = (percent: number) => ({ statedPercentOf: { of: "total", percent, decimals: 0 } })
    const parts = [part("a", 150, "xã", share(60)), part("b", 90, "xã", share(40))]
    expect(gists(figure("total", 250, "xã"), ...parts)).toContain("partsFallShort · total · no cause")
  })

  it("without a name may overlap: a part that is the whole, or counts that pass the total by far", () => {
    expect(gists(figure("total", 137, "xã"), part("a", 137, "xã"), part("b", 104, "xã"))).toEqual([])
    expect(gists(figure("total", 137, "xã"), part("a", 120, "xã"), part("b", 60, "xã"))).toEqual([])
    expect(gists(figure("total", 137, "xã"), part("a", 120, "xã", field), part("b", 60, "xã", field))).toEqual([
      "partsExceedTotal · total · no cause"
    ])
  })

  it("is one of several where they have names", () => {
    expect(
      gists(
        figure("total", 803, "công trình"),
        ...[789, 14].map((n, i) => part(`s${i}`, n, "công trình", { breakdownBy: "nguồn vốn" })),
        ...[628, 71, 93, 9, 2].map((n, i) => part(`f${i}`, n, "công trình", field))
      )
    ).toEqual([])
  })

  it("has no part larger than the total, and says which", () => {
    expect(gists(figure("total", 500, "tỷ đồng"), part("a", 500.4, "tỷ đồng"))).toEqual([])
    expect(gists(figure("total", 500, "tỷ đồng"), part("a", 501, "tỷ đồng"), part("b", 20, "tỷ đồng"))).toEqual([
      "partExceedsWhole · a · no cause"
    ])
    expect(gists(figure("total", 4652, "tỷ đồng"), part("a", 3_734_307, "tỷ đồng"))).toEqual([
      "partExceedsWhole · a · unitMisread"
    ])
  })

  it("names the one slip that would close it", () => {
    const money = [4688, 2800, 16335, 1382].map((value, i) => part(`p${i}`, value, "tỷ đồng", field))
    const million = part("last", 4.756, "tỷ đồng", field)
    expect(gists(figure("total", 29_960, "tỷ đồng"), ...money, million)).toEqual([
      "partsFallShort · total · separatorMisread"
    ])
    const counts = [13_245, 60_008, 9012].map((value, i) => part(`p${i}`, value, "hộ", field))
    expect(gists(figure("total", 81_365, "hộ"), ...counts)).toEqual(["partsExceedTotal · total · transposedDigits"])
  })

  it("adds no part twice that only says another again, also round a ring", () => {
    const total = figure("total", 100, "tỷ đồng")
    const other = part("other", 40, "tỷ đồng", field)
    expect(
      gists(total, other, part("a", 60, "tỷ đồng", field), part("b", 60, "tỷ đồng", { ...field, restates: "a" }))
    ).toEqual([])
    const ring = [
      part("a", 60, "tỷ đồng", { ...field, restates: "b" }),
      part("b", 60, "tỷ đồng", { ...field, restates: "a" })
    ]
    expect(gists(total, other, ...ring)).toEqual([])
    const twice = ["x", "y"].map((id) => part(id, 60, "tỷ đồng", { ...field, quantity: "q" }))
    expect(gists(total, other, ...twice)).toEqual([])
  })

  it("leaves out parts that cannot be added, and says so", () => {
    expect(gists(figure("total", 100, "tỷ đồng"), part("a", 60, "tỷ đồng"), part("b", 60, "xã"))).toEqual([
      "incomparableUnits · b · no cause"
    ])
  })

  it("of ten thousand parts is checked, slips and all, without the square of them", () => {
    const parts = Array.from({ length: 10_000 }, (_, i) => part(`p${i}`, 100_000 + i, "triệu đồng", field))
    expect(gists(figure("total", 900_000_000, "triệu đồng"), ...parts)).toHaveLength(1)
  })
})
