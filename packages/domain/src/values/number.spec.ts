import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatNumber, parseVietnameseNumber, readAsDecimalPoint } from "./number.ts"

const read = (text: string) => Result.getOrThrow(parseVietnameseNumber(text))
const reason = (text: string) =>
  Result.match(parseVietnameseNumber(text), { onSuccess: () => "read", onFailure: (e) => e.reason })

describe("parseVietnameseNumber", () => {
  it.each([
    ["3.734,307", 3734.307, 3],
    ["18.258", 18258, 0],
    ["12 500", 12500, 0],
    ["12\u00a0500\u00a0000,5", 12500000.5, 1],
    ["12\u202f500", 12500, 0],
    ["899428", 899428, 0],
    ["05", 5, 0],
    ["80,40", 80.4, 2],
    ["-2,5", -2.5, 1],
    ["−2,5", -2.5, 1],
    ["+7", 7, 0],
    ["0,001", 0.001, 3],
    [" 137 ", 137, 0]
  ])("reads %j", (text, value, decimals) => {
    expect(read(text)).toEqual({ value, decimals })
  })
  it.each([
    "1.23.456",
    "1,234.5",
    "1.23",
    "0.123",
    "12.5",
    "1.2345",
    "1..234",
    ",5",
    "5,",
    "1,2,3",
    "1.234 567",
    "1234.567",
    "1  234"
  ])("refuses the separators of %j", (text) => {
    expect(reason(text)).toBe("separators")
  })
  it.each(["137 xã", "abc", "–", "- 5", "--5", "5-", "1e5", "Infinity", "٣"])(
    "does not take %j for a number",
    (text) => {
      expect(reason(text)).toBe("notANumber")
    }
  )
  it("says that a blank is missing, not zero", () => {
    expect(reason(" \u00a0")).toBe("empty")
  })
  it("refuses more than 15 significant digits, and keeps 15", () => {
    expect(read("999.999.999.999.999").value).toBe(999999999999999)
    expect(reason("1.000.000.000.000.000")).toBe("tooPrecise")
    expect(reason("0,1234567890123456")).toBe("tooPrecise")
    expect(read("0,000000123456789012345").decimals).toBe(21)
  })
  it("never reads minus zero", () => {
    expect(Object.is(read("-0,0").value, 0)).toBe(true)
  })
  it("explains itself in both languages and cuts a long text", () => {
    const failure = Result.getOrThrow(Result.flip(parseVietnameseNumber("x".repeat(10_000))))
    expect(failure.sentence.vi).toContain("không phải là số")
    expect(failure.message).toContain(" · ")
    expect(failure.message.length).toBeLessThan(300)
  })
  it("reads back what formatNumber prints", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
        fc.integer({ min: 0, max: 6 }),
        (n, decimals) => {
          const value = Number(`${n}e-${decimals}`)
          expect(read(formatNumber(value, decimals))).toEqual({ value, decimals })
        }
      )
    )
  })
})

describe("formatNumber", () => {
  it("prints dots between thousands and a comma before the decimals", () => {
    expect(formatNumber(3734.307, 3)).toBe("3.734,307")
    expect(formatNumber(1234567, 0)).toBe("1.234.567")
    expect(formatNumber(999, 0)).toBe("999")
    expect(formatNumber(-1234.5, 2)).toBe("-1.234,50")
  })
  it("rounds half up and carries", () => {
    expect(formatNumber(1.005, 2)).toBe("1,01")
    expect(formatNumber(999.95, 1)).toBe("1.000,0")
    expect(formatNumber(-0.5, 0)).toBe("-1")
  })
  it("prints no minus before a zero", () => {
    expect(formatNumber(-0.04, 1)).toBe("0,0")
  })
  it("prints all that the number has where no decimals are given", () => {
    expect(formatNumber(0.05)).toBe("0,05")
    expect(formatNumber(1e21)).toBe("1.000.000.000.000.000.000.000")
  })
  it("refuses NaN rather than print it", () => {
    expect(() => formatNumber(Number.NaN, 1)).toThrow(RangeError)
  })
})

describe("readAsDecimalPoint", () => {
  it("gives the other reading of a dot and of a comma", () => {
    expect(readAsDecimalPoint("18.258")).toEqual({ value: 18.258, decimals: 3 })
    expect(readAsDecimalPoint("18,258")).toEqual({ value: 18258, decimals: 0 })
    expect(readAsDecimalPoint("1,234.50")).toEqual({ value: 1234.5, decimals: 2 })
    expect(readAsDecimalPoint("-0.5")).toEqual({ value: -0.5, decimals: 1 })
  })
  it.each(["3.734,307", "1.234.567", "137", "3,5", "", "1.", "0,123", "1.2345678901234567"])(
    "has none for %j",
    (text) => {
      expect(readAsDecimalPoint(text)).toBeUndefined()
    }
  )
})
