import { describe, expect, it } from "vitest"
import { figure } from "../testing/facts.ts"
import { figureText } from "./figure-text.ts"

describe("a figure as printed", () => {
  it("has its decimals, its unit and what loosens it", () => {
    expect(figureText(figure("km", "", 800.7, { decimals: 2, unit: "km", qualifier: "khoảng" }))).toBe(
      "khoảng 800,70 km"
    )
  })

  it("keeps the printed form where that matters, a range, a word, and a blank", () => {
    expect(figureText(figure("a", "", 18.258, { decimals: 3, printed: "18.258", unit: "tỷ đồng" }))).toBe(
      "18.258 tỷ đồng"
    )
    expect(figureText(figure("b", "", 80, { valueMax: 90, unit: "%" }))).toBe("80–90 %")
    expect(figureText(figure("c", "", 0, { value: "Đạt", unit: null }))).toBe("Đạt")
    expect(figureText(figure("d", "", 0, { value: null, unit: null }))).toBe("–")
  })
})
