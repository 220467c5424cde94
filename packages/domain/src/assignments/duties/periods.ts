import { type Day, dayOf, daysInMonth, type Period, periodEnd, periodStart } from "../../values/index.ts"
import { periodEndsOn, nextWorkingDay } from "../calendar/working-days.ts"
import type { WorkCalendar } from "../calendar/work-calendar.ts"
import type { DutyDue, DutyRule } from "./duty.ts"

/** A period of a recurring duty, with its name in keys ("2025-H1"), its days and by when it is due. */
export interface DutyPeriod {
  readonly key: string
  readonly period: Period
  readonly first: Day
  readonly last: Day
  readonly due: Day
}

const two = (n: number): string => String(n).padStart(2, "0")

const perYear: Readonly<Record<DutyRule["every"], ReadonlyArray<(year: number) => { key: string; period: Period }>>> = {
  month: Array.from({ length: 12 }, (_, at) => (year) => ({
    key: `${year}-${two(at + 1)}`,
    period: { _tag: "Month", year, month: at + 1 }
  })),
  quarter: ([1, 2, 3, 4] as const).map((quarter) => (year) => ({
    key: `${year}-Q${quarter}`,
    period: { _tag: "Quarter", year, quarter }
  })),
  half: ([1, 2] as const).map((half) => (year) => ({ key: `${year}-H${half}`, period: { _tag: "Half", year, half } })),
  year: [(year) => ({ key: String(year), period: { _tag: "Year", year } })]
}

/** The day of a month so many months after the month of `last`; its last day where it is too short. */
const inMonth = (last: Day, months: number, day: number): Day | undefined => {
  const at = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
  return dayOf(year, month, Math.min(day, daysInMonth(year, month)))
}

/** By when something about a period that ends on `last` is due. A day off passes to the next working day. */
export const dutyDueOn = (due: DutyDue, last: Day, calendar: WorkCalendar): Day => {
  if (due._tag === "after") return periodEndsOn(calendar, last, due)
  return nextWorkingDay(calendar, inMonth(last, due.months, due.day) ?? last)
}

/**
 * The periods of a rule that lie at least in part between two days, both inclusive, in order.
 *
 * **Details** A period has one name for ever, so that asking again, for longer or on another day, gives the same instances.
 */
export const dutyPeriods = (rule: DutyRule, from: Day, to: Day, calendar: WorkCalendar): ReadonlyArray<DutyPeriod> => {
  const found: Array<DutyPeriod> = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const [at, make] of perYear[rule.every].entries()) {
      if (rule.only !== null && !rule.only.includes(at + 1)) continue
      const { key, period } = make(year)
      const [first, last] = [periodStart(period), periodEnd(period)]
      if (first === null || last === null || last < from || first > to) continue
      found.push({ key, period, first, last, due: dutyDueOn(rule.due, last, calendar) })
    }
  }
  return found
}
