import { describe, expect, it } from "vitest"
import { figure } from "../testing/facts.ts"
import { headlines } from "./headlines.ts"

describe("the headline figures", () => {
  const total = figure("all", "Tổng số xã", 137)
  const advanced = figure("advanced", "Xã NTM nâng cao", 137, { outOf: 137 })

  it("count units out of a whole, given as a number or by the figure that states it", () => {
    const model = figure("model", "Xã NTM kiểu mẫu", 104, { outOf: "all" })
    expect(headlines([total, advanced, model], "2024-12-31").map(({ count, whole }) => `${count}/${whole}`)).toEqual([
      "137/137",
      "104/137"
    ])
  })

  it("leave out restatements, other days, other things counted, and wholes that are not numbers", () => {
    const others = [
      figure("again", "Nhắc lại", 137, { outOf: 137, restates: "advanced" }),
      figure("later", "Sau sắp xếp", 45, { outOf: 77, asOf: "2025-02" }),
      figure("lines", "Chỉ tiêu", 6, { outOf: 8, unit: "chỉ tiêu" }),
      figure("lost", "Mất", 6, { outOf: "nowhere" })
    ]
    expect(headlines(others, "2024-12-31")).toEqual([])
  })

  it("are three at most", () => {
    const many = Array.from({ length: 5 }, (_, index) => figure(`f${index}`, "Xã", index, { outOf: 9 }))
    expect(headlines(many, null)).toHaveLength(3)
  })
})
