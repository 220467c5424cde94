import type { DossierStep } from "./procedure.ts"

/** Steps of a procedure. */
export interface Steps {
  readonly steps: ReadonlyArray<DossierStep>
}

/** A step and every step that comes after it, however far: what is to be done again when a dossier is sent back to it. */
export const fromStep = ({ steps }: Steps, to: string): ReadonlySet<string> => {
  const found = new Set([to])
  // Steps may stand in any order: as long as one more is found, another may follow it.
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const { after, key } of steps) if (after.some((one) => found.has(one))) found.add(key)
  }
  return found
}

/** Every step that a step comes after, however far. */
export const stepsBefore = ({ steps }: Steps, key: string): ReadonlySet<string> => {
  const byKey = new Map<string, DossierStep>(steps.map((step) => [step.key, step]))
  const found = new Set<string>()
  const left = [...(byKey.get(key)?.after ?? [])]
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (found.has(at)) continue
    found.add(at)
    left.push(...(byKey.get(at)?.after ?? []))
  }
  return found
}

/** The step in which a dossier is appraised: the last of its kind, for offices on the way verify it too. */
const appraisalOf = ({ steps }: Steps): DossierStep | undefined =>
  inOrder({ steps }).findLast(({ rule }) => rule?._tag === "appraisal")

/** The steps by which a dossier is made, before it is appraised; all of them where nothing appraises it. */
export const stepsToAppraisal = (procedure: Steps): ReadonlySet<string> => {
  const appraisal = appraisalOf(procedure)
  return appraisal === undefined
    ? new Set(procedure.steps.map(({ key }) => key))
    : stepsBefore(procedure, appraisal.key)
}

/** Papers that come of the appraisal and of what follows: nobody can have them before. */
export const papersOfAppraisal = (procedure: Steps): ReadonlySet<string> => {
  const before = stepsToAppraisal(procedure)
  const made = new Set(procedure.steps.filter(({ key }) => before.has(key)).flatMap(({ papers }) => papers))
  return new Set(procedure.steps.flatMap(({ papers }) => papers.filter((key) => !made.has(key))))
}

/** The steps in an order in which each stands behind all that it comes after; those of a circle, which no procedure has, are left out. */
export const inOrder = ({ steps }: Steps): ReadonlyArray<DossierStep> => {
  const order: Array<DossierStep> = []
  const there = new Set<string>()
  for (let before = -1; before < order.length;) {
    before = order.length
    for (const step of steps) {
      if (there.has(step.key) || !step.after.every((key) => there.has(key))) continue
      there.add(step.key)
      order.push(step)
    }
  }
  return order
}
