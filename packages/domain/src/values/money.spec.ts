import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dong } from "./dong.ts"
import { formatMoney, parseMoney } from "./money.ts"
import { MoneyUnit } from "./money-unit.ts"

const of = (n: number) => Result.getOrThrow(dong(n))
const read = (...input: Parameters<typeof parseMoney>) => Result.getOrThrow(parseMoney(...input))
const reason = (...input: Parameters<typeof parseMoney>) =>
  Result.match(parseMoney(...input), { onSuccess: () => "read", onFailure: (e) => e.reason })

describe("parseMoney", () => {
  it.each([
    ["3.734,307 tỷ đồng", 3_734_307_000_000, 1_000_000, "tỷ đồng"],
    ["18.258 triệu", 18_258_000_000, 1_000_000, "triệu đồng"],
    ["18.258 tỷ", 18_258_000_000_000, 1_000_000_000, "tỷ đồng"],
    ["1.200 tỷ", 1_200_000_000_000, 1_000_000_000, "tỷ đồng"],
    ["12 tỷ 500 triệu", 12_500_000_000, 1_000_000, "triệu đồng"],
    ["12 tỷ 500,5 triệu đồng", 12_500_500_000, 100_000, "triệu đồng"],
    ["1 tỷ 2 triệu 3 nghìn 4 đồng", 1_002_003_004, 1, "đồng"],
    ["899.428.000.000 đồng", 899_428_000_000, 1, "đồng"],
    ["-2,5 tỷ", -2_500_000_000, 100_000_000, "tỷ đồng"],
    ["−2,5 tỷ", -2_500_000_000, 100_000_000, "tỷ đồng"],
    ["-2 tỷ 500 triệu", -2_500_000_000, 1_000_000, "triệu đồng"],
    ["(2,5) tỷ", -2_500_000_000, 100_000_000, "tỷ đồng"],
    ["(2,5 tỷ)", -2_500_000_000, 100_000_000, "tỷ đồng"],
    ["0,50 tỷ đồng", 500_000_000, 10_000_000, "tỷ đồng"],
    ["0 đồng", 0, 1, "đồng"],
    ["500 tr.đ", 500_000_000, 1_000_000, "triệu đồng"],
    ["12 tỷ đồng.", 12_000_000_000, 1_000_000_000, "tỷ đồng"],
    ["5.000đ", 5_000, 1, "đồng"],
    ["12\u00a0500\u00a0triệu", 12_500_000_000, 1_000_000, "triệu đồng"]
  ])("reads %j", (text, amount, precision, unit) => {
    expect(read(text)).toEqual({ amount, precision, unit })
    expect(read(text.normalize("NFD"))).toEqual({ amount, precision, unit })
  })
  it("uses the unit of the table only where the text names none", () => {
    expect(read("18.258", "triệu đồng").amount).toBe(18_258_000_000)
    expect(read("(18.258)", "triệu đồng").amount).toBe(-18_258_000_000)
    expect(read("18.258 tỷ", "triệu đồng").amount).toBe(18_258_000_000_000)
  })
  it.each([
    ["18.258", "unitMissing"],
    ["12 tỷ 500", "unitMissing"],
    ["1.23.456 đồng", "separators"],
    ["1,234.5 triệu", "separators"],
    ["1.23 tỷ", "separators"],
    ["70 triệu đồng/người/năm", "unitUnknown"],
    ["1,2 nghìn tỷ đồng", "unitUnknown"],
    ["5 xã", "unitUnknown"],
    ["12,5 đồng", "fraction"],
    ["1,2345678 triệu", "fraction"],
    ["1,0000000 triệu", "fraction"],
    ["9.007.199.254.740.992 đồng", "range"],
    ["10.000.000 tỷ", "range"],
    ["500 triệu 12 tỷ", "compound"],
    ["12 tỷ 1.500 triệu", "compound"],
    ["12 tỷ 1.000 triệu", "compound"],
    ["12,5 tỷ 500 triệu", "compound"],
    ["2 triệu 3 triệu", "compound"],
    ["", "empty"],
    ["()", "empty"],
    ["triệu đồng", "notANumber"],
    ["khoảng 12 tỷ", "notANumber"],
    ["- 12 tỷ", "notANumber"]
  ])("refuses %j: %s", (text, why) => {
    expect(reason(text)).toBe(why)
  })
  it("does not let the unit of the table fill in for the last part of a compound", () => {
    expect(reason("12 tỷ 500", "triệu đồng")).toBe("unitMissing")
  })
  it("reads the largest amount that is kept exactly", () => {
    expect(read("9.007.199.254.740.991 đồng").amount).toBe(Number.MAX_SAFE_INTEGER)
  })
  it("explains every refusal in both languages", () => {
    for (const text of ["", "x", "1.2 tỷ", "1", "1 xã", "1 triệu 1 tỷ", "0,5 đồng", "99.000.000 tỷ"]) {
      const { sentence } = Result.getOrThrow(Result.flip(parseMoney(text)))
      expect(sentence.vi).not.toBe("")
      expect(sentence.en).not.toBe(sentence.vi)
    }
  })
})

describe("formatMoney", () => {
  it("prints Vietnamese separators and the unit", () => {
    expect(formatMoney(of(3_734_307_000_000), { unit: "tỷ đồng" })).toBe("3.734,307 tỷ đồng")
    expect(formatMoney(of(18_258_000_000), { unit: "triệu đồng", withUnit: false })).toBe("18.258")
    expect(formatMoney(of(899_428_000_000), { unit: "đồng" })).toBe("899.428.000.000 đồng")
    expect(formatMoney(of(0), { unit: "tỷ đồng" })).toBe("0 tỷ đồng")
  })
  it("rounds half up, away from zero, to the decimals asked for", () => {
    expect(formatMoney(of(2_450_000_000), { unit: "tỷ đồng", decimals: 1 })).toBe("2,5 tỷ đồng")
    expect(formatMoney(of(-2_450_000_000), { unit: "tỷ đồng", decimals: 1 })).toBe("-2,5 tỷ đồng")
    expect(formatMoney(of(2_449_999_999), { unit: "tỷ đồng", decimals: 1 })).toBe("2,4 tỷ đồng")
    expect(formatMoney(of(1_000_000), { unit: "triệu đồng", decimals: 2 })).toBe("1,00 triệu đồng")
    expect(formatMoney(of(5), { unit: "đồng", decimals: 1 })).toBe("5,0 đồng")
  })
  it("refuses decimals that are none", () => {
    expect(() => formatMoney(of(5), { unit: "đồng", decimals: -1 })).toThrow(RangeError)
  })
  it("loses no đồng where no decimals are given", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...MoneyUnit.literals), (amount, unit) => {
        expect(read(formatMoney(of(amount), { unit })).amount).toBe(of(amount))
      })
    )
  })
  it("is off by no more than half of the precision that it prints", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 15), max: 10 ** 15 }),
        fc.constantFrom("triệu đồng" as const, "tỷ đồng" as const),
        fc.integer({ min: 0, max: 6 }),
        (amount, unit, decimals) => {
          const printed = read(formatMoney(of(amount), { unit, decimals }))
          expect(Math.abs(printed.amount - amount) * 2).toBeLessThanOrEqual(printed.precision)
        }
      )
    )
  })
})
