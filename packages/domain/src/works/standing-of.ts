import type { Unit } from "../units/index.ts"
import { dayAt } from "../values/index.ts"
import { asDong, percent } from "./amounts.ts"
import { debtOf } from "./debt.ts"
import { forecastOf } from "./forecast.ts"
import type { WorkHistory } from "./history.ts"
import { type GiftStanding, landOf } from "./land-standing.ts"
import { placeOf, type StepDays } from "./schedule.ts"
import type { StepStanding, WorkStanding } from "./standing.ts"
import { plannedShare, type WorkDays } from "./work-days.ts"

const dayOrNull = (day: number | undefined) => (day === undefined || Number.isNaN(day) ? null : dayAt(day))

const stepsOf = ({ steps, work: { milestones } }: WorkHistory, { planned, schedule }: WorkDays) => {
  const critical = new Set(schedule.critical)
  return milestones.map(({ step }, at): StepStanding => {
    const day = (days: StepDays) => dayAt(days[at] ?? planned.finish)
    return {
      step,
      start: day(planned.start),
      due: day(planned.due),
      begunOn: dayOrNull(steps.begun[at]),
      doneOn: dayOrNull(steps.done[at]),
      expectedStart: day(schedule.start),
      expectedEnd: day(schedule.end),
      slack: schedule.slack[at] ?? 0,
      critical: critical.has(at)
    }
  })
}

/** See `WorkStanding.state`. */
const stateOf = ({ steps: { begun, done }, volumes, work: { milestones } }: WorkHistory): WorkStanding["state"] => {
  const is = (days: StepDays, step: "construction" | "handover" | "operator"): boolean =>
    !Number.isNaN(days[placeOf(milestones, step)] ?? Number.NaN)
  if (is(done, "operator")) return "operating"
  if (is(done, "handover")) return "handedOver"
  if (is(done, "construction")) return "accepted"
  if (is(begun, "construction") || volumes.length > 0) return "building"
  return [begun, done].some((days) => days.some((day) => !Number.isNaN(day))) ? "preparing" : "planned"
}

/** Where a work stands on a day (a number, see `dayNumber`), out of what holds of it. */
export const standingOf = (
  history: WorkHistory,
  days: WorkDays,
  {
    gifts,
    overdueAfter,
    today,
    unit
  }: {
    readonly unit: Unit | null
    readonly gifts: ReadonlyArray<GiftStanding>
    readonly today: number
    readonly overdueAfter: number
  }
): WorkStanding => {
  const { acceptances, allocated, by, changes, payments, planned, problems, scope, steps, value, volumes, work } =
    history
  const { milestones } = work
  const { schedule } = days
  const done = volumes.at(-1)?.amount ?? 0
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0)
  return {
    work,
    unit,
    state: stateOf(history),
    value,
    scope,
    changes,
    steps: stepsOf(history, days),
    criticalPath: schedule.critical.flatMap((at) => milestones[at]?.step ?? []),
    criticalDays: schedule.finish - schedule.begin + 1,
    plannedFinish: dayAt(days.planned.finish),
    expectedFinish: dayAt(schedule.finish),
    daysBehind: Math.max(0, schedule.finish - days.planned.finish),
    forecast: forecastOf(history, days, today),
    done: asDong(done),
    donePercent: percent(done, value),
    plannedPercent: Math.round(plannedShare(days.building, today) * 1000) / 10,
    planned: asDong(planned),
    allocated: asDong(allocated),
    paid: asDong(paid),
    paidPercent: percent(paid, value),
    accepted: asDong(acceptances.reduce((sum, { amount }) => sum + amount, 0)),
    debt: debtOf(acceptances, payments, today, overdueAfter),
    builtAhead: asDong(Math.max(0, done - paid)),
    paidAhead: asDong(Math.max(0, paid - done)),
    handedOverOn: dayOrNull(steps.done[placeOf(milestones, "handover")]),
    handedOverTo: by.handover ?? null,
    operator: by.operator ?? null,
    problems,
    land: landOf(gifts)
  }
}
