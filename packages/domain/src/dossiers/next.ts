import type { DossierHistory, Told } from "./history.ts"
import type { Procedure } from "./procedure.ts"
import type { DossierNext, DossierStepStanding } from "./standing.ts"
import { isWanting } from "./paper-standing.ts"
import { resultOf } from "./step-rules.ts"

const stepNext = (one: DossierStepStanding): ReadonlyArray<DossierNext> => {
  const { papers, rule, state, step } = one
  if (state !== "ready" && state !== "begun") return []
  if (step.rule?._tag === "decision") return [{ _tag: "decided", step: step.key }]
  const result = resultOf(step.rule)
  const wanting = papers.some(isWanting) || (result !== null && (rule === null || rule.holds === false))
  return [
    ...(state === "ready" ? [{ _tag: "step", step: step.key, event: "begun" } as const] : []),
    ...(result === null ? [] : [{ _tag: result, step: step.key }]),
    ...(wanting ? [] : [{ _tag: "step", step: step.key, event: "done" } as const])
  ]
}

/** The steps that a dossier may be sent back to: those that are done or under way, the last first. */
const backTo = (steps: ReadonlyArray<DossierStepStanding>): ReadonlyArray<string> =>
  steps
    .filter(({ state, step }) => (state === "done" || state === "begun") && step.rule?._tag !== "decision")
    .map(({ step }) => step.key)
    .toReversed()

/**
 * What may be recorded next of a dossier that stands so; of a unit that is no more it can only be given up, or what it held be ended.
 *
 * **Details** Whether a certain event may be is told by `checkDossierEvents`.
 */
export const nextOf = (
  { state }: Pick<DossierHistory<Told>, "state">,
  steps: ReadonlyArray<DossierStepStanding>,
  { papers }: Pick<Procedure, "papers">,
  unitStands: boolean
): ReadonlyArray<DossierNext> => {
  const stepsNext = unitStands ? steps.flatMap(stepNext) : []
  switch (state) {
    case "open":
    case "returned": {
      const to = backTo(steps)
      if (!unitStands) return [{ _tag: "closed" }]
      return [
        ...stepsNext,
        ...papers.map(({ key }): DossierNext => ({ _tag: "paper", paper: key })),
        ...(to.length === 0 ? [] : [{ _tag: "returned", to } as const]),
        { _tag: "closed" }
      ]
    }
    case "recognised":
      return [...stepsNext.filter(({ _tag }) => _tag === "step"), { _tag: "revoked" }, { _tag: "expired" }]
    case "refused":
    case "revoked":
    case "expired":
    case "closed":
      return []
  }
}
