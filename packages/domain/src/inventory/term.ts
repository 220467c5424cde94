import { Day, dayOf, daysInMonth } from "../values/index.ts"

/**
 * How long a certificate of an OCOP product holds where the entry does not say until when.
 *
 * **Details** As remembered of the programme's rules, not read from their text: `confidence` says so wherever it shows.
 */
export const ocopTerm = {
  months: 36,
  source: "148/QĐ-TTg (2023), 1489/QĐ-TTg (2024)",
  confidence: "recalled"
} as const

/** The corresponding day so many months after a day; the last one of the month where that is too short. */
export const monthsAfter = (day: Day, months: number): Day => {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
  return dayOf(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))) ?? Day.make("9999-12-31")
}

/** The last day of a certificate that was given on a day. */
export const lastDayOf = (given: Day, until: Day | null): Day => until ?? monthsAfter(given, ocopTerm.months)
