import type { WorkHistory } from "./history.ts"
import type { Network } from "./network.ts"
import { type Built, placeOf, type PlannedDays, plannedDays, planOf, type Schedule, scheduleOf } from "./schedule.ts"

/** The days of a work, as numbers: what the plan in force says, and what is expected. */
export interface WorkDays {
  readonly network: Network
  readonly planned: PlannedDays
  readonly schedule: Schedule
  /** Between which days its volume is to be built: those of the construction, else those of the whole plan. */
  readonly building: { readonly from: number; readonly to: number }
}

/** The share that is built, where a volume was reported since the construction began. */
const builtOf = ({ steps: { begun }, value, volumes }: WorkHistory, construction: number): Built | null => {
  const last = volumes.at(-1)
  return last === undefined || construction < 0 || Number.isNaN(begun[construction] ?? Number.NaN) || value === 0
    ? null
    : { step: construction, share: last.amount / value, on: last.day }
}

export const daysOf = (history: WorkHistory, today: number): WorkDays => {
  const { milestones } = history.work
  const plan = planOf(milestones)
  const { network } = plan
  const planned = plannedDays(plan, history.steps.extended)
  const construction = placeOf(milestones, "construction")
  const schedule = scheduleOf(network, planned, history.steps, builtOf(history, construction), today)
  const building =
    construction < 0
      ? { from: planned.start.reduce((first, day) => Math.min(first, day), planned.finish), to: planned.finish }
      : { from: planned.start[construction] ?? planned.finish, to: planned.due[construction] ?? planned.finish }
  return { network, planned, schedule, building }
}

/** The share of its volume that a work should have built by the end of a day: evenly over the days that are planned for it. */
export const plannedShare = ({ from, to }: WorkDays["building"], day: number): number =>
  Math.min(1, Math.max(0, (day - from + 1) / (to - from + 1)))

/** Whether everything is done by which a work is finished: such a work is late no more, however late it was. */
export const isFinished = ({ network }: WorkDays, { steps: { done } }: WorkHistory): boolean =>
  network.last.every((at) => !Number.isNaN(done[at] ?? Number.NaN))
