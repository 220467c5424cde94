import { describe, expect, it } from "vitest"
import { comparable, measureOf } from "./measure.ts"

const money = (exponent: number, exact = false) => ({ dimension: "money", exponent, exact })

describe("measureOf", () => {
  it.each([
    ["đồng", 0, true],
    ["VNĐ", 0, true],
    ["Việt Nam đồng", 0, true],
    ["nghìn đồng", 3, false],
    ["1.000 đồng", 3, false],
    ["ngàn đồng", 3, false],
    ["triệu đồng", 6, false],
    ["Tr.đ", 6, false],
    ["trđ", 6, false],
    ["ĐVT: Triệu đồng", 6, false],
    ["(Đơn vị tính: triệu đồng)", 6, false],
    ["tỷ", 9, false],
    ["tỉ đồng", 9, false],
    ["nghìn tỷ đồng", 12, false]
  ])("reads “%s” as money at 10^%i", (unit, exponent, exact) => {
    expect(measureOf(unit)).toEqual(money(exponent, exact))
  })

  it("reads a unit in decomposed letters as in composed ones", () => {
    expect(measureOf("triệu đồng".normalize("NFD"))).toEqual(money(6))
  })

  it.each([
    ["ha", "area", 4],
    ["km²", "area", 6],
    ["nghìn ha", "area", 7],
    ["m³", "volume", 3],
    ["triệu m³", "volume", 9],
    ["km", "length", 3],
    ["tấn", "mass", 3],
    ["%", "percent", 0],
    ["điểm %", "percent", 0]
  ])("reads “%s” as %s at 10^%i, rounded", (unit, dimension, exponent) => {
    expect(measureOf(unit)).toEqual({ dimension, exponent, exact: false })
  })

  it.each(["xã", "hộ, cá nhân, tổ chức", "công trình", "xã/phường", "hợp đồng", "tỷ lệ", ""])(
    "counts “%s”, exactly",
    (unit) => {
      expect(measureOf(unit)).toEqual({ dimension: "count", exponent: 0, exact: true })
    }
  )

  it("counts thousands of people, but rounded", () => {
    expect(measureOf("nghìn người")).toEqual({ dimension: "count", exponent: 3, exact: false })
    expect(measureOf("triệu USD")).toEqual({ dimension: "count", exponent: 6, exact: false })
  })

  it("keeps the scale of a rate's numerator, so that triệu đồng/người and nghìn đồng/người compare", () => {
    expect(measureOf("triệu đồng/người/năm")).toEqual({ dimension: "rate", exponent: 6, exact: false })
    expect(measureOf("tiêu chí/xã")).toEqual({ dimension: "rate", exponent: 0, exact: false })
  })
})

describe("comparable", () => {
  it("compares within one dimension only", () => {
    expect(comparable(measureOf("tỷ đồng"), measureOf("triệu đồng"))).toBe(true)
    expect(comparable(measureOf("tỷ đồng"), measureOf("xã"))).toBe(false)
    expect(comparable(measureOf("triệu đồng"), measureOf("triệu USD"))).toBe(false)
    expect(comparable(measureOf("%"), measureOf("xã"))).toBe(false)
  })
})
