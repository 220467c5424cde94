import type { Comparison } from "../rules/condition.ts"
import { againstColumn, againstNumber, compareOne, fillGaps, UNDECIDED } from "./kernels.ts"
import type { BoundMeasure, BoundThreshold, Run } from "./kernels-bound.ts"
import { compareExactly } from "./kernels-exact.ts"
import { NO_DATA } from "../rules/verdict.ts"

/**
 * Within this share of the threshold a quotient of doubles may lie on the wrong side of it (one quotient is off by some
 * 5 × 10^(−16)): there the fractions themselves are compared. Values that are reported need no such care: a double keeps the
 * order of all decimals of 15 digits.
 */
const NEAR = 1e-12

/** The threshold of one unit, as the loops read it. */
export const thresholdAt = (threshold: BoundThreshold, at: number): number =>
  threshold.constant ?? threshold.values[at] ?? Number.NaN

/** Compares again, exactly, the quotients that lie close to their threshold, and those that no double holds. */
const settle = (
  op: Comparison,
  codes: Uint8Array,
  measure: BoundMeasure,
  threshold: BoundThreshold,
  from: number,
  to: number
): void => {
  for (let at = from; at < to; at++) {
    const value = measure.values[at] ?? Number.NaN
    const than = thresholdAt(threshold, at)
    const far = Math.abs(value - than) > NEAR * Math.abs(than)
    if (far || than === UNDECIDED || than !== than) continue
    const fraction = measure.exact?.(at) ?? null
    if (fraction !== null) codes[at] = compareExactly(op, fraction, than)
  }
}

/** Where the value may be anything between two bounds: what is true of all of it, or no data. */
const compareBounds = (
  op: Comparison,
  codes: Uint8Array,
  least: Float64Array,
  most: Float64Array,
  threshold: BoundThreshold,
  from: number,
  to: number
): void => {
  for (let at = from; at < to; at++) {
    const low = least[at] ?? Number.NaN
    const high = most[at] ?? Number.NaN
    const than = thresholdAt(threshold, at)
    const atLow = compareOne(op, low, than)
    const straddles = op === "=" && low !== high && low <= than && than <= high
    codes[at] = atLow === compareOne(op, high, than) && !straddles ? atLow : NO_DATA
  }
}

/** The loop that holds a measure against a threshold and fills `codes`. */
export const compareInto = (
  codes: Uint8Array,
  op: Comparison,
  measure: BoundMeasure,
  threshold: BoundThreshold
): Run => {
  const { values, most, exact } = measure
  const number = againstNumber(op, threshold.constant ?? Number.NaN)
  const column = againstColumn(op)
  const compare = (from: number, to: number): void => {
    if (threshold.constant !== null) return number(codes, values, threshold.constant, from, to)
    column(codes, values, threshold.values, from, to)
    if (threshold.gaps.any) fillGaps(codes, threshold.values, from, to)
  }
  if (measure.run === null) return compare
  return (from, to) => {
    measure.run?.(from, to)
    if (most !== null) return compareBounds(op, codes, values, most, threshold, from, to)
    compare(from, to)
    if (exact !== null) settle(op, codes, measure, threshold, from, to)
  }
}
