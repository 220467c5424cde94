import { procedure, type StepKey } from "./procedure.ts"

const byKey = new Map(procedure.map((step) => [step.key, step]))

/**
 * The steps among `planned` that a step comes right after, in the order of the procedure.
 *
 * **Details** A plan need not have all steps: where one between is not planned, the steps before that count in its place.
 */
export const predecessorsAmong = (step: StepKey, planned: ReadonlySet<StepKey>): ReadonlyArray<StepKey> => {
  const found = new Set<StepKey>()
  const climb = (key: StepKey): void => {
    for (const before of byKey.get(key)?.after ?? []) {
      if (planned.has(before)) found.add(before)
      else climb(before)
    }
  }
  climb(step)
  return procedure.flatMap(({ key }) => (found.has(key) ? [key] : []))
}
