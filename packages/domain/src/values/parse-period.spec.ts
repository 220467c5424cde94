import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parsePeriod } from "./parse-period.ts"

const read = (text: string) => Result.getOrThrow(parsePeriod(text))
const reason = (text: string) =>
  Result.match(parsePeriod(text), { onSuccess: (p) => JSON.stringify(p), onFailure: (e) => e.reason })

const quarter = (n: number) => ({ _tag: "Quarter", year: 2025, quarter: n })
const november = { _tag: "Month", year: 2025, month: 11 }
const window = (from: string, to: string) => ({ _tag: "Window", from, to })
const june = window("2025-06-16", "2025-06-25")

describe("parsePeriod", () => {
  it.each([
    ["Quý IV/2025", quarter(4)],
    ["quý I/2025", quarter(1)],
    ["trong quý I/2025", quarter(1)],
    ["Quý 3/2025", quarter(3)],
    ["quý II năm 2025", quarter(2)],
    ["QUÝ III / 2025", quarter(3)],
    ["T11/2025", november],
    ["tháng 11/2025", november],
    ["tháng 11 năm 2025", november],
    ["11/2025", november],
    ["Trong tháng 11/2025", november],
    ["2025-11", november],
    ["2025-06", { _tag: "Month", year: 2025, month: 6 }],
    ["6 tháng đầu năm 2025", { _tag: "Half", year: 2025, half: 1 }],
    ["6 tháng cuối năm 2025", { _tag: "Half", year: 2025, half: 2 }],
    ["06 tháng đầu năm 2025", { _tag: "Half", year: 2025, half: 1 }],
    ["năm 2025", { _tag: "Year", year: 2025 }],
    ["2025", { _tag: "Year", year: 2025 }],
    ["2021-2025", { _tag: "Years", from: 2021, to: 2025 }],
    ["2021 – 2025", { _tag: "Years", from: 2021, to: 2025 }],
    ["giai đoạn 2021-2025", { _tag: "Years", from: 2021, to: 2025 }],
    ["từ năm 2021 đến năm 2025", { _tag: "Years", from: 2021, to: 2025 }],
    ["30/06/2025", { _tag: "Day", day: "2025-06-30" }],
    ["ngày 30 tháng 6 năm 2025", { _tag: "Day", day: "2025-06-30" }],
    ["2024-12-31", { _tag: "Day", day: "2024-12-31" }]
  ])("reads %j as a stretch of the calendar", (text, period) => {
    expect(read(text)).toEqual(period)
    expect(read(text.normalize("NFD"))).toEqual(period)
  })
  it.each([
    ["trước 15/02/2025", { _tag: "Before", day: "2025-02-15" }],
    ["trước ngày 30/4/2025", { _tag: "Before", day: "2025-04-30" }],
    ["hoàn thành trước 30/4/2025", { _tag: "Before", day: "2025-04-30" }],
    ["chậm nhất trước ngày 30/4/2025", { _tag: "Before", day: "2025-04-30" }],
    ["trước quý II/2025", { _tag: "Before", day: "2025-04-01" }],
    ["đến ngày 30/6/2025", { _tag: "Until", day: "2025-06-30" }],
    ["đến hết ngày 30/6/2025", { _tag: "Until", day: "2025-06-30" }],
    ["đến 30-6-2025", { _tag: "Until", day: "2025-06-30" }],
    ["chậm nhất 30/6/2025", { _tag: "Until", day: "2025-06-30" }],
    ["Chậm nhất là ngày 30/6/2025", { _tag: "Until", day: "2025-06-30" }],
    ["chậm nhất đến ngày 30/6/2025", { _tag: "Until", day: "2025-06-30" }],
    ["hết quý III/2025", { _tag: "Until", day: "2025-09-30" }],
    ["đến năm 2030", { _tag: "Until", day: "2030-12-31" }],
    ["từ ngày 01/6/2025", { _tag: "From", day: "2025-06-01" }],
    ["kể từ 1-6-2025", { _tag: "From", day: "2025-06-01" }],
    ["từ 6-2025", { _tag: "From", day: "2025-06-01" }],
    ["từ tháng 6/2025 trở đi", { _tag: "From", day: "2025-06-01" }]
  ])("reads %j as an open end, keeping whether the day itself is in time", (text, period) => {
    expect(read(text)).toEqual(period)
  })
  it.each([
    ["từ 16/6/2025 đến 25/6/2025", june],
    ["từ ngày 16/6/2025 đến hết ngày 25/6/2025", june],
    ["16/6/2025 – 25/6/2025", june],
    ["16/6/2025-25/6/2025", june],
    ["2025-06-16 - 2025-06-25", june],
    ["16-6-2025 — 25-6-2025", june],
    ["16/6 – 25/6/2025", june],
    ["16.6 - 25.6.2025", june],
    ["16-25/6/2025", june],
    ["từ ngày 16 đến ngày 25 tháng 6 năm 2025", june],
    ["từ ngày 16 tháng 6 đến ngày 25 tháng 6 năm 2025", june],
    ["từ tháng 3 đến tháng 6/2025", window("2025-03-01", "2025-06-30")],
    ["tháng 11-12/2025", window("2025-11-01", "2025-12-31")],
    ["từ quý II đến quý III/2025", window("2025-04-01", "2025-09-30")],
    ["từ tháng 11/2024 đến 15/02/2025", window("2024-11-01", "2025-02-15")],
    ["16/6/2025 - 16/6/2025", window("2025-06-16", "2025-06-16")]
  ])("reads %j as a window, both ends included", (text, period) => {
    expect(read(text)).toEqual(period)
  })
  it.each([
    "31/6/2025",
    "29/02/2023",
    "trước 31/6/2025",
    "từ 16/6/2025 đến 31/6/2025",
    "30/2/2025 – 3/3/2025",
    "tháng 13/2025",
    "T0/2025",
    "quý V/2025",
    "Quý 5/2025",
    "2025-13",
    "trước 01/01/0001"
  ])("refuses %j: it is in no calendar", (text) => {
    expect(reason(text)).toBe("impossible")
  })
  it.each([
    "từ 25/6/2025 đến 16/6/2025",
    "2025-2021",
    "giai đoạn 2025-2021",
    "25-16/6/2025",
    "từ quý III đến quý II/2025"
  ])("refuses %j: it ends before it starts", (text) => {
    expect(reason(text)).toBe("order")
  })
  it.each([
    "",
    "sớm",
    "kịp thời",
    "ngay",
    "3355",
    "năm 25",
    "30/4/2025 – (ngày kết thúc không đọc được)",
    "thập niên 80-90",
    "trước",
    "từ",
    "quý/2025",
    "9 tháng năm 2025",
    "1-2-3-2025"
  ])("does not take %j for a time", (text) => {
    expect(reason(text)).toBe("form")
  })
  it("answers any text with a period or a reason, never by throwing", () => {
    const word = fc.constantFrom(
      "từ",
      "đến",
      "hết",
      "trước",
      "ngày",
      "tháng",
      "quý",
      "năm",
      "IV",
      "6",
      "31/2/2025",
      "16/6",
      "2025",
      "-",
      "–",
      "/",
      "2021-2025",
      "giai đoạn"
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const result = parsePeriod(words.join(" "))
        expect(Result.isSuccess(result) || result.failure.sentence.vi !== "").toBe(true)
      }),
      { numRuns: 2_000 }
    )
  })
  it("does not search a paragraph", () => {
    const begin = Date.now()
    expect(reason("1 - ".repeat(1_000_000))).toBe("form")
    expect(Date.now() - begin).toBeLessThan(200)
  })
})
