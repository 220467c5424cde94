import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, Day } from "./day.ts"
import { parsePeriod } from "./parse-period.ts"
import { formatPeriod, Period, periodEnd, periodStart } from "./period.ts"

const day = (text: string) => Day.make(text)
const anyDay = fc.integer({ min: 1, max: 3_652_058 }).map((n) => addDays(day("0001-01-01"), n))
const anyYear = fc.integer({ min: 1900, max: 2199 })

const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  anyDay.map((d) => ({ _tag: "Day" as const, day: d })),
  fc.record({ _tag: fc.constant("Month" as const), year: anyYear, month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ _tag: fc.constant("Quarter" as const), year: anyYear, quarter: fc.constantFrom(1, 2, 3, 4) }),
  fc.record({ _tag: fc.constant("Half" as const), year: anyYear, half: fc.constantFrom(1, 2) }),
  anyYear.map((year) => ({ _tag: "Year" as const, year })),
  fc.tuple(anyYear, anyYear).map(([a, b]) => ({ _tag: "Years" as const, from: Math.min(a, b), to: Math.max(a, b) })),
  fc.tuple(anyDay, anyDay).map(([a, b]) => ({ _tag: "Window" as const, from: a < b ? a : b, to: a < b ? b : a })),
  fc.record({ _tag: fc.constantFrom("Before" as const, "Until" as const, "From" as const), day: anyDay })
)

describe("periodStart and periodEnd", () => {
  it.each<[Period, string | null, string | null]>([
    [{ _tag: "Day", day: day("2025-06-30") }, "2025-06-30", "2025-06-30"],
    [{ _tag: "Month", year: 2024, month: 2 }, "2024-02-01", "2024-02-29"],
    [{ _tag: "Quarter", year: 2025, quarter: 3 }, "2025-07-01", "2025-09-30"],
    [{ _tag: "Half", year: 2025, half: 1 }, "2025-01-01", "2025-06-30"],
    [{ _tag: "Half", year: 2025, half: 2 }, "2025-07-01", "2025-12-31"],
    [{ _tag: "Year", year: 2025 }, "2025-01-01", "2025-12-31"],
    [{ _tag: "Years", from: 2021, to: 2025 }, "2021-01-01", "2025-12-31"],
    [{ _tag: "Window", from: day("2025-06-16"), to: day("2025-06-25") }, "2025-06-16", "2025-06-25"],
    [{ _tag: "Before", day: day("2025-03-01") }, null, "2025-02-28"],
    [{ _tag: "Until", day: day("2025-06-30") }, null, "2025-06-30"],
    [{ _tag: "From", day: day("2025-06-01") }, "2025-06-01", null]
  ])("of %j", (period, start, end) => {
    expect([periodStart(period), periodEnd(period)]).toEqual([start, end])
  })
  it("never end before they start", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const [start, end] = [periodStart(period), periodEnd(period)]
        expect(start === null || end === null || start <= end).toBe(true)
      })
    )
  })
})

describe("formatPeriod", () => {
  it.each<[Period, string, string]>([
    [{ _tag: "Day", day: day("2025-06-30") }, "30/06/2025", "30/06/2025"],
    [{ _tag: "Month", year: 2025, month: 11 }, "tháng 11/2025", "November 2025"],
    [{ _tag: "Quarter", year: 2025, quarter: 4 }, "quý IV/2025", "Q4 2025"],
    [{ _tag: "Half", year: 2025, half: 1 }, "6 tháng đầu năm 2025", "first half of 2025"],
    [{ _tag: "Half", year: 2025, half: 2 }, "6 tháng cuối năm 2025", "second half of 2025"],
    [{ _tag: "Year", year: 2025 }, "năm 2025", "2025"],
    [{ _tag: "Years", from: 2021, to: 2025 }, "giai đoạn 2021-2025", "2021–2025"],
    [
      { _tag: "Window", from: day("2025-06-16"), to: day("2025-06-25") },
      "từ 16/06/2025 đến 25/06/2025",
      "16/06/2025 to 25/06/2025"
    ],
    [{ _tag: "Before", day: day("2025-02-15") }, "trước ngày 15/02/2025", "before 15/02/2025"],
    [{ _tag: "Until", day: day("2025-06-30") }, "đến hết ngày 30/06/2025", "by 30/06/2025"],
    [{ _tag: "From", day: day("2025-06-01") }, "từ ngày 01/06/2025", "from 01/06/2025"]
  ])("prints %j in both languages", (period, vi, en) => {
    expect([formatPeriod(period, "vi"), formatPeriod(period, "en")]).toEqual([vi, en])
  })
  it("prints a form that is read back as the same period", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(formatPeriod(period, "vi"))).toEqual(Result.succeed(period))
      }),
      { numRuns: 1_000 }
    )
  })
})

describe("Period", () => {
  const accepts = Schema.is(Period)
  it("takes every period that can be read", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(accepts(period)).toBe(true)
      })
    )
  })
  it("refuses an end before its start, a thirteenth month and a fifth quarter", () => {
    expect(accepts({ _tag: "Window", from: "2025-06-25", to: "2025-06-16" })).toBe(false)
    expect(accepts({ _tag: "Years", from: 2025, to: 2021 })).toBe(false)
    expect(accepts({ _tag: "Month", year: 2025, month: 13 })).toBe(false)
    expect(accepts({ _tag: "Quarter", year: 2025, quarter: 5 })).toBe(false)
    expect(accepts({ _tag: "Before", day: "0001-01-01" })).toBe(false)
  })
})
