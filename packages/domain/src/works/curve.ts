import { type Day, dayAt, dayNumber, daysInMonth, percentOf } from "../values/index.ts"
import { asDong } from "./amounts.ts"
import type { CurvePoint, SCurve } from "./batch-standing.ts"
import type { WorkInBook } from "./book.ts"
import { finishAtPace } from "./forecast.ts"
import type { Dated } from "./history.ts"
import { plannedShare } from "./work-days.ts"

/** The pace of works is that of the last days before the one asked. */
const PACE_DAYS = 90

const monthEnd = (day: Day): number => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return dayNumber(day) - Number(day.slice(8)) + daysInMonth(year, month)
}

/** Days at which a curve is told: ends of months (of weeks for one work) from before its first to its last, and the day asked. */
const sampledDays = (first: number, last: number, today: number, weekly: boolean): ReadonlyArray<number> => {
  const days = new Set<number>([first - 1, today])
  if (weekly) for (let day = first + 6; day < last + 7; day += 7) days.add(day)
  else
    for (let day = monthEnd(dayAt(first)); ; day = monthEnd(dayAt(day + 1))) {
      days.add(day)
      if (day >= last) break
    }
  return [...days].sort((a, b) => a - b)
}

/** The place of the first sample that is not before a day; the number of samples where all are. */
const sampleAt = (samples: ReadonlyArray<number>, day: number): number => {
  let [low, high] = [0, samples.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((samples[middle] ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Puts what changes between one amount and the next at the sample that shows it first. `toDate`: amounts replace each other. */
const fill = (
  into: Float64Array,
  samples: ReadonlyArray<number>,
  dated: ReadonlyArray<Dated>,
  toDate: boolean
): void => {
  let before = 0
  for (const { amount, day } of dated) {
    const at = sampleAt(samples, day)
    if (at < into.length) into[at] = (into[at] ?? 0) + amount - before
    if (toDate) before = amount
  }
}

const running = (steps: Float64Array): Float64Array => {
  let sum = 0
  return steps.map((step) => (sum += step))
}

const lastAmount = (dated: ReadonlyArray<Dated>, day: number): number =>
  dated.findLast((one) => one.day <= day)?.amount ?? 0

const share = (part: number, whole: number): number => percentOf(Math.round(part), whole, 1) ?? 0

/**
 * Planned against built against paid of works on the day of their book, weighted by what their contracts are worth.
 *
 * **Details** Planned volume grows evenly over the days of the construction; built is the last volume reported, to date; paid is what was
 * disbursed. The forecast goes on at the pace of the last 90 days. `weekly`: of one work, at the ends of its weeks.
 */
export const curveOf = (works: ReadonlyArray<WorkInBook>, asOf: Day, weekly = false): SCurve => {
  const today = dayNumber(asOf)
  const value = works.reduce((sum, own) => sum + own.history().value, 0)
  if (works.length === 0 || value === 0)
    return { works: works.length, value: asDong(value), points: [], behindPoints: 0, forecastFinish: null }
  let [first, last, done, earlier, lastReport] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0]
  for (const own of works) {
    const { building, schedule } = own.days()
    const { payments, volumes } = own.history()
    first = Math.min(first, building.from, volumes[0]?.day ?? first, payments[0]?.day ?? first)
    last = Math.max(last, building.to, schedule.finish)
    done += volumes.at(-1)?.amount ?? 0
    earlier += lastAmount(volumes, today - PACE_DAYS)
    lastReport = Math.max(lastReport, volumes.at(-1)?.day ?? lastReport)
  }
  const samples = sampledDays(first, last, today, weekly)
  const line = () => new Float64Array(samples.length)
  const [planned, built, paid] = [line(), line(), line()]
  for (const own of works) {
    const { payments, value: worth, volumes } = own.history()
    const { building } = own.days()
    for (let at = sampleAt(samples, building.from); at < samples.length; at++)
      planned[at] = (planned[at] ?? 0) + worth * plannedShare(building, samples[at] ?? today)
    fill(built, samples, volumes, true)
    fill(paid, samples, payments, false)
  }
  const [builtTo, paidTo] = [running(built), running(paid)]
  const points = samples.map((day, at): CurvePoint => {
    const isPast = day <= today
    return {
      day: dayAt(day),
      planned: share(planned[at] ?? 0, value),
      done: isPast ? share(builtTo[at] ?? 0, value) : null,
      paid: isPast ? share(paidTo[at] ?? 0, value) : null
    }
  })
  const now = points[samples.indexOf(today)]
  const finish = done >= value ? lastReport : finishAtPace(value - done, (done - earlier) / PACE_DAYS, today)
  return {
    works: works.length,
    value: asDong(value),
    points,
    behindPoints: now === undefined ? 0 : Math.round((now.planned - (now.done ?? 0)) * 10) / 10,
    forecastFinish: finish === null ? null : dayAt(finish)
  }
}
