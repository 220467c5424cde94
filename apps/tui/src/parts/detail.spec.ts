import { describe, expect, it } from "vitest"
import { detailLines } from "./detail.ts"
import { plain } from "./line.ts"
import { width } from "./text.ts"

const detail = {
  title: "huyện Cát Hải · Vốn đầu tư công",
  fields: [
    { label: "Số tiền", text: "896.210 triệu đồng" },
    { label: "Nguồn vốn", text: "Vốn đầu tư công" },
    { label: "Nơi ghi", text: "dòng 8\ncột total" }
  ]
}

describe("a detail pane", () => {
  it("sets short fields close together and gives longer ones air", () => {
    expect(detailLines(detail, 60).map((line) => plain(line).trimEnd())).toEqual([
      "huyện Cát Hải · Vốn đầu tư công",
      "",
      "Số tiền              896.210 triệu đồng",
      "Nguồn vốn            Vốn đầu tư công",
      "",
      "Nơi ghi              dòng 8",
      "                     cột total"
    ])
  })

  it("wraps inside any width", () => {
    for (const room of [20, 36, 80])
      for (const line of detailLines(detail, room)) expect(width(plain(line))).toBeLessThanOrEqual(room)
  })
})
