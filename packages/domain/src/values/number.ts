import { Result, Schema } from "effect"
import { type Bilingual, bothLanguages, quoted } from "./bilingual.ts"
import { printDecimal, readPrintedNumber } from "./printed-number.ts"
import { atScale, checkDecimals, exactDecimal } from "./rounding.ts"

/** A double carries every decimal of 15 significant digits faithfully, and not every one of 16. */
const MOST_DIGITS = 15

/** A number with the decimals that it was printed with: "3,50" is 3.5 at two decimals. */
export interface ReadNumber {
  readonly value: number
  readonly decimals: number
}

/** Why a text is not a Vietnamese number. */
export class NumberError extends Schema.TaggedError<NumberError>()("NumberError", {
  reason: Schema.Literals(["empty", "notANumber", "separators", "tooPrecise"]),
  text: Schema.String
}) {
  get sentence(): Bilingual {
    const text = quoted(this.text)
    switch (this.reason) {
      case "empty":
        return { vi: "Chưa có số", en: "The number is missing" }
      case "notANumber":
        return { vi: `${text} không phải là số`, en: `${text} is not a number` }
      case "separators":
        return {
          vi: `${text} đặt sai dấu phân cách: dấu chấm ngăn từng nhóm ba chữ số, dấu phẩy trước phần thập phân`,
          en: `${text} has misplaced separators: a dot goes between groups of three digits, a comma before the decimals`
        }
      case "tooPrecise":
        return {
          vi: `${text} có quá ${MOST_DIGITS} chữ số có nghĩa nên không giữ được chính xác`,
          en: `${text} has more than ${MOST_DIGITS} significant digits and cannot be kept exactly`
        }
    }
  }
  override get message() {
    return bothLanguages(this.sentence)
  }
}

const significantDigits = (digits: string): number => digits.replace(/^0+/, "").length

const toNumber = (negative: boolean, integer: string, fraction: string): ReadNumber => {
  const size = Number(`${integer}.${fraction || "0"}`)
  return { value: negative && size !== 0 ? -size : size, decimals: fraction.length }
}

/**
 * Reads "3.734,307", "12 500", "-2,5", "05".
 *
 * **Details** A dot or a (no-break) space groups thousands, strictly by three and one kind in one number; a comma
 * begins the decimals. Fails with a `NumberError` on anything else, and beyond 15 significant digits (zeros at the
 * end count: they are claimed).
 * **Gotchas** "0.123" and "1.23" are refused, since their dot cannot be a thousands separator. "1.234" is 1234.
 */
export const parseVietnameseNumber = (text: string): Result.Result<ReadNumber, NumberError> => {
  const read = readPrintedNumber(text)
  if (Result.isFailure(read)) return Result.fail(new NumberError({ reason: read.failure, text }))
  const { fraction, integer, negative } = read.success
  return significantDigits(integer + fraction) > MOST_DIGITS
    ? Result.fail(new NumberError({ reason: "tooPrecise", text }))
    : Result.succeed(toNumber(negative, integer, fraction))
}

const pointShape = /^([+\-−]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/u

/**
 * What the printed form would say if its dot were a decimal point (and its comma a thousands separator):
 * "18.258" → 18.258, "18,258" → 18258.
 *
 * **Details** `undefined` where it cannot be read so ("3.734,307", "1.234.567"), where it has no separator and both
 * readings agree, and beyond 15 significant digits. Used to find a separator that was misread.
 */
export const readAsDecimalPoint = (text: string): ReadNumber | undefined => {
  const [, sign = "", integer = "", fraction = ""] = pointShape.exec(text.trim()) ?? []
  const digits = integer.replaceAll(",", "")
  if (integer === "" || (digits === integer && fraction === "")) return undefined
  if (significantDigits(digits + fraction) > MOST_DIGITS) return undefined
  return toNumber(sign === "-" || sign === "−", digits, fraction)
}

/**
 * "3.734,307": dots between thousands, a decimal comma, rounded half up to `decimals` (0–20).
 *
 * **Details** Without `decimals`, as many as the number needs. Never prints "-0".
 * **Gotchas** Throws a RangeError for NaN and infinities: missing numbers are not numbers.
 */
export const formatNumber = (value: number, decimals?: number): string => {
  if (decimals !== undefined) checkDecimals(decimals)
  const exact = exactDecimal(value)
  const scale = decimals ?? exact.scale
  return printDecimal(atScale(exact, scale), scale)
}
