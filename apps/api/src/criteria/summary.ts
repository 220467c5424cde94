import type { CriteriaSetSummary } from "@ntm/contract"
import type { CriteriaSet } from "@ntm/domain/criteria"

/** A criteria set as a list shows it: its size, and how sure its rules are. */
export const summaryOf = ({ criteria, source: _source, ...set }: CriteriaSet): CriteriaSetSummary => {
  const indicators = criteria.flatMap((criterion) => criterion.indicators)
  const sure = (confidence: "verified" | "recalled" | "unknown") =>
    indicators.filter((indicator) => indicator.confidence === confidence).length
  return {
    ...set,
    criteriaCount: criteria.length,
    indicatorCount: indicators.length,
    verified: sure("verified"),
    recalled: sure("recalled"),
    unknown: sure("unknown")
  }
}
