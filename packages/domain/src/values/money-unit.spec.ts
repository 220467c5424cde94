import { describe, expect, it } from "vitest"
import { MoneyUnit, moneyUnitExponent, moneyUnitOf } from "./money-unit.ts"

const spellings: Record<MoneyUnit, ReadonlyArray<string>> = {
  đồng: ["đồng", "Đồng", "đ", "₫", "VND", "VNĐ", "vnđ", "đồng Việt Nam", "ĐVT: đồng", "(đồng)", "dong"],
  "nghìn đồng": [
    "nghìn đồng",
    "ngàn đồng",
    "Nghìn đồng",
    "1.000 đồng",
    "1.000 đ",
    "1.000đ",
    "1000 đồng",
    "1000đ",
    "ĐVT: 1.000 đồng",
    "nghìn"
  ],
  "triệu đồng": [
    "triệu đồng",
    "Triệu",
    "triệu",
    "ĐVT: tr.đ",
    "trđ",
    "tr.đ",
    "Tr. đồng",
    "Đơn vị tính: triệu đồng",
    "Đơn vị: triệu đồng",
    "(ĐVT: Triệu đồng)",
    "triệu VNĐ",
    "1.000.000 đồng",
    "  triệu   đồng ",
    "trieu dong",
    "triệu đồng.",
    "TRIỆU ĐỒNG"
  ],
  "tỷ đồng": ["tỷ", "tỉ đồng", "tỷ đồng", "Tỷ đồng", "tỷ VND", "tỷ đ", "đơn vị tính : tỷ đồng", "1.000.000.000 đồng"]
}

describe("moneyUnitOf", () => {
  it.each(MoneyUnit.literals)("reads every spelling of %s, composed or decomposed", (unit) => {
    for (const text of spellings[unit]) {
      expect([text, moneyUnitOf(text)]).toEqual([text, unit])
      expect([text, moneyUnitOf(text.normalize("NFD"))]).toEqual([text, unit])
    }
  })
  it.each([
    "triệu đồng/người/năm",
    "tỷ đồng/xã",
    "nghìn tỷ đồng",
    "xã",
    "%",
    "",
    "tr",
    "d",
    "m²",
    "triệu người",
    "đồng/kg",
    "1.000",
    "huyện",
    "đơn vị tính"
  ])("does not take %j for a unit of money", (text) => {
    expect(moneyUnitOf(text)).toBeUndefined()
  })
})

describe("moneyUnitExponent", () => {
  it("is the power of ten of one unit in đồng", () => {
    expect(MoneyUnit.literals.map(moneyUnitExponent)).toEqual([0, 3, 6, 9])
  })
})
