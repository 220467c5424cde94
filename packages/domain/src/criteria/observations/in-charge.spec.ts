import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { departmentsInCharge, isInCharge } from "./in-charge.ts"
import { fieldSources, ministryFields } from "./ministry-fields.ts"

const [then, now] = [Day.make("2025-02-28"), Day.make("2025-03-01")]

describe("who is in charge in a province of what sets put under ministries", () => {
  it.each([
    ["Bộ Y tế", ["Sở Y tế"], ["Sở Y tế"]],
    ["Bộ Nông nghiệp và PTNT", ["Sở Nông nghiệp và Phát triển nông thôn"], ["Sở Nông nghiệp và Môi trường"]],
    ["Bộ Giao thông vận tải", ["Sở Giao thông vận tải"], ["Sở Xây dựng"]],
    ["Sở Giao thông vận tải (Hải Phòng)", ["Sở Giao thông vận tải"], ["Sở Xây dựng"]],
    ["Sở Xây dựng (Hải Phòng)", ["Sở Xây dựng"], ["Sở Xây dựng"]],
    ["Bộ Nội vụ / Bộ Tư pháp", ["Sở Nội vụ", "Sở Tư pháp"], ["Sở Nội vụ", "Sở Tư pháp"]],
    ["Tổng cục Thống kê", ["Tổng cục Thống kê"], ["Tổng cục Thống kê"]],
    [
      "Bộ LĐ-TB&XH",
      ["Sở Lao động - Thương binh và Xã hội"],
      ["Sở Nội vụ", "Sở Nông nghiệp và Môi trường", "Sở Y tế", "Sở Giáo dục và Đào tạo"]
    ]
  ])("%s: before and since the reorganisation", (agency, before, since) => {
    expect(departmentsInCharge([agency], then)).toEqual(before)
    expect(departmentsInCharge([agency], now)).toEqual(since)
  })

  it("is named once, whoever names it, and under every name that it may bear", () => {
    expect(departmentsInCharge(["Bộ Nông nghiệp và PTNT", "Bộ Tài nguyên và Môi trường", "Sở Y tế"], now)).toEqual([
      "Sở Nông nghiệp và Môi trường",
      "Sở Y tế"
    ])
    expect(isInCharge("Sở Nông nghiệp và PTNT", ["Bộ Nông nghiệp và PTNT"], then)).toBe(true)
    expect(isInCharge("Sở Nông nghiệp và PTNT", ["Bộ Nông nghiệp và PTNT"], now)).toBe(false)
    expect(isInCharge("SỞ VĂN HÓA VÀ THỂ THAO", ["Bộ Văn hóa, Thể thao và Du lịch"], now)).toBe(true)
    expect(isInCharge("Sở Y tế", ["Bộ Xây dựng"], now)).toBe(false)
    expect(isInCharge("Sở Y tế", [], now)).toBe(false)
  })

  it("is somebody on every day: what ends is followed on the next day, and the table says what it follows", () => {
    for (const { ministries } of ministryFields)
      for (const day of [then, now])
        expect([ministries[0], departmentsInCharge([ministries[0]], day).length > 0]).toEqual([ministries[0], true])
    expect(fieldSources.map(({ document }) => document).join()).toContain("45/2025/NĐ-CP")
    // No ministry stands in two rows: which department it is would depend on their order.
    const names = ministryFields.flatMap(({ ministries }) => ministries)
    expect(new Set(names).size).toBe(names.length)
  })
})
