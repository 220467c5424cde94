import { roundHalfUp } from "../../values/index.ts"
import { computedAverage, type SetResults } from "./results.ts"

/** What a set's lines say about its stated average, at the precision that the average was printed with. */
export interface SetReading {
  readonly computed: number
  readonly agrees: boolean
}

/** Holds a set's stated average against its lines. `computed` has at least two decimals. */
export const readSet = (results: SetResults): SetReading => {
  const computed = roundHalfUp(computedAverage(results), Math.max(results.statedAverageDecimals, 2))
  const agrees = roundHalfUp(computedAverage(results), results.statedAverageDecimals) === results.statedAverage
  return { computed, agrees }
}
