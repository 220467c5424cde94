import { describe, expect, it } from "vitest"
import { proofAnnex } from "./annex.ts"
import { annexDocument } from "./annex-document.ts"
import { prove } from "./prove.ts"
import { provingOn } from "./testing/province.ts"

const annexOn = (day: string, lang: "vi" | "en" = "vi"): string => {
  const proof = prove(provingOn(day))
  if (proof === null) throw new Error("nothing is proved")
  return proofAnnex(proof, lang)
}

describe("a proof as an annex", () => {
  it("tells unit, set, day, moment in Việt Nam, verdict and hash", () => {
    const text = annexOn("2025-01-14")
    expect(text).toContain("**Đơn vị:** thành phố Hải Phòng (mã 31)")
    expect(text).toContain("**Đánh giá vào ngày:** 14/01/2025")
    expect(text).toContain("07:00:00 01/03/2025 (giờ Việt Nam; 2025-03-01T00:00:00.000Z)")
    expect(text).toContain("**Kết quả: Chưa đạt** (0/2 tiêu chí)")
    expect(text).toContain(
      "**Độ tin cậy:** quy tắc: 1 đã đọc trong nguồn, 1 theo trí nhớ, chưa đối chiếu nguồn, 1 chưa biết; 1 số liệu là số minh họa"
    )
    expect(text).toMatch(/Mã băm SHA-256: `[0-9a-f]{64}`/)
  })

  it("tells each indicator with its rule, threshold and why, decision and how sure it is", () => {
    const text = annexOn("2025-01-14")
    expect(text).toContain("- **2. Tỷ lệ hài lòng: Chưa đạt**")
    expect(text).toContain("Vì sao: 88,9 %, chưa đạt mức ≥ 90 %: còn thiếu 1,1 % (1,2 %)")
    expect(text).toContain("Mức áp dụng: 65 % – Mức cho vùng DBSH")
    expect(text).toContain("Văn bản: 321/QĐ-TTg ngày 08/03/2022 (ban hành) (đến 14/01/2025)")
    expect(text).toContain("Độ tin cậy của quy tắc: theo trí nhớ, chưa đối chiếu nguồn")
  })

  it("tells what amends the set from the day on which it holds", () => {
    const amended = "Sửa đổi: 125/QĐ-TTg, khoản 2 Điều 1; có hiệu lực từ 15/01/2025; liên quan: 2"
    expect(annexOn("2025-01-14")).not.toContain("125/QĐ-TTg")
    expect(annexOn("2025-01-15")).toContain(amended)
  })

  it("tells values with document, place and hash of the paper; marks what is illustrative and what is missing", () => {
    const text = annexOn("2025-01-14")
    expect(text).toContain("văn bản 61/KH-UBND, Phụ lục 01, dòng 8; người ghi: Sở Nông nghiệp; bieu.pdf (SHA-256 abab")
    expect(text).toMatch(/\| Tổng số hộ \| 1\.000 hộ \| 31\/12\/2024 \| đã duyệt; SỐ MINH HỌA;/)
    expect(text).toContain("| Thực hiện quy chế dân chủ | chưa có |  | chưa ai báo cáo |")
  })

  it("writes what is attested as yes and no, and takes the day of a value from its record where judging did not need it", () => {
    const proof = prove(provingOn("2025-01-14"))
    if (proof === null) throw new Error("nothing is proved")
    const told = (value: number) =>
      annexDocument(
        {
          ...proof,
          values: proof.values.map((one) => ({ ...one, day: null, value: one.value === null ? value : one.value }))
        },
        "vi"
      ).values.map(([name, amount, day]) => [name, amount, day])
    expect(told(1)).toContainEqual(["Thực hiện quy chế dân chủ", "có", ""])
    expect(told(0)).toContainEqual(["Thực hiện quy chế dân chủ", "không", ""])
    expect(told(1)).toContainEqual(["Tổng số hộ", "1.000 hộ", "31/12/2024"])
  })

  it("tells of each line its values and what each was held against", () => {
    const proof = prove(provingOn("2025-01-14"))
    const lines = proof === null ? [] : annexDocument(proof, "vi").sets[0].groups.flatMap((group) => group.lines)
    expect(lines.map(({ asked, name, values }) => [name, values, asked])).toEqual([
      ["1. Tỷ lệ hộ sử dụng nước sạch", ["64,1 % (31/12/2024)"], ["≥ 65 %: Mức cho vùng DBSH"]],
      ["2. Tỷ lệ hài lòng", ["88,9 % (31/12/2024)"], ["≥ 90 %: Mức cho mọi đơn vị"]],
      ["2b. Quy chế dân chủ", ["chưa có"], []]
    ])
  })

  it("speaks English where it is asked to", () => {
    expect(annexOn("2025-01-15", "en")).toContain("- **2. Tỷ lệ hài lòng: Met**")
    expect(annexOn("2025-01-15", "en")).toContain("in force from 15/01/2025")
  })
})
