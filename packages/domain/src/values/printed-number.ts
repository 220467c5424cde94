import { Result } from "effect"

/**
 * A number as Vietnamese documents print it: thousands by a dot (or a space), decimals by a comma, "3.734,307".
 * Grouping is read strictly, because a dot in the wrong place is the commonest slip in such documents.
 */

/** The digits of a printed number. The fraction keeps its trailing zeros: they are part of the precision claimed. */
export interface PrintedNumber {
  readonly negative: boolean
  readonly integer: string
  readonly fraction: string
}

/** empty: nothing there · notANumber: other characters · separators: dots, spaces or commas where they cannot be. */
export type PrintedNumberFault = "empty" | "notANumber" | "separators"

// One kind of thousands mark in one number. A group never begins with 0, so that "0.123" is not taken for 123.
const shape = /^([+\-−]?)(\d+|[1-9]\d{0,2}([. \u00a0\u2009\u202f])\d{3}(?:\3\d{3})*)(?:,(\d+))?$/u
const numeric = /^[+\-−]?(?=[.,]*\d)[\d., \u00a0\u2009\u202f]+$/u

/** Reads the digits, or says what stands in the way. A sign must touch the first digit: "- 5" is a list item. */
export const readPrintedNumber = (text: string): Result.Result<PrintedNumber, PrintedNumberFault> => {
  const trimmed = text.trim()
  const match = shape.exec(trimmed)
  if (match === null) {
    return Result.fail(trimmed === "" ? "empty" : numeric.test(trimmed) ? "separators" : "notANumber")
  }
  const [, sign = "", integer = "", , fraction = ""] = match
  return Result.succeed({ negative: sign === "-" || sign === "−", integer: integer.replace(/\D/g, ""), fraction })
}

/** coefficient × 10^(−scale): dots between thousands, a comma before `scale` decimals, "-" before a negative number. */
export const printDecimal = (coefficient: bigint, scale: number): string => {
  const digits = String(coefficient < 0n ? -coefficient : coefficient).padStart(scale + 1, "0")
  const integer = digits.slice(0, digits.length - scale).replace(/\B(?=(?:\d{3})+$)/g, ".")
  const fraction = scale === 0 ? "" : `,${digits.slice(-scale)}`
  return `${coefficient < 0n ? "-" : ""}${integer}${fraction}`
}
