import { type Day, dayOf, daysInMonth } from "../values/index.ts"

/** The day so many months later; the last of a month that is shorter. */
export const monthsAfter = (day: Day, months: number): Day => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const count = month - 1 + months
  const [inYear, inMonth] = [year + Math.floor(count / 12), (count % 12) + 1]
  return dayOf(inYear, inMonth, Math.min(date, daysInMonth(inYear, inMonth))) ?? day
}
