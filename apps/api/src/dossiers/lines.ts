import type { DossierLine } from "@ntm/contract"
import type { DossierStanding } from "@ntm/domain/dossiers"

/** A dossier as lists show it. */
export const lineOf = ({ at, dossier, expectedEnd, missing, state, steps, unit }: DossierStanding): DossierLine => {
  const step = steps.find((one) => one.step.key === at)?.step
  return {
    id: dossier.id,
    unit: unit === null ? null : { code: unit.code, name: unit.name, type: unit.type },
    tier: dossier.tier,
    procedure: dossier.procedure,
    state,
    at: step === undefined ? null : { key: step.key, ...step.name },
    openedOn: dossier.openedOn,
    expectedEnd,
    missing,
    overridden: dossier.override !== null,
    illustrative: dossier.illustrative
  }
}
