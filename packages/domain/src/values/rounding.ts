/**
 * Rounding half up, away from zero for negative numbers: 0,5 → 1 and −0,5 → −1, as printed tables do.
 * It works on the decimal that a number is written as, not on its binary value: 1.005 is 1,005 and rounds to 1,01.
 */

/** coefficient × 10^(−scale), scale ≥ 0. */
export interface ExactDecimal {
  readonly coefficient: bigint
  readonly scale: number
}

/** More decimals than a double can carry; a larger request is a slip of the caller. */
const MOST_DECIMALS = 20

const written = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/** 10^exponent, exponent ≥ 0. */
export const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent)

/**
 * The decimal that the number is written as.
 *
 * **Gotchas** NaN and infinities throw a RangeError: they must not come this far.
 */
export const exactDecimal = (value: number): ExactDecimal => {
  const [, sign = "", integer = "", fraction = "", exponent = "0"] = written.exec(String(value)) ?? []
  if (integer === "") throw new RangeError(`Không phải số hữu hạn: ${value} · Not a finite number: ${value}`)
  const coefficient = BigInt(`${sign}${integer}${fraction}`)
  const scale = fraction.length - Number(exponent)
  return scale >= 0 ? { coefficient, scale } : { coefficient: coefficient * powerOfTen(-scale), scale: 0 }
}

/** Quotient rounded half up, away from zero. The denominator is not 0. */
export const divideHalfUp = (numerator: bigint, denominator: bigint): bigint => {
  const negative = numerator < 0n !== denominator < 0n
  const top = numerator < 0n ? -numerator : numerator
  const bottom = denominator < 0n ? -denominator : denominator
  const quotient = (2n * top + bottom) / (2n * bottom)
  return negative ? -quotient : quotient
}

/** Refuses a number of decimals outside 0–20 by a RangeError: it is written in code, never typed by a user. */
export const checkDecimals = (decimals: number): void => {
  if (Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS) return
  throw new RangeError(
    `Số chữ số thập phân phải từ 0 đến ${MOST_DECIMALS}, không phải ${decimals} · Decimals must be 0–${MOST_DECIMALS}`
  )
}

/** The coefficient of the decimal at the given scale, rounded half up where digits are lost. */
export const atScale = (decimal: ExactDecimal, scale: number): bigint =>
  scale >= decimal.scale
    ? decimal.coefficient * powerOfTen(scale - decimal.scale)
    : divideHalfUp(decimal.coefficient, powerOfTen(decimal.scale - scale))

/** The double nearest to coefficient × 10^(−scale). */
export const numberAt = (coefficient: bigint, scale: number): number => Number(`${coefficient}e-${scale}`)

/**
 * The number rounded half up to 0–20 decimals; 2.5 → 3, −2.5 → −3, 1.005 → 1.01 at two. Never gives −0.
 *
 * **Gotchas** Throws a RangeError for NaN, infinities and decimals outside 0–20.
 */
export const roundHalfUp = (value: number, decimals: number): number => {
  checkDecimals(decimals)
  return numberAt(atScale(exactDecimal(value), decimals), decimals)
}
