import type { Comparison } from "../rules/condition.ts"
import { NO_DATA, NO_THRESHOLD, NOT_MET } from "../rules/verdict.ts"

/**
 * Loops over columns that fill verdict codes for the units from `from` to before `to`.
 *
 * **Details** They do not branch by the values: what is true counts 1, and the codes of `verdict.ts` are sums of that, which is
 * several times faster on real data than choosing. A value is NaN where there is none; a threshold is NaN where the law has none and
 * `UNDECIDED` where it is not known which row of the law concerns the unit.
 */

/** A threshold whose row rests on something unknown about the unit. The numbers of a law are finite. */
export const UNDECIDED = Number.POSITIVE_INFINITY

/** Not met where the value fails the comparison; no value fails none. */
type AgainstNumber = (codes: Uint8Array, values: Float64Array, than: number, from: number, to: number) => void
type AgainstColumn = (codes: Uint8Array, values: Float64Array, than: Float64Array, from: number, to: number) => void

const numberKernels: { readonly [Op in Comparison]: AgainstNumber } = {
  ">=": (codes, values, than, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      codes[at] = Number(value < than) + NO_DATA * Number(value !== value)
    }
  },
  ">": (codes, values, than, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      codes[at] = Number(value <= than) + NO_DATA * Number(value !== value)
    }
  },
  "<=": (codes, values, than, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      codes[at] = Number(value > than) + NO_DATA * Number(value !== value)
    }
  },
  "<": (codes, values, than, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      codes[at] = Number(value >= than) + NO_DATA * Number(value !== value)
    }
  },
  "=": (codes, values, than, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      codes[at] = Number(value < than) + Number(value > than) + NO_DATA * Number(value !== value)
    }
  }
}

const columnKernels: { readonly [Op in Comparison]: AgainstColumn } = {
  ">=": (codes, values, thans, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      const than = thans[at] ?? Number.NaN
      codes[at] = Number(value < than) + NO_DATA * Number(value !== value)
    }
  },
  ">": (codes, values, thans, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      const than = thans[at] ?? Number.NaN
      codes[at] = Number(value <= than) + NO_DATA * Number(value !== value)
    }
  },
  "<=": (codes, values, thans, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      const than = thans[at] ?? Number.NaN
      codes[at] = Number(value > than) + NO_DATA * Number(value !== value)
    }
  },
  "<": (codes, values, thans, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      const than = thans[at] ?? Number.NaN
      codes[at] = Number(value >= than) + NO_DATA * Number(value !== value)
    }
  },
  "=": (codes, values, thans, from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] ?? Number.NaN
      const than = thans[at] ?? Number.NaN
      codes[at] = Number(value < than) + Number(value > than) + NO_DATA * Number(value !== value)
    }
  }
}

const noThreshold: AgainstNumber = (codes, _values, _than, from, to) => {
  codes.fill(NO_THRESHOLD, from, to)
}

/** The loop for one number that all units are held against; NaN where the law has none. */
export const againstNumber = (op: Comparison, than: number): AgainstNumber =>
  Number.isNaN(than) ? noThreshold : numberKernels[op]

/** Puts right the codes of units that have no number to be held against. */
export const fillGaps = (codes: Uint8Array, thans: Float64Array, from: number, to: number): void => {
  for (let at = from; at < to; at++) {
    const than = thans[at] ?? Number.NaN
    if (than !== than) codes[at] = NO_THRESHOLD
    else if (than === UNDECIDED) codes[at] = NO_DATA
  }
}

/** The loop for thresholds that differ between units; where there are gaps among them, `fillGaps` comes after. */
export const againstColumn = (op: Comparison): AgainstColumn => columnKernels[op]

/** One value against one threshold: the same code as the loops give. */
export const compareOne = (op: Comparison, value: number, than: number): number => {
  const fails =
    op === ">="
      ? value < than
      : op === ">"
        ? value <= than
        : op === "<="
          ? value > than
          : op === "<"
            ? value >= than
            : !Number.isNaN(value) && value !== than
  if (than !== than) return NO_THRESHOLD
  return than === UNDECIDED ? NO_DATA : Number(fails) + NO_DATA * Number(value !== value)
}

/** Attestations: 1 is met, 0 is not, anything else is none. */
export const attest = (codes: Uint8Array, values: Float64Array, from: number, to: number): void => {
  for (let at = from; at < to; at++) {
    const value = values[at] ?? Number.NaN
    codes[at] = NO_DATA - NO_DATA * Number(value === 1) - (NO_DATA - NOT_MET) * Number(value === 0)
  }
}
