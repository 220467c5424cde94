import { type Day, dayOfWeek, formatDay } from "../../values/index.ts"
import { type DataProblem, problem } from "../data-problem.ts"
import { type CalendarDay, HolidayKey, type WorkCalendar } from "./work-calendar.ts"

const isRest = (day: Day): boolean => dayOfWeek(day) > 5

/** Days of each holiday by điều 112 of the Labour Code in force in the year: until 2020 there was one day of Quốc khánh. */
const wanted = (holiday: HolidayKey, year: number): number =>
  holiday === "lunarNewYear" ? 5 : holiday === "nationalDay" && year >= 2021 ? 2 : 1

const dayProblems = (one: CalendarDay, at: number, calendar: WorkCalendar): ReadonlyArray<DataProblem> => {
  const path = `days[${at}].day`
  const said = formatDay(one.day)
  const found: Array<DataProblem> = []
  if (one.day < calendar.from || one.day > calendar.to)
    found.push(problem(path, `ngày ${said} ngoài lịch`, `${one.day} lies outside the calendar`))
  if ((one.kind === "inLieu" || one.kind === "swapped") && isRest(one.day))
    found.push(problem(path, `ngày ${said} vốn là ngày nghỉ hằng tuần`, `${one.day} is a day of rest anyway`))
  if (one.kind === "worked" && !isRest(one.day))
    found.push(problem(path, `ngày ${said} vốn là ngày làm việc`, `${one.day} is a working day anyway`))
  return found
}

/**
 * What is wrong with a calendar: a day twice or outside it, days in lieu on days of rest, days worked that are worked anyway, a year whose
 * holidays are not as many as the law gives, days in lieu that are not as many as holidays on days of rest, swaps without a day worked.
 */
export const checkCalendar = (calendar: WorkCalendar): ReadonlyArray<DataProblem> => {
  const found: Array<DataProblem> = []
  if (calendar.to < calendar.from)
    found.push(problem("to", "lịch kết thúc trước khi bắt đầu", "the calendar ends before it begins"))
  const seen = new Set<Day>()
  for (const [at, one] of calendar.days.entries()) {
    found.push(...dayProblems(one, at, calendar))
    if (seen.has(one.day))
      found.push(problem(`days[${at}].day`, `ngày ${formatDay(one.day)} có hai lần`, `${one.day} stands twice`))
    seen.add(one.day)
  }
  for (let year = Number(calendar.from.slice(0, 4)); year <= Number(calendar.to.slice(0, 4)); year += 1) {
    const inYear = calendar.days.filter(({ day }) => day.startsWith(`${year}-`))
    const counted = (kind: CalendarDay["kind"], holiday?: HolidayKey) =>
      inYear.filter((one) => one.kind === kind && (holiday === undefined || one.holiday === holiday))
    for (const holiday of HolidayKey.literals) {
      const [there, law] = [counted("holiday", holiday).length, wanted(holiday, year)]
      if (there !== law) {
        const { vi, en } = calendar.holidays[holiday]
        found.push(
          problem(
            "days",
            `${vi} năm ${year} có ${there} ngày, phải là ${law}`,
            `${en} ${year}: ${there} days, not ${law}`
          )
        )
      }
    }
    const onRest = counted("holiday").filter(({ day }) => isRest(day)).length
    const inLieu = counted("inLieu").length
    if (onRest !== inLieu)
      found.push(
        problem(
          "days",
          `năm ${year} có ${onRest} ngày lễ trùng ngày nghỉ hằng tuần nhưng ${inLieu} ngày nghỉ bù`,
          `${year}: ${onRest} holidays on days of rest, ${inLieu} days in lieu`
        )
      )
    const [off, worked] = [counted("swapped").length, counted("worked").length]
    if (off !== worked)
      found.push(
        problem(
          "days",
          `năm ${year} hoán đổi ${off} ngày, làm bù ${worked} ngày`,
          `${year}: ${off} days swapped, ${worked} worked`
        )
      )
  }
  return found
}
