import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays,
  compareDays,
  Day,
  dayOf,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  formatDay,
  isDay,
  parseDay
} from "./day.ts"

const of = (text: string) => Day.make(text)
const reason = (text: string) => Result.match(parseDay(text), { onSuccess: () => "read", onFailure: (e) => e.reason })
const anyDay = fc.integer({ min: 0, max: 3_652_058 }).map((n) => addDays(of("0001-01-01"), n))
const decode = Schema.decodeUnknownResult(Day)

describe("Day", () => {
  it.each(["2025-06-31", "2023-02-29", "1900-02-29", "2025-04-31", "0000-01-01"])(
    "refuses %s, saying so in both languages",
    (text) => {
      const { message } = Result.getOrThrow(Result.flip(decode(text)))
      expect(message).toContain("không có trong lịch")
      expect(message).toContain("not in the calendar")
      expect(isDay(text)).toBe(false)
    }
  )
  it.each(["2025-6-1", "05/03/2025", "2025-13-01", "2025-01-00", "2025-01-01T00:00:00Z", ""])(
    "refuses the form of %j",
    (text) => {
      expect(Result.getOrThrow(Result.flip(decode(text))).message).toContain("năm-tháng-ngày")
    }
  )
  it.each(["2024-02-29", "2000-02-29", "2025-12-31", "0001-01-01", "9999-12-31"])("takes %s", (text) => {
    expect(decode(text)).toEqual(Result.succeed(text))
  })
  it("is a date to the partners that read the API's description", () => {
    expect(JSON.stringify(Schema.toJsonSchemaDocument(Day))).toContain(`"format":"date"`)
  })
})

describe("parseDay", () => {
  it.each([
    "05/3/2025",
    "5/3/2025",
    "05/03/2025",
    "5-3-2025",
    "05.3.2025",
    "ngày 05 tháng 3 năm 2025",
    "Ngày 5 tháng 3 năm 2025",
    "ngày 05/3/2025",
    "2025-03-05",
    " 05/3/2025 ",
    "ngày 05 tháng 3 năm 2025".normalize("NFD")
  ])("reads %j", (text) => {
    expect(parseDay(text)).toEqual(Result.succeed("2025-03-05"))
  })
  it.each(["31/6/2025", "29/02/2023", "12/25/2025", "00/01/2025", "2025-06-31", "ngày 30 tháng 2 năm 2024"])(
    "refuses %j as impossible",
    (text) => {
      expect(reason(text)).toBe("impossible")
    }
  )
  it.each(["5/3/25", "5/3", "05/3-2025", "tháng 3 năm 2025", "", "sớm", "2025/03/05"])(
    "does not take %j for a day",
    (text) => {
      expect(reason(text)).toBe("form")
    }
  )
  it("reads back what formatDay prints, and the stored form", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatDay(day))).toEqual(Result.succeed(day))
        expect(parseDay(day)).toEqual(Result.succeed(day))
      })
    )
  })
})

describe("formatDay", () => {
  it("prints day, month, year", () => {
    expect(formatDay(of("2025-03-05"))).toBe("05/03/2025")
  })
})

describe("reckoning with days", () => {
  it("crosses months, years and leap days", () => {
    expect(addDays(of("2024-02-28"), 1)).toBe("2024-02-29")
    expect(addDays(of("2023-02-28"), 1)).toBe("2023-03-01")
    expect(addDays(of("2025-01-01"), -1)).toBe("2024-12-31")
    expect(addDays(of("2024-01-01"), 366)).toBe("2025-01-01")
    expect(addDays(of("0099-12-31"), 1)).toBe("0100-01-01")
    expect(daysBetween(of("2025-03-05"), of("2025-04-30"))).toBe(56)
  })
  it("counts back what it added", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -100_000, max: 100_000 }), (day, n) => {
        fc.pre(daysBetween(of("0001-01-01"), day) + n >= 0 && daysBetween(day, of("9999-12-31")) >= n)
        expect(daysBetween(day, addDays(day, n))).toBe(n)
        expect(addDays(addDays(day, n), -n)).toBe(day)
        expect(compareDays(day, addDays(day, n))).toBe(n > 0 ? -1 : n < 0 ? 1 : 0)
      })
    )
  })
  it("refuses to leave the calendar, and fractions of days", () => {
    expect(() => addDays(of("9999-12-31"), 1)).toThrow(RangeError)
    expect(() => addDays(of("0001-01-01"), -1)).toThrow(RangeError)
    expect(() => addDays(of("2025-01-01"), 0.5)).toThrow(RangeError)
    expect(() => addDays(of("2025-01-01"), 1e300)).toThrow(RangeError)
  })
  it("knows the day of the week, on both sides of 1970", () => {
    expect(dayOfWeek(of("2025-03-05"))).toBe(3)
    expect(dayOfWeek(of("1945-09-02"))).toBe(7)
    expect(dayOfWeek(of("1970-01-01"))).toBe(4)
    expect(dayOfWeek(of("1969-12-29"))).toBe(1)
  })
  it("knows the lengths of months", () => {
    expect([
      daysInMonth(2024, 2),
      daysInMonth(2100, 2),
      daysInMonth(2000, 2),
      daysInMonth(2025, 6),
      daysInMonth(2025, 13)
    ]).toEqual([29, 28, 29, 30, 0])
  })
  it("makes a day from numbers, or none", () => {
    expect(dayOf(2025, 3, 5)).toBe("2025-03-05")
    expect(dayOf(2025, 6, 31)).toBeUndefined()
    expect(dayOf(2025, 1.5, 1)).toBeUndefined()
    expect(dayOf(12345, 1, 1)).toBeUndefined()
  })
})
