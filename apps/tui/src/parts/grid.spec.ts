import { describe, expect, it } from "vitest"
import { bar, gridHeader, gridLine, spread } from "./grid.ts"
import { plain } from "./line.ts"
import { width } from "./text.ts"

const columns = spread(
  [
    { title: "TT", width: 3, align: "right" },
    { title: "Nội dung", width: 5, grow: 2 },
    { title: "Ghi chú", width: 5, grow: 1 }
  ],
  40
)

describe("a grid", () => {
  it("fills the width to the last cell and shares what is left by weight", () => {
    expect(columns.map((column) => column.width)).toEqual([3, 20, 13])
    expect(width(plain(gridLine(columns, [{ text: "1" }, { text: "Quy hoạch" }, { text: "" }])))).toBe(40)
  })

  it("leaves columns at what they need where there is too little room", () => {
    expect(spread(columns, 10).map((column) => column.width)).toEqual([3, 20, 13])
  })

  it("wraps long titles inside their column, on the last lines of the header", () => {
    const header = gridHeader([{ title: "Vốn đầu tư công huyện, xã", width: 13 }], 3).map(plain)
    expect(header.map((line) => line.trimEnd())).toEqual(["Vốn đầu tư", "công huyện,", "xã"])
  })

  it("lets a short title stand on the line above the rows", () => {
    expect(gridHeader([{ title: "Đơn vị", width: 8 }], 2).map(plain)).toEqual(["        ", "Đơn vị  "])
  })

  it("draws a share so that full means all and empty means none", () => {
    expect(bar(1, 4)).toBe("████")
    expect(bar(0, 4)).toBe("░░░░")
    expect(bar(0.999, 4)).toBe("███▉")
    expect(bar(0.001, 4)).toBe("▏░░░")
    expect(bar(8 / 7, 4)).toBe("████")
  })
})
