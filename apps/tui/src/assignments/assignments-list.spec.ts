import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import { plan } from "../testing/sample.ts"
import { openAssignments } from "./assignments-list.ts"

const open = (query = "", lang: "vi" | "en" = "vi") =>
  openAssignments(plan.assignments, plan.asOf, "61/KH-UBND", query, lang, 110)

describe("the list of assignments", () => {
  it("keeps the order by due day and says how each stands on the day", () => {
    const lines = [0, 1, 2, 3].map((index) => plain(open().line(index, false)))
    expect(lines[0]).toMatch(/^20\/04\/2025 +quá 51 ngày +1\.2 +Các địa phương/)
    expect(lines[2]).toMatch(/^16\/06\/2025 +còn 6 ngày +2 +Lấy ý kiến/)
    expect(lines[3]).toMatch(/^– +không ghi hạn +I +Đánh giá/)
    expect(open().caption).toBe("Phân công, xếp theo hạn; tính đến ngày 10/06/2025")
  })

  it("counts days in English too", () => {
    expect(plain(open("", "en").line(0, false))).toContain("51 days past")
  })

  it("finds by agency, number or task, without diacritics", () => {
    expect(open("so nong nghiep").count).toBe(1)
    expect(open("1.2.a").count).toBe(1)
    expect(open("bao cao").count).toBe(4)
    expect(open("khong thay").count).toBe(0)
  })

  it("opens all that the document says of a task, with the task it belongs to", () => {
    const fields = Object.fromEntries(
      open()
        .detail(1)
        .fields.map((field) => [field.label, field.text])
    )
    expect(fields).toMatchObject({
      "Tình trạng": "đã qua hạn · quá 51 ngày",
      Hạn: "20/04/2025",
      "Tiến độ như in": "trước 20/4/2025",
      "Chủ trì": "UBND các huyện",
      "Phối hợp": "UBND các huyện",
      "Sản phẩm": "Báo cáo kết quả",
      "Thuộc nhiệm vụ": "1.2. Các địa phương báo cáo kết quả",
      Nguồn: "61/KH-UBND · Phụ lục 03"
    })
  })

  it("says what is not stated instead of leaving it out", () => {
    const fields = Object.fromEntries(
      open()
        .detail(3)
        .fields.map((field) => [field.label, field.text])
    )
    expect(fields).toMatchObject({
      "Chủ trì": "không ghi",
      "Tiến độ như in": "không ghi",
      "Tình trạng": "không ghi hạn"
    })
    expect(fields).not.toHaveProperty("Hạn")
  })
})
