import { computedAverage, type CriterionResult, type SetResults } from "@ntm/domain/criteria"
import { roundHalfUp } from "@ntm/domain/values"

/** What a set's lines say about its stated average, at the precision that the average was printed with. */
export interface SetReading {
  readonly computed: number
  readonly agrees: boolean
  /** Criteria that every unit assessed meets. */
  readonly fullCount: number
}

/** Whether every unit assessed meets the criterion; a line that prints "Đạt" speaks of the one unit of its set. */
const isFull = (line: CriterionResult, results: SetResults): boolean =>
  line.metCount !== null && line.metCount >= results.evaluatedCount

export const readSet = (results: SetResults): SetReading => {
  const computed = roundHalfUp(computedAverage(results), Math.max(results.statedAverageDecimals, 2))
  return {
    computed,
    agrees: roundHalfUp(computed, results.statedAverageDecimals) === results.statedAverage,
    fullCount: results.criteria.filter((line) => isFull(line, results)).length
  }
}
