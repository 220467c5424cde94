import type { Day } from "../values/index.ts"
import type { DossierStanding } from "./standing.ts"

/**
 * The day from which a dossier waits for the step that it stands at: when the last step before was done, or it was sent back, or else when it was
 * opened. Null where no step is left.
 */
export const standsSince = ({
  at,
  dossier,
  events,
  steps
}: Pick<DossierStanding, "at" | "dossier" | "events" | "steps">): Day | null => {
  const here = steps.find(({ step }) => step.key === at)
  if (here === undefined) return null
  const before = here.step.after.flatMap((key) => steps.find(({ step }) => step.key === key)?.doneOn ?? [])
  const returned = events.flatMap(({ body, day }) => (body._tag === "returned" ? [day] : []))
  return [...before, ...returned].reduce((a, b) => (a > b ? a : b), dossier.openedOn)
}
