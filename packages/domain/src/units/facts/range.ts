import type { Portion } from "./portion.ts"
import { isWhole } from "./portion.ts"

/** Between which numbers a value lies for certain, and the likely one where there is one. */
export interface Range {
  readonly low: number
  readonly high: number
  readonly estimate: number | null
}

/** The range of one number. */
export const exactly = (value: number): Range => ({ low: value, high: value, estimate: value })

/** Some of a source, with what the source reported and weighed. */
export interface Piece {
  readonly portion: Portion
  readonly value: number
  /** What the whole source weighed; null where it is not known. */
  readonly weight: number | null
}

/**
 * The sum of counts. Of a part of a unit anything between nothing and all of its count may lie in it, whatever its share of
 * a weight is; the estimate takes the share. Counts must not be negative where a part is summed.
 */
export const summed = (pieces: ReadonlyArray<Piece>): Range => {
  let low = 0
  let high = 0
  let estimate: number | null = 0
  for (const { portion, value } of pieces) {
    low += isWhole(portion) ? value : 0
    high += value
    estimate = estimate === null || portion.estimate === null ? null : estimate + portion.estimate * value
  }
  return { low, high, estimate }
}
