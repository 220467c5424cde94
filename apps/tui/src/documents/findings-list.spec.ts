import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import { plan } from "../testing/sample.ts"
import { openFindings } from "./findings-list.ts"

const open = (query = "", lang: "vi" | "en" = "vi") => openFindings(plan.findings, query, lang, 140)

describe("the list of findings", () => {
  it("puts errors before warnings, each with both numbers and the signed difference", () => {
    const [first, second] = [0, 1].map((index) => plain(open().line(index, false)).trim().split(/ {2,}/))
    expect(first).toEqual([
      "▲",
      "huyện Cát Hải · Vốn đầu tư công – tổng",
      "Cộng ngang không khớp",
      "896.210",
      "0",
      "+896.210",
      "triệu đồng"
    ])
    expect(second?.slice(0, 1)).toEqual(["△"])
    expect(second?.slice(-4)).toEqual(["81", "80,355", "+0,645", "%"])
  })

  it("searches places, sentences and causes without diacritics", () => {
    expect(open("lam tron").count).toBe(1)
    expect(open("cat hai").count).toBe(1)
  })

  it("opens a finding with its numbers, its cause and every place", () => {
    const { fields, title } = open().detail(0)
    expect(title).toBe("▲ huyện Cát Hải: ghi 896.210, cộng được 0")
    expect(fields.map((field) => field.label)).toEqual([
      "Văn bản ghi",
      "Tính ra",
      "Chênh lệch",
      "Có thể do",
      "Nơi ghi 1",
      "Nơi ghi 2"
    ])
    expect(fields[4]?.text).toBe(
      "61/KH-UBND · huyện Cát Hải · Vốn đầu tư công – tổng: 896.210 triệu đồng\nbảng appendix-02-funding, dòng 3, cột investment\nappendix-02-funding.json → /rows/2/investment"
    )
  })

  it("speaks English when asked", () => {
    expect(open("", "en").detail(1).title).toBe("△ 634 of 789 works is 80 %, not 81 %")
  })

  it("says that there is nothing to show", () => {
    expect(openFindings([], "", "vi", 80).caption).toBe("Không có phát hiện nào.")
  })
})
