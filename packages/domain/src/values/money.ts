import { Result } from "effect"
import { type Dong, dongFromBigInt } from "./dong.ts"
import { MoneyError } from "./money-error.ts"
import { type MoneyUnit, moneyUnitExponent, moneyUnitOf } from "./money-unit.ts"
import { printDecimal, readPrintedNumber } from "./printed-number.ts"
import { atScale, checkDecimals, powerOfTen } from "./rounding.ts"

/** An amount as a document states it. */
export interface StatedMoney {
  readonly amount: Dong
  /** The smallest step that the printed form claims, in đồng: "3.734,307 tỷ" claims 1.000.000. */
  readonly precision: Dong
  /** The unit printed; of "12 tỷ 500 triệu" the last one, which carries the precision. */
  readonly unit: MoneyUnit
}

interface Part {
  readonly unit: MoneyUnit
  readonly size: bigint
  readonly step: bigint
}

const partShape = /(\d(?:[\d., \u00a0\u2009\u202f]*\d)?)([^\d]*)/gu

const readPart = (digits: string, unit: MoneyUnit): Result.Result<Part, MoneyError["reason"]> => {
  const read = readPrintedNumber(digits)
  if (Result.isFailure(read)) return Result.fail(read.failure)
  const { fraction, integer } = read.success
  const spare = moneyUnitExponent(unit) - fraction.length
  if (spare < 0) return Result.fail("fraction")
  return Result.succeed({ unit, size: BigInt(integer + fraction) * powerOfTen(spare), step: powerOfTen(spare) })
}

const unsigned = (text: string): { readonly negative: boolean; readonly body: string } => {
  const bracketed = /^\(([^()]*)\)([^()]*)$/u.exec(text)
  if (bracketed !== null) return { negative: true, body: `${bracketed[1] ?? ""}${bracketed[2] ?? ""}` }
  const signed = /^([+\-−])(?=\d)/u.exec(text)
  return { negative: signed !== null && signed[1] !== "+", body: signed === null ? text : text.slice(1) }
}

const readParts = (
  body: string,
  defaultUnit: MoneyUnit | undefined
): Result.Result<ReadonlyArray<Part>, MoneyError["reason"]> => {
  if (body === "") return Result.fail("empty")
  if (!/^\d/.test(body)) return Result.fail("notANumber")
  const pieces = Array.from(body.matchAll(partShape), ([, digits = "", words = ""]) => ({
    digits,
    words: words.replace(/[\s,;.]+$/u, "").trim()
  }))
  const parts: Array<Part> = []
  for (const { digits, words } of pieces) {
    const unit = words === "" && pieces.length === 1 ? defaultUnit : moneyUnitOf(words)
    if (unit === undefined) return Result.fail(words === "" ? "unitMissing" : "unitUnknown")
    const part = readPart(digits, unit)
    if (Result.isFailure(part)) return Result.fail(part.failure)
    parts.push(part.success)
  }
  return Result.succeed(parts)
}

/** Whether each part but the last is a whole number of its unit, and the next stays below one of that unit. */
const descend = (parts: ReadonlyArray<Part>): boolean =>
  parts.every((part, i) => {
    const next = parts[i + 1]
    return next === undefined || (part.step === powerOfTen(moneyUnitExponent(part.unit)) && next.size < part.step)
  })

/**
 * Reads an amount with its unit: "3.734,307 tỷ đồng", "18.258 triệu", "12 tỷ 500 triệu", "-2,5 tỷ", "(2,5) tỷ".
 *
 * **Details** `defaultUnit` (a table's "ĐVT") serves where the text names none; without it such a text fails with
 * "unitMissing". Also fails on malformed separators, rates and other units, a fraction of a đồng (more decimals than
 * the unit has places), parts that do not go from large to small, and amounts beyond the safe integers.
 * **Gotchas** A unit in the text wins over `defaultUnit`. Words around it ("khoảng", "trên") are not read here.
 */
export const parseMoney = (text: string, defaultUnit?: MoneyUnit): Result.Result<StatedMoney, MoneyError> => {
  const refuse = (reason: MoneyError["reason"]) => Result.fail(new MoneyError({ reason, text }))
  const { body, negative } = unsigned(text.normalize("NFC").trim())
  const read = readParts(body.trim(), defaultUnit)
  if (Result.isFailure(read)) return refuse(read.failure)
  const parts = read.success
  const last = parts.at(-1)
  if (last === undefined || !descend(parts)) return refuse("compound")
  const size = parts.reduce((sum, part) => sum + part.size, 0n)
  const amount = dongFromBigInt(negative ? -size : size)
  const precision = dongFromBigInt(last.step)
  if (Result.isFailure(amount) || Result.isFailure(precision)) return refuse("range")
  return Result.succeed({ amount: amount.success, precision: precision.success, unit: last.unit })
}

const exactly = (amount: Dong, exponent: number): string => {
  const text = printDecimal(BigInt(amount), exponent)
  return exponent === 0 ? text : text.replace(/,?0+$/, "")
}

const rounded = (amount: Dong, exponent: number, decimals: number): string => {
  checkDecimals(decimals)
  return printDecimal(atScale({ coefficient: BigInt(amount), scale: exponent }, decimals), decimals)
}

/**
 * "3.734,307 tỷ đồng".
 *
 * **Details** `decimals` (0–20) rounds half up, away from zero; left out, as many are printed as the amount needs, so
 * that no đồng is lost. `withUnit: false` leaves the unit to a table's heading.
 */
export const formatMoney = (
  amount: Dong,
  options: { readonly unit: MoneyUnit; readonly decimals?: number; readonly withUnit?: boolean }
): string => {
  const { decimals, unit, withUnit = true } = options
  const exponent = moneyUnitExponent(unit)
  const text = decimals === undefined ? exactly(amount, exponent) : rounded(amount, exponent, decimals)
  return withUnit ? `${text} ${unit}` : text
}
