import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import { width } from "../parts/text.ts"
import { plan } from "../testing/sample.ts"
import { openCriteria } from "./criteria-list.ts"

const open = (query = "", room = 100) => openCriteria(plan.results, "61/KH-UBND", query, "vi", room)
const lines = (list: ReturnType<typeof open>) =>
  Array.from({ length: list.count }, (_, index) => plain(list.line(index, false)))

describe("the list of criteria", () => {
  it("shows every set under its heading with its average as stated", () => {
    const shown = lines(open())
    expect(shown).toHaveLength(8)
    expect(shown[0]).toMatch(/^Bộ tiêu chí quốc gia về xã NTM .*137 xã · 2\/2 tiêu chí$/)
    expect(shown[3]).toContain("1,5/2 tiêu chí ▲")
  })

  it("says how many units still miss a criterion, and marks a count beyond the units evaluated", () => {
    const shown = lines(open())
    expect(shown[4]).toMatch(/Giao thông .*105\/137 +32 xã$/)
    expect(shown[7]).toMatch(/Quy hoạch .*8\/7 +▲ \+1$/)
  })

  it("prints what the document prints where there is no count", () => {
    expect(lines(open())[5]).toMatch(/Thu nhập .* mờ +$/)
  })

  it("finds criteria without diacritics, below their sets", () => {
    const shown = lines(open("giao thong"))
    expect(shown).toHaveLength(4)
    expect(shown.filter((line) => line.includes("Giao thông"))).toHaveLength(2)
  })

  it("shows all of a set whose name is searched", () => {
    expect(lines(open("kieu mau")).map((line) => line.slice(0, 16).trim())).toEqual([
      "Bộ tiêu chí về x",
      "1  Giao thông",
      "2  Thu nhập"
    ])
  })

  it("fills exactly the width at any width", () => {
    for (const room of [60, 69, 70, 80, 120, 200])
      for (const line of lines(open("", room))) expect(width(line)).toBe(room)
  })

  it("sets the stated average beside the one that the lines give", () => {
    const detail = open().detail(6)
    expect(detail.title).toContain("huyện NTM")
    expect(detail.fields).toContainEqual({ label: "Bình quân văn bản ghi", text: "1/1" })
    expect(detail.fields.find((field) => field.label === "Bình quân tính lại")?.tone).toBe("good")
    expect(
      open()
        .detail(3)
        .fields.find((field) => field.label === "Bình quân tính lại")
    ).toEqual({
      label: "Bình quân tính lại",
      text: "0,8/2",
      tone: "bad"
    })
  })

  it("leads to the document and the appendix", () => {
    expect(open().detail(1).fields.at(-1)?.text).toBe("61/KH-UBND · Phụ lục 01 · 31/12/2024")
  })

  it("says so when the document publishes no results", () => {
    const list = openCriteria([], "61/KH-UBND", "", "vi", 80)
    expect([list.count, list.caption]).toEqual([0, "Văn bản này không công bố kết quả theo bộ tiêu chí."])
  })
})
