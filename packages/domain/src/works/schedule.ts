import { dayNumber } from "../values/index.ts"
import { type Network, networkOf } from "./network.ts"
import type { StepKey } from "./procedure.ts"
import type { Milestone } from "./work.ts"

/** Days are numbers here (see `dayNumber`); steps are places in the milestones of the work. */
export type StepDays = ReadonlyArray<number>

/** What is known of the steps by the day; NaN where nothing is. */
export interface StepFacts {
  readonly begun: StepDays
  readonly done: StepDays
  /** The last day that a contract's change of time gave the step. */
  readonly extended: StepDays
}

/** A plan in force: first and last days of all steps. */
export interface PlannedDays {
  readonly start: StepDays
  readonly due: StepDays
  /** The last day of the work. */
  readonly finish: number
  /**
   * By how many days the plan lets a step begin before one before it is done, in the order of `Network.before`: 0 as a rule. Plans let the
   * construction begin on the land that is free; what is planned to overlap may overlap in fact.
   */
  readonly overlaps: ReadonlyArray<StepDays> | null
}

/** How far the construction has come: the share that is built, as of a day. */
export interface Built {
  readonly step: number
  readonly share: number
  readonly on: number
}

/** When steps are, or will be, begun and done. */
export interface Schedule {
  readonly start: StepDays
  readonly end: StepDays
  readonly slack: StepDays
  /** What decides when the work is done, from its first step to its last. */
  readonly critical: ReadonlyArray<number>
  readonly begin: number
  readonly finish: number
}

const EVER = Number.NEGATIVE_INFINITY

const isKnown = (day: number | undefined): day is number => day !== undefined && !Number.isNaN(day)

/** The day on which all of these are done. */
const latest = (ends: StepDays, places: ReadonlyArray<number>): number => {
  let last = EVER
  for (const at of places) {
    const end = ends[at] ?? last
    if (end > last) last = end
  }
  return last
}

const overlapsOf = ({ before }: Network, start: StepDays, due: StepDays): PlannedDays["overlaps"] => {
  let any = false
  const found = before.map((places, at) =>
    places.map((from) => {
      const overlap = (due[from] ?? 0) - (start[at] ?? 0) + 1
      if (overlap > 0) any = true
      return Math.max(0, overlap)
    })
  )
  return any ? found : null
}

/** A plan as it was approved. */
interface ApprovedPlan {
  readonly network: Network
  readonly planned: PlannedDays
}

/** Milestones never change once they are recorded: what follows from them is worked out once, however many days are asked. */
const plans = new WeakMap<ReadonlyArray<Milestone>, ApprovedPlan>()

/** The plan of a work as approved, with its network; see `networkOf`. */
export const planOf = (milestones: ReadonlyArray<Milestone>): ApprovedPlan => {
  const known = plans.get(milestones)
  if (known !== undefined) return known
  const network = networkOf(milestones)
  const start = milestones.map((milestone) => dayNumber(milestone.start))
  const due = milestones.map((milestone) => dayNumber(milestone.due))
  const planned = { start, due, finish: latest(due, network.last), overlaps: overlapsOf(network, start, due) }
  const made = { network, planned }
  plans.set(milestones, made)
  return made
}

/**
 * The plan after the contract's changes of time: a step that was given more days pushes those planned after it.
 *
 * **Details** A step keeps the days that it was planned to take, and waits that were planned are used up before it is pushed.
 */
export const plannedDays = ({ network, planned }: ApprovedPlan, extended: StepDays): PlannedDays => {
  // Few contracts are changed: then the plan is as it was made.
  if (!extended.some(isKnown)) return planned
  const { overlaps } = planned
  const [start, due] = [[...planned.start], [...planned.due]]
  for (const at of network.order) {
    const [from = Number.NaN, to = Number.NaN] = [start[at], due[at]]
    let pushed = from
    for (const [place, before] of (network.before[at] ?? []).entries())
      pushed = Math.max(pushed, (due[before] ?? pushed) + 1 - (overlaps?.[at]?.[place] ?? 0))
    start[at] = pushed
    const given = extended[at]
    due[at] = isKnown(given) ? Math.max(given, pushed) : to + (pushed - from)
  }
  return { start, due, finish: latest(due, network.last), overlaps }
}

/** The last day of a step that was begun and is not done: by what is left of it, where that is known. */
const endOfBegun = (at: number, begun: number, takes: number, built: Built | null): number => {
  if (built === null || built.step !== at) return begun + takes - 1
  return built.on + Math.ceil(takes * Math.max(0, 1 - built.share))
}

/** When steps are begun and done, and what each waits for. */
interface Pass {
  readonly start: Array<number>
  readonly end: Array<number>
  /** When those before that are done let it begin. */
  readonly doneBound: Array<number>
  /** The one before that its days hang on; −1 for none. */
  readonly driver: Array<number>
}

