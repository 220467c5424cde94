import { Result } from "effect"
import { type Bilingual, parsePeriod, type Period, periodEnd, periodStart } from "../values/index.ts"
import { addClaims, agree, type Claim, roundedClaim, scaleClaim, ticksOf, withoutClaim } from "./claim.ts"
import type { LikelyCause } from "./finding.ts"
import { printNumber, type Statement } from "./statement.ts"

/** Why a relation may not hold, read off the numbers alone. It is a hint to the reader, never a correction. */
export interface Cause {
  readonly kind: LikelyCause
  readonly text: Bilingual
}

/** Thousand and million: the slips of a separator, or of triệu for tỷ. */
const slips = [3, -3, 6, -6] as const

const slipCause = (statement: Statement, exponent: number): Cause => {
  const times = exponent > 0 ? `${10 ** exponent}` : `1/${10 ** -exponent}`
  const dotted = statement.decimals === 3 && exponent > 0
  const read = printNumber(statement.value, statement.decimals, statement.unit)
  return dotted
    ? {
        kind: "separatorMisread",
        text: {
          vi: `Khớp nếu dấu phân cách trong “${read}” là dấu hàng nghìn, không phải dấu thập phân`,
          en: `It fits if the separator in “${read}” marks thousands, not decimals`
        }
      }
    : {
        kind: statement.measure.dimension === "money" ? "unitMisread" : "separatorMisread",
        text: {
          vi: `Khớp nếu nhân “${read}” với ${times}: nhầm đơn vị (triệu với tỷ) hoặc nhầm dấu phân cách`,
          en: `It fits if “${read}” is multiplied by ${times}: a slip of unit (million for billion) or of separator`
        }
      }
}

/** Values that come from swapping two neighbouring digits. */
const swaps = (statement: Statement): ReadonlyArray<number> => {
  const digits = String(Math.round(Math.abs(statement.value) * 10 ** statement.decimals))
  const values: Array<number> = []
  for (let i = 0; i + 1 < digits.length; i++) {
    const a = digits.charAt(i)
    const b = digits.charAt(i + 1)
    if (a === b || (i === 0 && b === "0")) continue
    const swapped = Number(digits.slice(0, i) + b + a + digits.slice(i + 2)) / 10 ** statement.decimals
    values.push(statement.value < 0 ? -swapped : swapped)
  }
  return values
}

/**
 * A slip in one number that would make a relation hold.
 *
 * **Details** Only in numbers of three digits or more: with fewer, chance would often fit. `holds` answers whether the
 * relation holds with the statement's claim replaced. Tried in turn: a factor of a thousand or a million, then two
 * neighbouring digits swapped.
 */
export const slipIn = (statement: Statement, holds: (replaced: Claim) => boolean): Cause | null => {
  if (Math.abs(statement.value) * 10 ** statement.decimals < 100) return null
  // Zeros that a slip has put at the end claim no precision.
  const claim = roundedClaim(statement.claim, statement.measure)
  for (const exponent of slips) if (holds(scaleClaim(claim, exponent))) return slipCause(statement, exponent)
  for (const value of swaps(statement)) {
    const shift = ticksOf(value, statement.decimals, statement.measure) - statement.claim.mid
    const { mid, lo, hi, bound } = statement.claim
    if (!holds({ mid: mid + shift, lo: lo + shift, hi: hi + shift, bound })) continue
    const was = printNumber(statement.value, statement.decimals, statement.unit)
    const now = printNumber(value, statement.decimals, statement.unit)
    return {
      kind: "transposedDigits",
      text: {
        vi: `Khớp nếu “${was}” là “${now}” (đảo hai chữ số)`,
        en: `It fits if “${was}” is “${now}” (two digits swapped)`
      }
    }
  }
  return null
}

/** A statement in a sum, with its sign. */
export interface Signed {
  readonly statement: Statement
  readonly sign: 1 | -1
}

/**
 * The slip in one number of a sum that would make it hold; null where several numbers would do, since naming one of
 * them would be a guess.
 */
export const slipInSum = (target: Statement, parts: ReadonlyArray<Signed>, summed: Claim): Cause | null => {
  const found: Array<Cause> = []
  const note = (cause: Cause | null): void => {
    if (cause !== null) found.push(cause)
  }
  note(slipIn(target, (claim) => agree(claim, summed)))
  for (const { statement, sign } of parts) {
    const others = withoutClaim(summed, statement.claim, sign)
    const whole = { claim: others, sign: 1 } as const
    note(slipIn(statement, (claim) => agree(target.claim, addClaims([whole, { claim, sign }]))))
  }
  const scaled = found.filter(({ kind }) => kind !== "transposedDigits")
  const [only, ...others] = scaled.length > 0 ? scaled : found
  return only !== undefined && others.length === 0 ? only : null
}

/** Whether two printed days or periods have no day in common. */
const apart = (a: string, b: string): boolean => {
  const [first, second] = [parsePeriod(a), parsePeriod(b)]
  if (Result.isFailure(first) || Result.isFailure(second)) return false
  const ends = (period: Period): readonly [string, string] => [periodStart(period) ?? "", periodEnd(period) ?? "9999"]
  const [start, end] = ends(first.success)
  const [otherStart, otherEnd] = ends(second.success)
  return end < otherStart || otherEnd < start
}

/** Why two statements of one quantity differ. */
export const causeOfDisagreement = (doubted: Statement, other: Statement): Cause | null => {
  const slip =
    slipIn(doubted, (claim) => agree(claim, other.claim)) ?? slipIn(other, (claim) => agree(claim, doubted.claim))
  if (slip !== null) return slip
  if (doubted.when !== null && other.when !== null && apart(doubted.when, other.when)) {
    return {
      kind: "differentDays",
      text: {
        vi: `Hai số nói về hai thời điểm: ${doubted.when} và ${other.when}`,
        en: `The two speak of different days: ${doubted.when} and ${other.when}`
      }
    }
  }
  return null
}

/** A difference of no more than one further step of rounding. */
export const wrongRounding: Cause = {
  kind: "wrongRounding",
  text: { vi: "Làm tròn sai: chỉ lệch thêm một bước làm tròn", en: "Wrong rounding: off by one more step of rounding" }
}

const width = ({ lo, hi }: Claim): bigint => hi - lo

/** A sum that would hold if one of its numbers, the most roughly rounded, were off by one more step of its rounding. */
export const roundingIn = (target: Statement, parts: ReadonlyArray<Signed>, summed: Claim): Cause | null => {
  const { claim } = target
  const gap = claim.lo > summed.hi ? claim.lo - summed.hi : summed.lo - claim.hi
  const step = parts.reduce(
    (most, { statement }) => (width(statement.claim) > most ? width(statement.claim) : most),
    width(claim)
  )
  // Upper ends are left out of claims by a tick each.
  return gap <= step + 2n ? wrongRounding : null
}
