import { exactDecimal, numberAt, powerOfTen } from "../../values/index.ts"
import type { Comparison } from "../rules/condition.ts"
import { MET, NOT_MET } from "../rules/verdict.ts"

/** A quotient of whole numbers; the denominator is above 0. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** The decimal that a number is written as, as a fraction. */
export const fractionOf = (value: number): Fraction => {
  const { coefficient, scale } = exactDecimal(value)
  return { top: coefficient, bottom: powerOfTen(scale) }
}

/** part / whole × times; null where the whole is 0. */
export const quotient = (part: Fraction, whole: Fraction, times: Fraction): Fraction | null => {
  if (whole.top === 0n) return null
  const top = part.top * whole.bottom * times.top
  const bottom = part.bottom * whole.top * times.bottom
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom }
}

/** The code of a comparison of a fraction with a decimal, exactly: 1/3 of 3 is 1. */
export const compareExactly = (op: Comparison, value: Fraction, than: number): number => {
  const wanted = fractionOf(than)
  const left = value.top * wanted.bottom
  const right = wanted.top * value.bottom
  const met =
    op === ">="
      ? left >= right
      : op === ">"
        ? left > right
        : op === "<="
          ? left <= right
          : op === "<"
            ? left < right
            : left === right
  return met ? MET : NOT_MET
}

/** The product as decimals multiply: 1,1 × 70 is 77. The nearest double; NaN where none can hold it. */
export const multiplied = (a: number, b: number): number => {
  const one = exactDecimal(a)
  const other = exactDecimal(b)
  const product = numberAt(one.coefficient * other.coefficient, one.scale + other.scale)
  return Number.isFinite(product) ? product : Number.NaN
}

/** a − b as decimals subtract: 80 − 79,9 is 0,1. */
export const subtracted = (a: number, b: number): number => {
  const one = exactDecimal(a)
  const other = exactDecimal(b)
  const scale = Math.max(one.scale, other.scale)
  return numberAt(
    one.coefficient * powerOfTen(scale - one.scale) - other.coefficient * powerOfTen(scale - other.scale),
    scale
  )
}
