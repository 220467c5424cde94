import { dayNumber } from "../values/index.ts"
import type { Network } from "./network.ts"
import type { StepKey } from "./procedure.ts"
import type { Milestone } from "./work.ts"

/** Days are numbers here (see `dayNumber`); steps are places in the milestones of the work. */

/** What is known of a step by the day; NaN where nothing is. */
export interface StepFacts {
  readonly begun: Float64Array
  readonly done: Float64Array
  /** The last day that a contract's change of time gave the step. */
  readonly extended: Float64Array
}

/** A plan in force: first and last days of all steps. */
export interface PlannedDays {
  readonly start: Float64Array
  readonly due: Float64Array
  /** The last day of the work. */
  readonly finish: number
}

/** How far a work has come, of what takes long: the share of the construction that is built, as of a day. */
export interface Built {
  readonly step: number
  readonly share: number
  readonly on: number
}

/** What a work is held to and how it stands. */
export interface Schedule {
  readonly start: Float64Array
  readonly end: Float64Array
  readonly slack: Float64Array
  /** What decides when the work is done, from its first step to its last. */
  readonly critical: ReadonlyArray<number>
  readonly begin: number
  readonly finish: number
}

const isKnown = (day: number): boolean => !Number.isNaN(day)

/**
 * By how many days the plan lets a step begin before the one before it is done; 0 as a rule.
 *
 * **Details** Plans let the construction begin on the land that is free. What is planned to overlap may overlap in fact.
 */
const overlapOf = (milestones: ReadonlyArray<Milestone>, from: number, to: number): number => {
  const [before, after] = [milestones[from], milestones[to]]
  return before === undefined || after === undefined
    ? 0
    : Math.max(0, dayNumber(before.due) - dayNumber(after.start) + 1)
}

/** The day on which all of these are done. */
const latest = (ends: Float64Array, places: ReadonlyArray<number>): number =>
  places.reduce((last, at) => Math.max(last, ends[at] ?? last), Number.NEGATIVE_INFINITY)

/**
 * The plan after the contract's changes of time: a step that was given more days pushes those planned after it.
 *
 * **Details** A step keeps the days that it was planned to take, and waits that were planned are used up before it is pushed.
 */
export const plannedDays = (
  milestones: ReadonlyArray<Milestone>,
  network: Network,
  extended: Float64Array
): PlannedDays => {
  const start = Float64Array.from(milestones, (milestone) => dayNumber(milestone.start))
  const due = Float64Array.from(milestones, (milestone) => dayNumber(milestone.due))
  // Few contracts are changed: then the plan is as it was made.
  if (extended.some(isKnown))
    for (const at of network.order) {
      const [from = Number.NaN, to = Number.NaN] = [start[at], due[at]]
      const pushed = (network.before[at] ?? []).reduce(
        (day, before) => Math.max(day, (due[before] ?? day) + 1 - overlapOf(milestones, before, at)),
        from
      )
      start[at] = pushed
      const given = extended[at] ?? Number.NaN
      due[at] = isKnown(given) ? Math.max(given, pushed) : to + (pushed - from)
    }
  return { start, due, finish: latest(due, network.last) }
}

/** The last day of a step that was begun and is not done: by what is left of it, where that is known. */
const endOfBegun = (at: number, begun: number, takes: number, built: Built | null): number => {
  if (built === null || built.step !== at) return begun + takes - 1
  return built.on + Math.ceil(takes * Math.max(0, 1 - built.share))
}

/** What a step waits for: when those before it let it begin, as far as they are done, and the one that its days hang on. */
interface Waiting {
  readonly doneBound: Float64Array
  readonly driver: Int32Array
}

/** From the step that is done last back along those that its days hang on, the first one first. */
const pathOf = (driver: Int32Array, end: Float64Array, finish: number, last: ReadonlyArray<number>) => {
  const path: Array<number> = []
  let at = last.find((place) => end[place] === finish) ?? -1
  while (at >= 0) {
    path.push(at)
    at = driver[at] ?? -1
  }
  return path.reverse()
}

/**
 * When every step will be begun and done, with the slack of each and the critical path.
 *
 * **Details** What happened counts as it happened. What is left takes as long as planned and cannot be done before the day: of a
 * construction that is begun, the share that is not built. A step begins as soon as those before it are done, the first ones not before
 * they were planned to; one that was begun early is not done before those are.
 *
 * The slack of a step is by how many days it may be done later without the work being finished later; of a step that is done, by how
 * many it was done before the slowest of those that the next one waited for. So every step without slack has one before it without,
 * back to where the work began. What follows the end of the work (settlement) is held to its own last day.
 */
