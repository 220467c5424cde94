import { nextWorkingDay, periodEndsOn, type WorkCalendar } from "../assignments/index.ts"
import { type Day, daysBetween } from "../values/index.ts"
import type { DossierHistory, Told } from "./history.ts"
import { inOrder } from "./path.ts"
import type { DossierStep, Procedure } from "./procedure.ts"
import type { DossierStepStanding, DossierTask, PaperStanding } from "./standing.ts"
import { consultationEnd, ruleStanding } from "./step-rules.ts"

/** What steps stand by, on the day asked. */
export interface StepWorld {
  readonly procedure: Procedure
  readonly history: DossierHistory<Told>
  readonly openedOn: Day
  readonly calendar: WorkCalendar
  readonly day: Day
  readonly papers: ReadonlyArray<PaperStanding>
  /** By the step that they carry out. */
  readonly tasks: ReadonlyMap<string, ReadonlyArray<DossierTask>>
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

const last = (days: ReadonlyArray<Day>, first: Day): Day => days.reduce(later, first)

/** The day after which a step may begin: when the last before it was done, and it was not sent back since. Null while one is not done. */
const readyFrom = (step: DossierStep, { history, openedOn }: StepWorld): Day | null => {
  const before = step.after.flatMap((key) => history.done.get(key) ?? [])
  if (before.length < step.after.length) return null
  const again = history.returned?.steps.has(step.key) === true ? history.returned.on : openedOn
  return last(before, later(openedOn, again))
}

/** The day by which a step that may begin from a day has to be done; null where its days are not known. */
const dueFrom = (step: DossierStep, from: Day, calendar: WorkCalendar): Day | null =>
  step.days === null ? null : periodEndsOn(calendar, from, step.days)

/** When a step that is not done can be done at the earliest, if it can begin from a day. */
const expectedFrom = (step: DossierStep, from: Day, begunOn: Day | null, { calendar, day }: StepWorld): Day | null => {
  const { rule } = step
  const due = dueFrom(step, from, calendar)
  // A consultation that has not begun cannot be over before its days are.
  const heard = rule?._tag === "consultation" ? consultationEnd(calendar, begunOn ?? later(from, day), rule) : null
  const end = due === null ? heard : heard === null ? due : later(due, heard)
  return end === null ? null : end < day ? nextWorkingDay(calendar, day) : end
}

const stateOf = (step: DossierStep, history: DossierHistory<Told>, ready: Day | null): DossierStepStanding["state"] => {
  if (history.done.has(step.key)) return "done"
  if (history.begun.has(step.key)) return "begun"
  return ready === null ? "waiting" : "ready"
}

/**
 * Every step of a dossier as it is on a day, in the order of the procedure.
 *
 * **Details** Due days run from when the last step before was done (or it was sent back), in days as the procedure counts them. What is expected
 * takes what is left as long as the procedure allows and nothing before the day; behind a step whose days nobody knows nothing is expected.
 */
export const stepStandings = (world: StepWorld): ReadonlyArray<DossierStepStanding> => {
  const { calendar, day, history, papers, procedure, tasks } = world
  const ends = new Map<string, Day | null>()
  const found = new Map<string, DossierStepStanding>()
  for (const step of inOrder(procedure)) {
    const ready = readyFrom(step, world)
    const state = stateOf(step, history, ready)
    const [begunOn, doneOn] = [history.begun.get(step.key) ?? null, history.done.get(step.key) ?? null]
    const due = ready === null ? null : dueFrom(step, ready, calendar)
    const before = step.after.map((key) => ends.get(key) ?? null)
    const known = before.flatMap((one) => one ?? [])
    const from = ready ?? (known.length < before.length ? null : last(known, world.openedOn))
    const expectedEnd = doneOn ?? (from === null ? null : expectedFrom(step, from, begunOn, world))
    ends.set(step.key, expectedEnd)
    const lateTo = doneOn ?? day
    found.set(step.key, {
      step,
      state,
      begunOn,
      doneOn,
      due,
      days: due === null || doneOn !== null ? null : daysBetween(day, due),
      lateDays: due === null ? 0 : Math.max(0, daysBetween(due, lateTo)),
      expectedEnd,
      papers: papers.filter(({ paper }) => step.papers.includes(paper.key)),
      rule: ruleStanding(step.rule, history.results.get(step.key)?.body, calendar),
      tasks: tasks.get(step.key) ?? []
    })
  }
  return procedure.steps.flatMap(({ key }) => found.get(key) ?? [])
}
