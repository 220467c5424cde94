import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import { width } from "../parts/text.ts"
import { plan } from "../testing/sample.ts"
import { columnsInView, openFunding } from "./funding-list.ts"

const open = ({ column = 0, query = "", room = 100 } = {}) =>
  openFunding(plan.tables, plan.findings, "61/KH-UBND", { column, table: 0 }, query, "vi", room)

describe("the table of resources", () => {
  it("prints amounts in the unit of the document, blank cells as a dash", () => {
    expect(plain(open().line(1, false)).trim().split(/ {2,}/)).toEqual([
      "huyện Thủy Nguyên",
      "4.896.210",
      "896.210",
      "895.767",
      "–",
      "3.000.000"
    ])
    expect(open().caption).toContain("ĐVT: triệu đồng")
  })

  it("marks the cell that a finding doubts, not those that it contradicts, by a sign and not by colour alone", () => {
    const marked = open()
      .line(2, false)
      .filter((part) => part.text.includes("▲"))
    expect(marked.map((part) => [part.text.trim(), part.tone])).toEqual([["▲ 896.210", "bad"]])
    expect(plain(open().line(1, false))).not.toContain("▲")
  })

  it("scrolls hidden columns into view with the chosen one, whole columns only", () => {
    expect(open({ room: 60 }).header.map(plain).join(" ")).not.toContain("nhân dân")
    expect(open({ room: 60, column: 5 }).header.map(plain).join(" ")).toContain("nhân dân")
    expect(columnsInView(5, 6, 43)).toEqual({ first: 3, shown: 3 })
    expect(columnsInView(0, 6, 10)).toEqual({ first: 0, shown: 1 })
  })

  it("says which columns are hidden to the left and right", () => {
    expect(open({ room: 60 }).caption).toContain("cột 1/6 ›")
    expect(open({ room: 60, column: 3 }).caption).toContain("‹ cột 4/6 ›")
    expect(open({ room: 60, column: 5 }).caption).toMatch(/‹ cột 6\/6 ·/)
  })

  it("puts the cursor on the unit and the chosen cell", () => {
    const chosen = open({ column: 1 })
      .line(2, true)
      .filter((part) => part.chosen)
    expect(chosen.map((part) => part.text.trim())).toEqual(["huyện Cát Hải", "▲ 896.210"])
  })

  it("explains the chosen cell below the table, with the finding where there is one", () => {
    expect(plain(open({ column: 1 }).foot(2))).toBe(
      "huyện Cát Hải · Vốn đầu tư công – tổng: 896.210 triệu đồng ▲ Cộng ngang không khớp, lệch +896.210 triệu đồng"
    )
    expect(plain(open().foot(2))).toBe("huyện Cát Hải · Tổng cộng: 1.001.013 triệu đồng")
  })

  it("opens a cell with its amount in tỷ, its document, and what is doubted about it", () => {
    const { fields, title } = open({ column: 1 }).detail(2)
    expect(title).toBe("huyện Cát Hải · Vốn đầu tư công – tổng")
    expect(fields[0]?.text).toBe("896.210 triệu đồng = 896,21 tỷ đồng")
    expect(fields.find((field) => field.label === "Nguồn")?.text).toContain("61/KH-UBND · Phụ lục 02")
    expect(fields.map((field) => field.text)).toContain("trùng dòng trên, huyện Thủy Nguyên")
    expect(open({ column: 3 }).detail(2).fields[0]?.text).toBe("ô để trống")
  })

  it("searches units without diacritics and fills no more than the width", () => {
    expect(open({ query: "thuy nguyen" }).count).toBe(1)
    expect(open({ query: "khong co" }).count).toBe(0)
    for (const room of [50, 80, 140]) expect(width(plain(open({ room }).line(0, false)))).toBeLessThanOrEqual(room)
  })

  it("says so when the document has no table", () => {
    expect(openFunding([], [], "61/KH-UBND", { column: 0, table: 0 }, "", "vi", 80).caption).toBe(
      "Văn bản này không có bảng nguồn lực."
    )
  })
})