export const scheduleOf = (
  milestones: ReadonlyArray<Milestone>,
  network: Network,
  planned: PlannedDays,
  facts: Pick<StepFacts, "begun" | "done">,
  built: Built | null,
  today: number
): Schedule => {
  const size = milestones.length
  const start = new Float64Array(size)
  const end = new Float64Array(size)
  const doneBound = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  const driver = new Int32Array(size).fill(-1)
  const isDone = (at: number): boolean => isKnown(facts.done[at] ?? Number.NaN)
  const lets = (from: number, to: number): number => (end[from] ?? 0) + 1 - overlapOf(milestones, from, to)

  for (const at of network.order) {
    const before = network.before[at] ?? []
    /** Of those that are not done: when they let the step begin, and after what it can be done. */
    let [open, opener, held, holder] = [Number.NEGATIVE_INFINITY, -1, Number.NEGATIVE_INFINITY, -1]
    for (const from of before) {
      const day = lets(from, at)
      if (isDone(from)) {
        if (day <= (doneBound[at] ?? day)) continue
        doneBound[at] = day
        driver[at] = from
      } else {
        const after = (end[from] ?? 0) + 1
        if (day > open) [open, opener] = [day, from]
        if (after > held) [held, holder] = [after, from]
      }
    }
    const allowed = Math.max(doneBound[at] ?? Number.NEGATIVE_INFINITY, open)
    const takes = (planned.due[at] ?? 0) - (planned.start[at] ?? 0) + 1
    const [begun = Number.NaN, done = Number.NaN] = [facts.begun[at], facts.done[at]]
    if (isKnown(done)) {
      start[at] = isKnown(begun) ? begun : Math.min(done, Math.max(done - takes + 1, allowed))
      end[at] = done
    } else if (isKnown(begun)) {
      start[at] = begun
      const own = Math.max(endOfBegun(at, begun, takes, built), today)
      end[at] = Math.max(own, held)
      if (held >= own) driver[at] = holder
    } else {
      const first = before.length === 0 ? Math.max(planned.start[at] ?? today, today) : Math.max(allowed, today)
      start[at] = first
      end[at] = first + takes - 1
      if (open === first) driver[at] = opener
    }
  }

  const finish = latest(end, network.last)
  const critical = pathOf(driver, end, finish, network.last)
  const slack = slackOf(network, planned, { start, end, finish }, facts, { doneBound, driver }, lets)
  return { start, end, slack, critical, begin: start[critical[0] ?? 0] ?? finish, finish }
}

/** See `scheduleOf`. */
const slackOf = (
  { before, last, leadsToTheEnd, order }: Network,
  planned: PlannedDays,
  { end, finish, start }: Pick<Schedule, "start" | "end" | "finish">,
  facts: Pick<StepFacts, "begun" | "done">,
  { doneBound, driver }: Waiting,
  lets: (from: number, to: number) => number
): Float64Array => {
  const isDone = (at: number): boolean => isKnown(facts.done[at] ?? Number.NaN)
  const slack = Float64Array.from(end, (day) => Math.max(0, finish - day))
  const narrowed = new Uint8Array(end.length)
  const narrow = (at: number, days: number) => {
    const most = Math.max(0, days)
    slack[at] = narrowed[at] === 1 ? Math.min(slack[at] ?? most, most) : most
    narrowed[at] = 1
  }
  for (const at of last) narrow(at, finish - (end[at] ?? finish))
  for (const at of order.toReversed()) {
    if (leadsToTheEnd[at] !== true) {
      slack[at] = Math.max(0, (planned.due[at] ?? 0) - (end[at] ?? 0))
      continue
    }
    const own = slack[at] ?? 0
    const hangsOnDone = isDone(driver[at] ?? -1)
    for (const from of before[at] ?? []) {
      if (isDone(from)) narrow(from, own + ((hangsOnDone ? doneBound[at] : start[at]) ?? 0) - lets(from, at))
      else if (!isDone(at))
        narrow(
          from,
          own +
            (isKnown(facts.begun[at] ?? Number.NaN)
              ? (end[at] ?? 0) - (end[from] ?? 0) - 1
              : (start[at] ?? 0) - lets(from, at))
        )
    }
  }
  return slack
}

/** The place of a step in the milestones; −1 where the plan has none. */
export const placeOf = (milestones: ReadonlyArray<Pick<Milestone, "step">>, step: StepKey): number =>
  milestones.findIndex((milestone) => milestone.step === step)
