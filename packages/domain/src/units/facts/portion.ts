import type { Flow, KnownShare } from "./weighing.ts"

/** Fractions of branches are thirds and sevenths: their sums are whole but for the last bits. */
const SLACK = 1e-9

/**
 * How much of a source lies in a unit.
 *
 * **Details** `ways` tells whole from part without any weight: each time that a source is divided, every branch has an
 * equal fraction of the ways, so that they make 1 exactly where everything that was divided has come together again.
 */
export interface Portion extends KnownShare {
  readonly ways: number
  /** True where some link on the way was inferred rather than read in a legal text. */
  readonly inferred: boolean
}

export const wholePortion: Portion = { low: 1, high: 1, estimate: 1, ways: 1, inferred: false }

/** Whether all of the source is in it, whatever is counted. */
export const isWhole = ({ ways }: Portion): boolean => ways > 1 - SLACK

/**
 * The portion that goes on over a link.
 *
 * **Details** `alone`: whether the unit on the way has nothing but this source in it. Only then is the share of the
 * unit that goes on also the share of the source; otherwise anything between nothing and all of it may go, and the
 * estimate takes a part to be like its whole.
 */
export const along = (portion: Portion, flow: Flow, inferred: boolean, alone: boolean): Portion => {
  const marked = portion.inferred || inferred
  if (flow.branches === 1) return marked === portion.inferred ? portion : { ...portion, inferred: marked }
  return {
    low: alone ? portion.low * flow.low : 0,
    high: alone ? portion.high * flow.high : portion.high,
    estimate: portion.estimate === null || flow.estimate === null ? null : portion.estimate * flow.estimate,
    ways: portion.ways / flow.branches,
    inferred: marked
  }
}

/** Two portions of one source that came together. */
export const together = (a: Portion, b: Portion): Portion => {
  const inferred = a.inferred || b.inferred
  const ways = a.ways + b.ways
  if (ways > 1 - SLACK) return { ...wholePortion, inferred }
  const estimate = a.estimate === null || b.estimate === null ? null : Math.min(1, a.estimate + b.estimate)
  return { low: Math.min(1, a.low + b.low), high: Math.min(1, a.high + b.high), estimate, ways, inferred }
}
