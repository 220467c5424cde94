import { counts } from "./kernels-combine.ts"
import { NO_DATA } from "../rules/verdict.ts"

/** Columns of units that are made of what the units below them are: by place, `parent` is the place of the unit above. */
export interface Below {
  /** Units above. */
  readonly size: number
  /** The unit above of each unit below; −1: none that is asked for. */
  readonly parent: Int32Array
  /** 1 for the units below that are counted (of the types asked for, in the programme), 0 for the others; null: all. */
  readonly counted: Uint8Array | null
}

/** What is known of titles of the units below. */
export interface TitlesBelow {
  /** 1: holds the tier, 0: does not, NaN: not known. */
  readonly held: Float64Array
  /**
   * For a tier that is checked again: 1 where the title was granted under the set itself, and the codes of that set's verdicts on
   * the day. Null where titles count as they are.
   */
  readonly again: { readonly underTheSet: Uint8Array; readonly codes: Uint8Array } | null
}

/** 1, 0 or NaN: whether the title of a unit counts. */
const counting = ({ again, held }: TitlesBelow, at: number): number => {
  const title = held[at] ?? Number.NaN
  if (title !== 1 || again === null || again.underTheSet[at] === 1)
    return title === 1 || title === 0 ? title : Number.NaN
  const code = again.codes[at] ?? NO_DATA
  return code >= NO_DATA ? Number.NaN : counts(code)
}

/**
 * Per cent of the units below that hold a tier: the column of `tierShare`, and of `withdrawnBelow` with withdrawals for titles.
 *
 * **Details** No data where one of them is not known, and where there is none. The quotient is the double nearest to the exact
 * one, so that it compares with a decimal of up to 14 digits as the exact one does.
 */
export const shareBelow = ({ counted, parent, size }: Below, titles: TitlesBelow): Float64Array => {
  const held = new Float64Array(size)
  const units = new Float64Array(size)
  for (let at = 0; at < parent.length; at++) {
    const above = parent[at] ?? -1
    if (above < 0 || counted?.[at] === 0) continue
    held[above] = (held[above] ?? 0) + counting(titles, at)
    units[above] = (units[above] ?? 0) + 1
  }
  return held.map((number, above) => (100 * number) / (units[above] ?? 0))
}

/** The least value of the units below: the column of `leastBelow`. No data where one of them has none, and where there is none. */
export const leastBelow = ({ counted, parent, size }: Below, values: Float64Array): Float64Array => {
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  for (let at = 0; at < parent.length; at++) {
    const above = parent[at] ?? -1
    // The least of NaN and anything is NaN.
    if (above >= 0 && counted?.[at] !== 0) least[above] = Math.min(least[above] ?? Number.NaN, values[at] ?? Number.NaN)
  }
  return least.map((value) => (Number.isFinite(value) ? value : Number.NaN))
}
