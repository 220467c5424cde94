import { dayAt, dayNumber } from "@ntm/domain/values"
import { type Milestone, predecessorsAmong, procedure, type StepKey } from "@ntm/domain/works"
import type { DrawnWork } from "./works-list.ts"

/** First and last day of a step, both inclusive, as numbers (see `dayNumber`). */
export interface Span {
  readonly from: number
  readonly to: number
}

export type Plan = ReadonlyMap<StepKey, Span>

const usual = new Map(procedure.map(({ days, key }) => [key, days]))

/** What is done of the preparation once the list is approved, one after the other: a commune has one project for all of its works. */
export const preparation: ReadonlyArray<StepKey> = [
  "appraisal",
  "council",
  "consultant",
  "design",
  "designApproval",
  "contractor"
]

/** The steps of the preparation one after the other from a day on; `pace` 1 takes as long as usual. */
export const prepared = (from: number, pace: (step: StepKey) => number): Map<StepKey, Span> => {
  const spans = new Map<StepKey, Span>()
  let next = from
  for (const step of preparation) {
    const to = next + Math.max(1, Math.round((usual.get(step) ?? 1) * pace(step))) - 1
    spans.set(step, { from: next, to })
    next = to + 1
  }
  return spans
}

/** Acceptance and handover, or the choice of the operator, take so many days after the construction. */
const AFTER_BUILDING = 45

/** Land is asked for from the tenth day of the preparation on. */
export const LAND_AFTER = 10

/**
 * The plan of a work: survey and list by the day of the approval, the commune's preparation, the construction `stagger` days after the
 * contractor is chosen, and what follows it.
 */
export const planOf = ({ batch, commune, days, kind }: DrawnWork, stagger: number): Plan => {
  const took = (step: StepKey): number => usual.get(step) ?? 1
  const approved = dayNumber(batch.approvedOn)
  const plan = prepared(commune.begins, () => 1)
  plan.set("listing", { from: approved - took("listing") + 1, to: approved })
  plan.set("survey", { from: approved - took("listing") - took("survey") + 1, to: approved - took("listing") })
  plan.set("land", { from: commune.begins + LAND_AFTER, to: commune.begins + LAND_AFTER + took("land") - 1 })
  const ready = Math.max(plan.get("contractor")?.to ?? 0, plan.get("land")?.to ?? 0)
  const follow = (step: StepKey, after: number, takes: number): number => {
    plan.set(step, { from: after + 1, to: after + takes })
    return after + takes
  }
  // All of the batch is to be handed over and working by its last day.
  const latest = dayNumber(batch.due) - AFTER_BUILDING
  const built = follow("construction", ready + stagger, Math.max(30, Math.min(days, latest - ready - stagger)))
  const accepted = follow("acceptance", built, took("acceptance"))
  follow("handover", accepted, took("handover"))
  if (kind.operated === true) follow("operator", accepted, took("operator"))
  follow("settlement", accepted, took("settlement"))
  return plan
}

/** A plan as milestones, in the order of the procedure. */
export const milestonesOf = (plan: Plan): ReadonlyArray<Milestone> => {
  const steps = new Set(plan.keys())
  return procedure.flatMap(({ key: step }) => {
    const span = plan.get(step)
    return span === undefined
      ? []
      : [{ step, after: predecessorsAmong(step, steps), start: dayAt(span.from), due: dayAt(span.to) }]
  })
}
