import { procedure, type StepKey, type StepStanding } from "@ntm/domain/works"
import type { Bilingual, Day } from "@ntm/domain/values"
import { dayStart } from "../publisher.ts"

/** Step of a work's procedure, as Open Contracting has milestones; `type` of its open code list, left out where none says the same. */
export interface Milestone {
  readonly id: StepKey
  readonly title: string
  readonly title_en: string
  readonly type?: string
  readonly dueDate: string
  readonly dateMet?: string
  readonly dateModified: string
  readonly status: "scheduled" | "met" | "notMet"
}

/** Where a step belongs: before the tender, to it, or to carrying out the contract. */
export type Stage = "planning" | "tender" | "implementation"

const kinds: Readonly<Record<StepKey, { readonly stage: Stage; readonly type?: string }>> = {
  survey: { stage: "planning", type: "preProcurement" },
  listing: { stage: "planning", type: "approval" },
  appraisal: { stage: "planning", type: "assessment" },
  council: { stage: "planning", type: "approval" },
  consultant: { stage: "planning", type: "preProcurement" },
  design: { stage: "planning", type: "preProcurement" },
  designApproval: { stage: "planning", type: "approval" },
  land: { stage: "planning", type: "preProcurement" },
  contractor: { stage: "tender", type: "assessment" },
  construction: { stage: "implementation", type: "delivery" },
  acceptance: { stage: "implementation", type: "approval" },
  handover: { stage: "implementation", type: "delivery" },
  operator: { stage: "implementation" },
  settlement: { stage: "implementation", type: "financing" }
}

const names = new Map<StepKey, Bilingual>(procedure.map(({ key, name }) => [key, name]))

/** A step as it stands on the day: due by the plan in force, met on the day that was reported, else not met once the due day is over. */
const milestoneOf = ({ doneOn, due, step }: StepStanding, asOf: Day): Milestone => {
  const { type } = kinds[step]
  const { en = step, vi = step } = names.get(step) ?? {}
  return {
    id: step,
    title: vi,
    title_en: en,
    ...(type === undefined ? {} : { type }),
    dueDate: dayStart(due),
    ...(doneOn === null ? {} : { dateMet: dayStart(doneOn) }),
    dateModified: dayStart(asOf),
    status: doneOn !== null ? "met" : due < asOf ? "notMet" : "scheduled"
  }
}

/** The steps of one stage, in the order of the plan. */
export const milestonesOf = (steps: ReadonlyArray<StepStanding>, stage: Stage, asOf: Day): ReadonlyArray<Milestone> =>
  steps.filter(({ step }) => kinds[step].stage === stage).map((step) => milestoneOf(step, asOf))
