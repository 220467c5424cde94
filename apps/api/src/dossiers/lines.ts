import type { DossierLine } from "@ntm/contract"
import { type DossierStanding, type DossierStepStanding, standsSince } from "@ntm/domain/dossiers"

/** By how many days a step is past its due day, and each of the tasks that carry it out. */
const lateOf = ({ lateDays, tasks }: DossierStepStanding): ReadonlyArray<number> => [
  lateDays,
  ...tasks.map((task) => task.lateDays)
]

/** A dossier as lists show it. */
export const lineOf = (standing: DossierStanding): DossierLine => {
  const { at, dossier, expectedEnd, missing, state, steps, unit } = standing
  const step = steps.find((one) => one.step.key === at)?.step
  const isUnderWay = state === "open" || state === "returned"
  return {
    id: dossier.id,
    unit: unit === null ? null : { code: unit.code, name: unit.name, type: unit.type },
    tier: dossier.tier,
    procedure: dossier.procedure,
    state,
    at: step === undefined ? null : { key: step.key, ...step.name },
    since: isUnderWay ? standsSince(standing) : null,
    openedOn: dossier.openedOn,
    expectedEnd,
    lateDays: isUnderWay ? Math.max(0, ...steps.filter((one) => one.state !== "done").flatMap(lateOf)) : 0,
    missing,
    overridden: dossier.override !== null,
    illustrative: dossier.illustrative
  }
}
