import { formatNumber } from "./number.ts"
import { atScale, checkDecimals, divideHalfUp, exactDecimal, numberAt, powerOfTen } from "./rounding.ts"

/**
 * part / whole in percent, rounded half up (away from zero) to `decimals` (0–20). `null` where the whole is 0.
 *
 * **Details** Computed on the exact decimals: 634 of 789 is 80 at none, 80.4 at one decimal; 0.1 of 0.3 is 33.33.
 * **Gotchas** Throws a RangeError for NaN and infinities.
 */
export const percentOf = (part: number, whole: number, decimals: number): number | null => {
  checkDecimals(decimals)
  const top = exactDecimal(part)
  const bottom = exactDecimal(whole)
  if (bottom.coefficient === 0n) return null
  const scale = Math.max(top.scale, bottom.scale)
  return numberAt(divideHalfUp(atScale(top, scale) * powerOfTen(decimals + 2), atScale(bottom, scale)), decimals)
}

/**
 * Shares of `total` in proportion to the weights that sum to it exactly: largest-remainder rounding.
 *
 * **Details** Each share is a multiple of 10^(−decimals) and less than one such step from its exact value. What is
 * left after rounding down goes to the largest remainders, on a tie to the earlier weight. A weight of 0 gets 0.
 * `null` where there is nothing to share by: no weights, or all of them 0.
 * **Gotchas** "Exactly" is meant in decimals (33.4 + 33.3 + 33.3); adding doubles may show 1e−14. Throws a RangeError
 * for weights or totals that are negative or not finite, and for a total finer than its decimals.
 */
export const largestRemainder = (
  weights: ReadonlyArray<number>,
  total: number,
  decimals = 0
): ReadonlyArray<number> | null => {
  checkDecimals(decimals)
  const wanted = exactDecimal(total)
  const steps = atScale(wanted, decimals)
  if (wanted.coefficient < 0n || numberAt(steps, decimals) !== total) {
    throw new RangeError(
      `Không chia được tổng ${total} với ${decimals} số lẻ · Cannot share ${total} at ${decimals} decimals`
    )
  }
  const exact = weights.map(exactDecimal)
  const scale = exact.reduce((most, weight) => Math.max(most, weight.scale), 0)
  const parts = exact.map((weight) => atScale(weight, scale))
  if (parts.some((part) => part < 0n)) throw new RangeError("Trọng số không được âm · Weights must not be negative")
  const sum = parts.reduce((a, b) => a + b, 0n)
  if (sum === 0n) return null
  const shares = parts.map((part, index) => ({ index, floor: (part * steps) / sum, rest: (part * steps) % sum }))
  const left = Number(steps - shares.reduce((given, share) => given + share.floor, 0n))
  const lucky = new Set(
    shares
      .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ index }) => index)
  )
  return shares.map(({ floor, index }) => numberAt(lucky.has(index) ? floor + 1n : floor, decimals))
}

/** "80,4 %": a number in percent, rounded half up to `decimals`; without them, all that it has. */
export const formatPercent = (percent: number, decimals?: number): string => `${formatNumber(percent, decimals)} %`
