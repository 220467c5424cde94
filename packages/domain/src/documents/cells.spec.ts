import { describe, expect, it } from "vitest"
import { moneyCells } from "./cells.ts"
import { claimOf } from "./claim.ts"
import { measureOf } from "./measure.ts"
import { content, table } from "./sample.ts"

const printed = table({
  unit: "triệu đồng",
  columns: ["all", "billions:tỷ đồng", "communes:xã"],
  rows: { A: [18_258, 18, 18_258], B: [0, null, 0], C: [18_259, 19, 1], D: [18_258, 3, 1] }
})

const find = (value: number, decimals: number, unit: string, most = 9) =>
  moneyCells(content([], [printed]))(claimOf(value, decimals, measureOf(unit), null, null), most).map(
    ({ value: amount, unit: of }) => `${amount} ${of}`
  )

describe("moneyCells", () => {
  it("finds the amounts that a claim can mean, in any unit of money, the smallest first", () => {
    expect(find(18.258, 3, "tỷ đồng")).toEqual(["18 tỷ đồng", "18258 triệu đồng", "18258 triệu đồng"])
    expect(find(19, 0, "tỷ đồng")).toEqual(["19 tỷ đồng"])
  })

  it("finds no more than it is asked for, no zeros and no counts", () => {
    expect(find(18.258, 3, "tỷ đồng", 1)).toEqual(["18 tỷ đồng"])
    expect(find(0, 0, "đồng")).toEqual([])
    expect(find(50, 0, "tỷ đồng")).toEqual([])
  })
})
