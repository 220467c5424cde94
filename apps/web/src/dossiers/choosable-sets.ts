import type { CriteriaSetSummary } from "@ntm/contract"
import { byTier } from "../assessments/by-tier.ts"

/**
 * The national sets that a unit may be judged by on a day, as units climb: of each tier the last one that has begun and has rules.
 *
 * **Details** As the server takes it where nobody names a set. One of which only the frame is known judges nobody, so the one before it stays.
 */
export const choosableSets = (
  sets: ReadonlyArray<CriteriaSetSummary>,
  unit: { readonly level: string; readonly type: string },
  asOf: string
): ReadonlyArray<CriteriaSetSummary> => {
  const judging = sets.filter(
    ({ derivesFrom, doNotEvaluate, level, period, types }) =>
      derivesFrom === null &&
      !doNotEvaluate &&
      level === unit.level &&
      period.from <= asOf &&
      (types === null || types.includes(unit.type))
  )
  return [...Map.groupBy(judging, ({ tier }) => tier).values()]
    .flatMap((same) => same.toSorted((a, b) => (a.period.from < b.period.from ? 1 : -1)).slice(0, 1))
    .toSorted(byTier)
}
