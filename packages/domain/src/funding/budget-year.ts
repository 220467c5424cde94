import { Day, daysBetween, roundHalfUp } from "../values/index.ts"

/** The first day of a budget year (niên độ ngân sách; Luật Ngân sách nhà nước 83/2015/QH13, điều 14). */
export const firstDayOf = (year: number): Day => Day.make(`${year}-01-01`)

/** The last day on which money of a budget year can be paid: 31 January of the next (Luật Đầu tư công 39/2019/QH14, điều 68). */
export const lastDayOf = (year: number): Day => Day.make(`${year + 1}-01-31`)

/** The day on whose units money of a year is shown unless another is asked for: the last of the year, or the day asked as of where that is earlier. */
export const boundariesOf = (year: number, asOf: Day): Day => {
  const end = Day.make(`${year}-12-31`)
  return asOf < end ? asOf : end
}

/** How much of the time in which money of a budget year can be paid has passed by the end of a day, in per cent at one decimal: 0 to 100. */
export const calendarPercent = (year: number, day: Day): number => {
  const all = daysBetween(firstDayOf(year), lastDayOf(year)) + 1
  const passed = daysBetween(firstDayOf(year), day) + 1
  return roundHalfUp((Math.min(Math.max(passed, 0), all) / all) * 100, 1)
}
