import type { UnitAttributes } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import type { Comparison } from "../rules/condition.ts"

/** What is known of one unit on a day. */
export interface Facts {
  readonly day: Day
  readonly type: string | null
  readonly attributes: UnitAttributes
  /** By column. */
  readonly values: {
    readonly [column: string]: { readonly value: number; readonly ageDays: number | null } | undefined
  }
}

/** A fraction; the bottom is above 0. */
export interface Exact {
  readonly top: bigint
  readonly bottom: bigint
}

/** The decimal that a double prints as. */
export const exact = (value: number): Exact => {
  const [digits = "", exponent = "0"] = String(value).split("e")
  const [whole = "", fraction = ""] = digits.split(".")
  const shift = Number(exponent) - fraction.length
  const top = BigInt(whole + fraction)
  return shift >= 0 ? { top: top * 10n ** BigInt(shift), bottom: 1n } : { top, bottom: 10n ** BigInt(-shift) }
}

/** part / whole × times; null where the whole is 0. */
export const over = (part: Exact, whole: Exact, times: Exact): Exact | null => {
  if (whole.top === 0n) return null
  const sign = whole.top < 0n ? -1n : 1n
  return { top: sign * part.top * whole.bottom * times.top, bottom: sign * part.bottom * whole.top * times.bottom }
}

export const holdsExactly = (op: Comparison, a: Exact, b: Exact): boolean => {
  const difference = a.top * b.bottom - b.top * a.bottom
  switch (op) {
    case ">=":
      return difference >= 0n
    case ">":
      return difference > 0n
    case "<=":
      return difference <= 0n
    case "<":
      return difference < 0n
    case "=":
      return difference === 0n
  }
}
