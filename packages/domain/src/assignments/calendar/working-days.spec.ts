import { describe, expect, it } from "vitest"
import fc from "fast-check"
import { addDays, Day, daysBetween } from "../../values/index.ts"
import { checkCalendar } from "./check-calendar.ts"
import type { CalendarDay, WorkCalendar } from "./work-calendar.ts"
import { addWorkingDays, isWorkingDay, nextWorkingDay, periodEndsOn, workingDaysBetween } from "./working-days.ts"

const day = Day.make
const holidays = {
  newYear: { vi: "Tết Dương lịch", en: "New Year" },
  lunarNewYear: { vi: "Tết Âm lịch", en: "Lunar New Year" },
  hungKings: { vi: "Giỗ Tổ", en: "Hùng Kings" },
  reunification: { vi: "30/4", en: "30 April" },
  labour: { vi: "1/5", en: "1 May" },
  nationalDay: { vi: "Quốc khánh", en: "National Day" }
}
const off = (text: string, holiday: CalendarDay["holiday"], kind: CalendarDay["kind"] = "holiday"): CalendarDay => ({
  day: day(text),
  kind,
  holiday,
  source: "thông báo",
  confidence: "recalled"
})

/** 2025 as it was announced. */
const calendar: WorkCalendar = {
  from: day("2025-01-01"),
  to: day("2025-12-31"),
  holidays,
  days: [
    off("2025-01-01", "newYear"),
    ...["27", "28", "29", "30", "31"].map((date) => off(`2025-01-${date}`, "lunarNewYear")),
    off("2025-04-07", "hungKings"),
    off("2025-04-26", "reunification", "worked"),
    off("2025-04-30", "reunification"),
    off("2025-05-01", "labour"),
    off("2025-05-02", "reunification", "swapped"),
    off("2025-09-01", "nationalDay"),
    off("2025-09-02", "nationalDay")
  ]
}

describe("working days", () => {
  it("are Monday to Friday but for holidays, and the Saturday worked instead", () => {
    const works = (text: string) => isWorkingDay(calendar, day(text))
    expect(["2025-04-25", "2025-04-26", "2025-04-27", "2025-04-29", "2025-04-30", "2025-05-02"].map(works)).toEqual([
      true,
      true,
      false,
      true,
      false,
      false
    ])
  })

  it("are counted from the day after: ten of them over Tết take sixteen days and more", () => {
    expect(addWorkingDays(calendar, day("2025-01-20"), 10)).toBe("2025-02-10")
    expect(addWorkingDays(calendar, day("2025-01-24"), 1)).toBe("2025-02-03")
    expect(addWorkingDays(calendar, day("2025-05-01"), 0)).toBe("2025-05-05")
    expect(() => addWorkingDays(calendar, day("2025-01-20"), -1)).toThrow(RangeError)
  })

  it("of a period of calendar days move its end to the next of them, never before", () => {
    const ends = (from: string, days: number) => periodEndsOn(calendar, day(from), { days, count: "calendar" })
    // Fifteen days of public consultation from 1 June: the first day is not counted.
    expect(ends("2025-06-01", 15)).toBe("2025-06-16")
    expect(ends("2025-04-15", 15)).toBe("2025-05-05")
    expect(ends("2025-08-22", 10)).toBe("2025-09-03")
  })
})

const anyDay = fc.integer({ min: 0, max: 364 }).map((at) => addDays(day("2025-01-01"), at))
const anyCalendar = fc.uniqueArray(anyDay, { maxLength: 60 }).map((days): WorkCalendar => ({
  ...calendar,
  days: days.map((one) => ({ ...off("2025-01-01", "newYear"), day: one }))
}))

describe("the law of periods", () => {
  it("is that a holiday never shortens one, however many there are", () => {
    const length = fc.record({
      days: fc.integer({ min: 0, max: 40 }),
      count: fc.constantFrom("working", "calendar")
    })
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, length, (some, from, more, asked) => {
        const ends = periodEndsOn(some, from, asked)
        const fewer = { ...some, days: some.days.filter((one) => one.day !== more) }
        expect(ends >= addDays(from, asked.days)).toBe(true)
        expect(ends >= periodEndsOn(fewer, from, asked)).toBe(true)
        expect(isWorkingDay(some, ends)).toBe(true)
      })
    )
  })

  it("is that adding working days and counting them undo each other", () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 60 }), (some, from, days) => {
        const to = addWorkingDays(some, from, days)
        expect(workingDaysBetween(some, from, to)).toBe(days)
        expect(workingDaysBetween(some, from, addDays(to, -1))).toBe(days - 1)
        expect(daysBetween(from, nextWorkingDay(some, from))).toBeGreaterThanOrEqual(0)
      })
    )
  })
})

describe("a calendar", () => {
  const wrong = (...days: ReadonlyArray<CalendarDay>) =>
    checkCalendar({ ...calendar, days: [...calendar.days, ...days] }).map(({ path, reason }) => [path, reason.vi])

  it("that was announced is found right", () => {
    expect(checkCalendar(calendar)).toEqual([])
  })

  it("is refused with the place of what cannot be", () => {
    expect(wrong(off("2025-04-30", "reunification"))).toEqual([
      ["days[13].day", "ngày 30/04/2025 có hai lần"],
      ["days", "30/4 năm 2025 có 2 ngày, phải là 1"]
    ])
    expect(wrong(off("2025-05-03", "labour", "inLieu"))).toEqual([
      ["days[13].day", "ngày 03/05/2025 vốn là ngày nghỉ hằng tuần"],
      ["days", "năm 2025 có 0 ngày lễ trùng ngày nghỉ hằng tuần nhưng 1 ngày nghỉ bù"]
    ])
    expect(wrong(off("2026-05-04", "labour", "worked"))[0]).toEqual(["days[13].day", "ngày 04/05/2026 ngoài lịch"])
  })
})
