import { Schema } from "effect"
import { addDays, Day, dayOf, daysInMonth, formatDay } from "./day.ts"

/** Years that documents of the programme can name; a number outside it is a count, not a year. */
export const PeriodYear = Schema.Int.check(Schema.isBetween({ minimum: 1900, maximum: 2199 }))

/** Nothing ends before the first day that can be written. */
export const FIRST_DAY = "0001-01-01"

const Ordered = { message: "Ngày kết thúc trước ngày bắt đầu · The end comes before the start" } as const

/**
 * A stretch of time as documents name it. What was written is kept (quý IV is not "1/10 to 31/12"), its first and
 * last day follow from it.
 */
export const Period = Schema.Union([
  Schema.TaggedStruct("Day", { day: Day }),
  Schema.TaggedStruct("Month", {
    year: PeriodYear,
    month: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 12 }))
  }),
  Schema.TaggedStruct("Quarter", { year: PeriodYear, quarter: Schema.Literals([1, 2, 3, 4]) }),
  /** 6 tháng đầu năm (1), 6 tháng cuối năm (2). */
  Schema.TaggedStruct("Half", { year: PeriodYear, half: Schema.Literals([1, 2]) }),
  Schema.TaggedStruct("Year", { year: PeriodYear }),
  /** Giai đoạn: both years included. */
  Schema.TaggedStruct("Years", { from: PeriodYear, to: PeriodYear }).check(
    Schema.makeFilter(({ from, to }) => from <= to, Ordered)
  ),
  /** Both days included. */
  Schema.TaggedStruct("Window", { from: Day, to: Day }).check(Schema.makeFilter(({ from, to }) => from <= to, Ordered)),
  /** "Trước ngày X": the day itself is too late. */
  Schema.TaggedStruct("Before", { day: Day.check(Schema.makeFilter((day) => day > FIRST_DAY)) }),
  /** "Đến (hết) ngày X", "chậm nhất ngày X": the day itself is in time. */
  Schema.TaggedStruct("Until", { day: Day }),
  /** "Từ ngày X": the day itself is included, no end is named. */
  Schema.TaggedStruct("From", { day: Day })
])
export type Period = typeof Period.Type

const firstOf = (year: number, month: number): Day | null => dayOf(year, month, 1) ?? null
const lastOf = (year: number, month: number): Day | null => dayOf(year, month, daysInMonth(year, month)) ?? null

/** First day of the period; `null` where it is open at the start ("trước …", "đến …"). */
export const periodStart = (period: Period): Day | null => {
  switch (period._tag) {
    case "Day":
    case "From":
      return period.day
    case "Month":
      return firstOf(period.year, period.month)
    case "Quarter":
      return firstOf(period.year, period.quarter * 3 - 2)
    case "Half":
      return firstOf(period.year, period.half * 6 - 5)
    case "Year":
      return firstOf(period.year, 1)
    case "Years":
      return firstOf(period.from, 1)
    case "Window":
      return period.from
    case "Before":
    case "Until":
      return null
  }
}

/** Last day that still belongs to the period ("trước 15/02/2025" ends on 14/02/2025); `null` for "từ …". */
export const periodEnd = (period: Period): Day | null => {
  switch (period._tag) {
    case "Day":
    case "Until":
      return period.day
    case "Before":
      return addDays(period.day, -1)
    case "Month":
      return lastOf(period.year, period.month)
    case "Quarter":
      return lastOf(period.year, period.quarter * 3)
    case "Half":
      return lastOf(period.year, period.half * 6)
    case "Year":
      return lastOf(period.year, 12)
    case "Years":
      return lastOf(period.to, 12)
    case "Window":
      return period.to
    case "From":
      return null
  }
}

const roman = { 1: "I", 2: "II", 3: "III", 4: "IV" } as const
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
] as const

const inVietnamese = (period: Period): string => {
  switch (period._tag) {
    case "Day":
      return formatDay(period.day)
    case "Month":
      return `tháng ${period.month}/${period.year}`
    case "Quarter":
      return `quý ${roman[period.quarter]}/${period.year}`
    case "Half":
      return `6 tháng ${period.half === 1 ? "đầu" : "cuối"} năm ${period.year}`
    case "Year":
      return `năm ${period.year}`
    case "Years":
      return `giai đoạn ${period.from}-${period.to}`
    case "Window":
      return `từ ${formatDay(period.from)} đến ${formatDay(period.to)}`
    case "Before":
      return `trước ngày ${formatDay(period.day)}`
    case "Until":
      return `đến hết ngày ${formatDay(period.day)}`
    case "From":
      return `từ ngày ${formatDay(period.day)}`
  }
}

const inEnglish = (period: Period): string => {
  switch (period._tag) {
    case "Day":
      return formatDay(period.day)
    case "Month":
      return `${monthNames[period.month - 1] ?? period.month} ${period.year}`
    case "Quarter":
      return `Q${period.quarter} ${period.year}`
    case "Half":
      return `${period.half === 1 ? "first" : "second"} half of ${period.year}`
    case "Year":
      return String(period.year)
    case "Years":
      return `${period.from}–${period.to}`
    case "Window":
      return `${formatDay(period.from)} to ${formatDay(period.to)}`
    case "Before":
      return `before ${formatDay(period.day)}`
    case "Until":
      return `by ${formatDay(period.day)}`
    case "From":
      return `from ${formatDay(period.day)}`
  }
}

/** "quý IV/2025", "từ 16/06/2025 đến 25/06/2025". `parsePeriod` reads every Vietnamese form back. */
export const formatPeriod = (period: Period, language: "vi" | "en"): string =>
  language === "vi" ? inVietnamese(period) : inEnglish(period)
