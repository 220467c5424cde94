import { dayAt } from "../values/index.ts"
import type { WorkHistory } from "./history.ts"
import { placeOf } from "./schedule.ts"
import type { Forecast } from "./standing.ts"
import type { WorkDays } from "./work-days.ts"

/** A hundred years: what takes longer at its pace has none. */
const LONGEST = 36_525

/** The day on which what is left is built at a pace, from a day on; null where there is none worth the name. */
export const finishAtPace = (left: number, perDay: number, from: number): number | null => {
  if (left <= 0) return from
  if (!(perDay > 0)) return null
  const days = Math.ceil(left / perDay)
  return days > LONGEST ? null : from + days
}

/**
 * When a work will be finished at the pace of its construction so far.
 *
 * **Details** The pace is the volume of the last report over the days since the construction began; without that day, since it was
 * planned to. What follows the construction takes as long as expected. Null before a volume is reported, and once the construction is
 * done.
 */
export const forecastOf = (
  { steps: { begun, done }, value, volumes, work: { milestones } }: WorkHistory,
  { building, schedule }: WorkDays,
  today: number
): Forecast | null => {
  const at = placeOf(milestones, "construction")
  const last = volumes.at(-1)
  if (at < 0 || last === undefined || last.amount === 0 || !Number.isNaN(done[at] ?? Number.NaN)) return null
  const from = begun[at] ?? Number.NaN
  const since = Number.isNaN(from) ? building.from : from
  if (last.day < since) return null
  const perDay = last.amount / (last.day - since + 1)
  const built = finishAtPace(value - last.amount, perDay, last.day)
  if (built === null) return null
  const after = schedule.finish - (schedule.end[at] ?? schedule.finish)
  return { finish: dayAt(Math.max(built, today) + after), perDay }
}