const forward = (
  network: Network,
  planned: PlannedDays,
  { begun, done }: Pick<StepFacts, "begun" | "done">,
  built: Built | null,
  today: number
): Pass => {
  const blank = (value: number): Array<number> => planned.start.map(() => value)
  const pass = { start: blank(0), end: blank(0), doneBound: blank(EVER), driver: blank(-1) }
  const { doneBound, driver, end, start } = pass
  for (const at of network.order) {
    const before = network.before[at] ?? []
    const overlaps = planned.overlaps?.[at]
    /** Of those before that are not done: when they let the step begin, and after what it can be done. */
    let [open, opener, held, holder] = [EVER, -1, EVER, -1]
    let bound = EVER
    for (let place = 0; place < before.length; place++) {
      const from = before[place] ?? 0
      const after = (end[from] ?? 0) + 1
      const day = after - (overlaps?.[place] ?? 0)
      if (isKnown(done[from])) {
        if (day <= bound) continue
        bound = day
        driver[at] = from
      } else {
        if (day > open) {
          open = day
          opener = from
        }
        if (after > held) {
          held = after
          holder = from
        }
      }
    }
    doneBound[at] = bound
    const first = planned.start[at] ?? today
    const takes = (planned.due[at] ?? today) - first + 1
    const [begunOn, doneOn] = [begun[at], done[at]]
    if (isKnown(doneOn)) {
      start[at] = isKnown(begunOn) ? begunOn : Math.min(doneOn, Math.max(doneOn - takes + 1, bound, open))
      end[at] = doneOn
    } else if (isKnown(begunOn)) {
      start[at] = begunOn
      const own = Math.max(endOfBegun(at, begunOn, takes, built), today)
      end[at] = Math.max(own, held)
      if (held >= own) driver[at] = holder
    } else {
      const begins = Math.max(before.length === 0 ? first : Math.max(bound, open), today)
      start[at] = begins
      end[at] = begins + takes - 1
      if (open === begins) driver[at] = opener
    }
  }
  return pass
}

/** See `scheduleOf`. */
const slackOf = (
  { before, last, leadsToTheEnd, order }: Network,
  { due, overlaps }: PlannedDays,
  { begun, done }: Pick<StepFacts, "begun" | "done">,
  { doneBound, driver, end, start }: Pass,
  finish: number
): Array<number> => {
  const slack = end.map(() => Number.POSITIVE_INFINITY)
  for (const at of last) slack[at] = finish - (end[at] ?? finish)
  for (let place = order.length - 1; place >= 0; place--) {
    const at = order[place] ?? 0
    const [ends = finish, starts = finish] = [end[at], start[at]]
    if (leadsToTheEnd[at] !== true) {
      slack[at] = Math.max(0, (due[at] ?? ends) - ends)
      continue
    }
    // Of one that everything after was done without: nothing hangs on it any more.
    const own = slack[at] === Number.POSITIVE_INFINITY ? Math.max(0, finish - ends) : (slack[at] ?? 0)
    slack[at] = own
    const hangsOnDone = isKnown(done[driver[at] ?? -1])
    const places = before[at] ?? []
    for (let one = 0; one < places.length; one++) {
      const from = places[one] ?? 0
      const after = (end[from] ?? 0) + 1
      const lets = after - (overlaps?.[at]?.[one] ?? 0)
      let lead = Number.POSITIVE_INFINITY
      if (isKnown(done[from])) lead = (hangsOnDone ? (doneBound[at] ?? lets) : starts) - lets
      else if (isKnown(begun[at])) lead = isKnown(done[at]) ? lead : ends - after
      else if (!isKnown(done[at])) lead = starts - lets
      slack[from] = Math.min(slack[from] ?? lead, own + Math.max(0, lead))
    }
  }
  return slack
}

/** From the step that is done last back along those that its days hang on, the first one first. */
const pathOf = (driver: StepDays, end: StepDays, finish: number, last: ReadonlyArray<number>) => {
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
  network: Network,
  planned: PlannedDays,
  facts: Pick<StepFacts, "begun" | "done">,
  built: Built | null,
  today: number
): Schedule => {
  const pass = forward(network, planned, facts, built, today)
  const { driver, end, start } = pass
  const finish = latest(end, network.last)
  const critical = pathOf(driver, end, finish, network.last)
  const slack = slackOf(network, planned, facts, pass, finish)
  return { start, end, slack, critical, begin: start[critical[0] ?? 0] ?? finish, finish }
}

/** The place of a step in the milestones; −1 where the plan has none. */
export const placeOf = (milestones: ReadonlyArray<Pick<Milestone, "step">>, step: StepKey): number => {
  for (let at = 0; at < milestones.length; at++) if (milestones[at]?.step === step) return at
  return -1
}
