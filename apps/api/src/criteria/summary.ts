import type { CriteriaSetSummary, FrameSet } from "@ntm/contract"
import { type Confidence, type CriteriaSet, setOn } from "@ntm/domain/criteria"
import { formatDay } from "@ntm/domain/values"

/** A criteria set as a list shows it, at the end of its period: its size, and how sure its rules are. */
export const summaryOf = (whole: CriteriaSet): CriteriaSetSummary => {
  const {
    amendments: _amendments,
    conditions: _conditions,
    criteria,
    inputs: _inputs,
    recognition: _recognition,
    source: _source,
    ...set
  } = setOn(whole, whole.period.to)
  const indicators = criteria.flatMap((criterion) => criterion.indicators)
  const sure = (confidence: Confidence) => indicators.filter((indicator) => indicator.confidence === confidence).length
  return {
    ...set,
    criteriaCount: criteria.length,
    indicatorCount: indicators.length,
    verified: sure("verified"),
    recalled: sure("recalled"),
    unknown: sure("unknown"),
    illustrative: sure("illustrative")
  }
}

/** A set of which only the frame is known, as answers name it: with the decision whose annex is missing. */
export const frameOf = ({ id, legalBases, name }: CriteriaSet): FrameSet => {
  const [first] = legalBases
  const { date = null, number = null } = first ?? {}
  return { id, name, document: number === null ? null : date === null ? number : `${number} (${formatDay(date)})` }
}
