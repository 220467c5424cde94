import { describe, expect, it } from "vitest"
import { error, warning } from "../testing/sample.ts"
import { amount, bySeverity, expectedName, placeWords, signed } from "./finding-words.ts"

describe("the words of a finding", () => {
  it("print a difference with its sign, and none for no difference", () => {
    expect([signed(2775, "triệu đồng"), signed(-443, "triệu đồng"), signed(0, "xã")]).toEqual([
      "+2.775 triệu đồng",
      "−443 triệu đồng",
      "0 xã"
    ])
  })

  it("keep three decimals, and more only where nothing would be left", () => {
    expect([amount(80.354879, "%"), amount(3734.307, "tỷ đồng"), amount(0.0004, "ha"), amount(12, "")]).toEqual([
      "80,355 %",
      "3.734,307 tỷ đồng",
      "0,0004 ha",
      "12"
    ])
  })

  it("call the other number what it is: computed, or stated elsewhere", () => {
    expect(expectedName("columnSum").vi).toBe("Tính ra")
    expect(expectedName("sameQuantity").vi).toBe("Nơi khác ghi")
  })

  it("name a place in the text by its section and a cell by its row and column, counted from 1", () => {
    expect(placeWords(warning.places[0], "vi")).toEqual({
      where: "61/KH-UBND, mục I.2 · Công trình đã hoàn thành: 634 công trình",
      cell: "",
      file: "figures.json → /17"
    })
    expect(placeWords(error.places[0], "en").cell).toBe("table appendix-02-funding, row 3, column investment")
  })

  it("put errors first and keep the order otherwise", () => {
    const second = { ...error, id: "second" }
    expect(bySeverity([warning, error, second]).map((finding) => finding.id)).toEqual([error.id, "second", warning.id])
  })
})
