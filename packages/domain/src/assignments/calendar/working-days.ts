import { addDays, type Day, dayOfWeek, daysBetween } from "../../values/index.ts"
import type { CalendarDay, WorkCalendar } from "./work-calendar.ts"

const indexed = new WeakMap<WorkCalendar, ReadonlyMap<Day, CalendarDay>>()

const daysOf = (calendar: WorkCalendar): ReadonlyMap<Day, CalendarDay> => {
  const known = indexed.get(calendar)
  if (known !== undefined) return known
  const made = new Map(calendar.days.map((one) => [one.day, one]))
  indexed.set(calendar, made)
  return made
}

/** What the calendar says of a day besides its place in the week; undefined for a day like any other. */
export const calendarDay = (calendar: WorkCalendar, day: Day): CalendarDay | undefined => daysOf(calendar).get(day)

/**
 * Whether offices work on the day.
 *
 * **Gotchas** Outside the calendar's years no holiday is known: there only Saturdays and Sundays are off.
 */
export const isWorkingDay = (calendar: WorkCalendar, day: Day): boolean => {
  const known = daysOf(calendar).get(day)
  return known === undefined ? dayOfWeek(day) <= 5 : known.kind === "worked"
}

/** The day itself if it is worked, else the next one that is. */
export const nextWorkingDay = (calendar: WorkCalendar, day: Day): Day => {
  let at = day
  while (!isWorkingDay(calendar, at)) at = addDays(at, 1)
  return at
}

/**
 * The `days`-th working day after a day, which is not counted itself. For 0 days the day itself, or the next worked one.
 *
 * **Details** `days` is whole and not negative; a RangeError otherwise.
 */
export const addWorkingDays = (calendar: WorkCalendar, from: Day, days: number): Day => {
  if (!Number.isInteger(days) || days < 0)
    throw new RangeError(`Không đếm được ${days} ngày làm việc · Cannot count ${days}`)
  if (days === 0) return nextWorkingDay(calendar, from)
  let at = from
  for (let left = days; left > 0;) {
    at = addDays(at, 1)
    if (isWorkingDay(calendar, at)) left -= 1
  }
  return at
}

/** How many working days lie after `from` up to `to`, which is counted; 0 if `to` is not later. */
export const workingDaysBetween = (calendar: WorkCalendar, from: Day, to: Day): number => {
  let count = 0
  for (let at = 1; at <= daysBetween(from, to); at += 1) if (isWorkingDay(calendar, addDays(from, at))) count += 1
  return count
}

/** A period as a text sets it: so many calendar days, or so many working days. */
export interface Length {
  readonly days: number
  readonly count: "working" | "calendar"
}

/**
 * The last day of a period that begins with something that happened on `from` (Bộ luật Dân sự 2015, điều 147 and 148).
 *
 * **Details** The day of the event is not counted. A period of calendar days that ends on a day off ends at the end of the next working
 * day, so days off never shorten a period. Working days are counted one by one.
 */
export const periodEndsOn = (calendar: WorkCalendar, from: Day, { count, days }: Length): Day =>
  count === "working" ? addWorkingDays(calendar, from, days) : nextWorkingDay(calendar, addDays(from, days))
