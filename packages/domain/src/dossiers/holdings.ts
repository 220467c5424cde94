import { tierWords } from "../criteria/index.ts"
import { type Chronicle, type Holding, type UnitId, unitOn } from "../units/index.ts"
import { type Day, formatDay } from "../values/index.ts"
import type { DossierJournal } from "./dossiers.ts"
import { historyOf } from "./history.ts"
import type { ProcedureOf } from "./procedure-versions.ts"

/**
 * Dossiers under way that rest on units on a day, one line each.
 *
 * **Details** What was decided is told as a recognition; what was refused or given up concerns nobody any more.
 */
export const dossierHoldings = (
  chronicle: Chronicle,
  { dossiers, events }: DossierJournal,
  procedureOf: ProcedureOf,
  units: ReadonlySet<UnitId>,
  day: Day
): ReadonlyArray<Holding> => {
  const eventsOf = Map.groupBy(events, ({ dossier }) => dossier)
  return dossiers.flatMap((dossier): ReadonlyArray<Holding> => {
    const { id, openedOn, tier, unit } = dossier
    const row = units.has(unit) && openedOn <= day ? unitOn(chronicle.register, unit, day) : undefined
    const known = (eventsOf.get(id) ?? []).filter((event) => event.day <= day)
    const { state } = historyOf(known, procedureOf(dossier) ?? { steps: [] })
    if (row === undefined || (state !== "open" && state !== "returned")) return []
    const { en, vi } = tierWords(tier, row.level)
    const label = {
      vi: `Hồ sơ đề nghị công nhận: ${vi} (số ${id}, mở ${formatDay(openedOn)})`,
      en: `Recognition dossier: ${en} (no. ${id}, opened ${openedOn})`
    }
    return [{ kind: "dossier", unit, count: 1, label }]
  })
}
