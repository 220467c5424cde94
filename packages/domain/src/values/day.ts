import { Result, Schema } from "effect"
import { type Bilingual, bothLanguages, quoted } from "./bilingual.ts"
import { foldVietnamese } from "./text.ts"

/** Days are counted in the proleptic Gregorian calendar, years 0001 to 9999. Nothing here asks what day it is today. */

const printedIso = /^(\d{4})-(\d{2})-(\d{2})$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Number of days of the month (1–12); 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0)

const exists = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) &&
  year >= 1 &&
  year <= 9999 &&
  Number.isInteger(day) &&
  day >= 1 &&
  day <= daysInMonth(year, month)

const isRealDay = (text: string): boolean => {
  const [, year, month, day] = printedIso.exec(text) ?? []
  return exists(Number(year), Number(month), Number(day))
}

/** A calendar day, `YYYY-MM-DD`, without a time zone: the day that a document prints. Impossible days are refused. */
export const Day = Schema.String.check(
  Schema.isPattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    message: "Ngày phải viết theo dạng năm-tháng-ngày (2025-03-05) · A day must be written year-month-day (2025-03-05)",
    toJsonSchema: () => ({ format: "date" })
  }).abort(),
  Schema.makeFilter(
    (text: string) =>
      isRealDay(text) || `Ngày ${quoted(text)} không có trong lịch · The day ${quoted(text)} is not in the calendar`
  )
).pipe(Schema.brand("Day"))
export type Day = typeof Day.Type

/** Whether the text is a day in the form `YYYY-MM-DD`. */
export const isDay = (text: string): text is Day => isRealDay(text)

/** Why a text is not a day: not written as one, or not in the calendar. */
export class DayError extends Schema.TaggedError<DayError>()("DayError", {
  reason: Schema.Literals(["form", "impossible"]),
  text: Schema.String
}) {
  get sentence(): Bilingual {
    const text = quoted(this.text)
    switch (this.reason) {
      case "form":
        return { vi: `${text} không phải là ngày (viết như 05/3/2025)`, en: `${text} is not a day (write 05/03/2025)` }
      case "impossible":
        return { vi: `Ngày ${text} không có trong lịch`, en: `The day ${text} is not in the calendar` }
    }
  }
  override get message() {
    return bothLanguages(this.sentence)
  }
}

/** The day with these numbers, or `undefined` if the calendar has none. */
export const dayOf = (year: number, month: number, day: number): Day | undefined => {
  const pad = (n: number, length: number) => String(n).padStart(length, "0")
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return isDay(text) ? text : undefined
}

const dayShapes = [
  /^(?:ngay )?(?<day>\d{1,2})([/.-])(?<month>\d{1,2})\2(?<year>\d{4})$/,
  /^(?:ngay )?(?<day>\d{1,2}) thang (?<month>\d{1,2}) nam (?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/
]

/**
 * Reads "05/3/2025", "5-3-2025", "ngày 05 tháng 3 năm 2025", "2025-03-05".
 *
 * **Details** Day before month, always. Fails with "form" for anything else (two-digit years among them) and with
 * "impossible" for 31/6 or 29/02/2023.
 */
export const parseDay = (text: string): Result.Result<Day, DayError> => {
  const folded = foldVietnamese(text)
  for (const shape of dayShapes) {
    const groups = shape.exec(folded)?.groups
    if (groups === undefined) continue
    const day = dayOf(Number(groups["year"]), Number(groups["month"]), Number(groups["day"]))
    return day === undefined ? Result.fail(new DayError({ reason: "impossible", text })) : Result.succeed(day)
  }
  return Result.fail(new DayError({ reason: "form", text }))
}

/** "05/03/2025". */
export const formatDay = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

const MILLISECONDS = 86_400_000

const epoch = Day.make("1970-01-01")

/** Days since 1970-01-01. */
const serial = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS

/** The day `days` later (earlier if negative). Throws a RangeError outside the years 0001–9999 and for fractions. */
export const addDays = (day: Day, days: number): Day => {
  const moment = new Date((serial(day) + days) * MILLISECONDS)
  const shifted = Number.isInteger(days)
    ? dayOf(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate())
    : undefined
  if (shifted === undefined) {
    throw new RangeError(
      `Không có ngày cách ${formatDay(day)} ${days} ngày · No day lies ${days} days from ${formatDay(day)}`
    )
  }
  return shifted
}

/** How many days `to` lies after `from`; negative if before. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from)

const numberOf = new Map<Day, number>()
const dayOfNumber = new Map<number, Day>()

/** Days since 1970-01-01; remembered, since facts of a nation are about a few thousand days. */
export const dayNumber = (day: Day): number => {
  const known = numberOf.get(day) ?? serial(day)
  numberOf.set(day, known)
  return known
}

/** The day that a number of `dayNumber` stands for. */
export const dayAt = (number: number): Day => {
  const known = dayOfNumber.get(number) ?? addDays(epoch, number)
  dayOfNumber.set(number, known)
  return known
}

/** −1, 0 or 1, earlier days first. */
export const compareDays = (a: Day, b: Day): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** 1 (thứ Hai, Monday) to 7 (Chủ nhật, Sunday), as ISO 8601 numbers them. */
export const dayOfWeek = (day: Day): number => ((((serial(day) + 3) % 7) + 7) % 7) + 1
