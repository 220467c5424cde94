import type { Tier } from "../criteria/index.ts"
import type { UnitId } from "../units/index.ts"
import type { Dossier } from "./dossier.ts"
import type { DossierJournal } from "./dossiers.ts"
import { historyOf } from "./history.ts"
import type { ProcedureOf } from "./procedure-versions.ts"
import type { OpeningCheck } from "./standing.ts"

/** The dossiers of a journal that are under way: neither decided nor given up. */
export const underWay = ({ dossiers, events }: DossierJournal, procedureOf: ProcedureOf): ReadonlyArray<Dossier> => {
  const byDossier = Map.groupBy(events, ({ dossier }) => dossier)
  return dossiers.filter((dossier) => {
    const { state } = historyOf(byDossier.get(dossier.id) ?? [], procedureOf(dossier) ?? { steps: [] })
    return state === "open" || state === "returned"
  })
}

/** What a check says once it is known which dossiers are under way: of a unit there is one for a tier at a time. */
export const besideOthers = (
  check: OpeningCheck,
  open: ReadonlyArray<Dossier>,
  unit: UnitId,
  tier: Tier
): OpeningCheck => {
  const other = open.find((one) => one.unit === unit && one.tier === tier)
  if (other === undefined) return check
  const reason = {
    kind: "alreadyOpen",
    overridable: false,
    vi: `đơn vị đang có hồ sơ đề nghị hạng này (số ${other.id})`,
    en: `the unit has a dossier for the tier under way (${other.id})`
  } as const
  return { ...check, allowed: false, reasons: [reason, ...check.reasons] }
}
