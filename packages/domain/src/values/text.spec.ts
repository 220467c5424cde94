import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareNumbered, compareVietnamese, foldVietnamese, matchesFolded } from "./text.ts"

describe("foldVietnamese", () => {
  it("drops case, diacritics and extra white space", () => {
    expect(foldVietnamese("  Thủy \t Nguyên\u00a0")).toBe("thuy nguyen")
    expect(foldVietnamese("ĐỒ SƠN đường Ưu ợ ẫ")).toBe("do son duong uu o a")
  })
  it("folds composed and decomposed text, and both places of the tone mark, alike", () => {
    expect(foldVietnamese("Kiến Thụy".normalize("NFD"))).toBe(foldVietnamese("Kiến Thuỵ".normalize("NFC")))
  })
  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldVietnamese(foldVietnamese(text))).toBe(foldVietnamese(text))
      }),
      { numRuns: 2_000 }
    )
  })
  it("is the same for both normal forms of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldVietnamese(text.normalize("NFD"))).toBe(foldVietnamese(text.normalize("NFC")))
      })
    )
  })
})

describe("compareVietnamese", () => {
  it("sorts by the Vietnamese alphabet", () => {
    expect(["Đồ Sơn", "Em", "Dương Kinh", "Ân Thi", "An Lão", "Ăn"].sort(compareVietnamese)).toEqual([
      "An Lão",
      "Ăn",
      "Ân Thi",
      "Dương Kinh",
      "Đồ Sơn",
      "Em"
    ])
  })
})

describe("compareNumbered", () => {
  it("takes the numbers in a number for numbers", () => {
    expect(["10", "1.10", "1.2.đ", "2", "1.2", "1.2.a", "1.2.d"].sort(compareNumbered)).toEqual([
      "1.2",
      "1.2.a",
      "1.2.d",
      "1.2.đ",
      "1.10",
      "2",
      "10"
    ])
  })
})

describe("matchesFolded", () => {
  it("finds every word of the query at the beginning of some word", () => {
    expect(matchesFolded("thuy ngu", "Thành phố Thủy Nguyên")).toBe(true)
    expect(matchesFolded("nguyên thủy", "Thành phố Thủy Nguyên")).toBe(true)
    expect(matchesFolded("61/kh", "61/KH-UBND")).toBe(true)
    expect(matchesFolded("Thuỵ", "Kiến Thủy")).toBe(true)
  })
  it("does not find the middle of a word, nor a query of which one word is missing", () => {
    expect(matchesFolded("guyen", "Thủy Nguyên")).toBe(false)
    expect(matchesFolded("thuy lao", "Thủy Nguyên")).toBe(false)
  })
  it("matches everything by an empty query", () => {
    expect(matchesFolded(" / ", "An Lão")).toBe(true)
  })
})
