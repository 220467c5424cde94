import type { Measure } from "./measure.ts"

/**
 * What a printed number claims: an interval, in ticks of 10⁻¹² base units.
 *
 * **Details** "4.652 tỷ đồng" claims every amount that rounds to it, 4.651,5 to 4.652,5 tỷ; "137 xã" claims exactly
 * 137. Rounding is half up, so the upper end itself is left out (below zero both ends stay in: authors differ there).
 * Relations are checked on intervals, so that a sum of rounded parts may be off by the rounding of its parts and no
 * more. All arithmetic is on integers: nothing is lost to binary fractions.
 */
export interface Claim {
  readonly mid: bigint
  readonly lo: bigint
  readonly hi: bigint
  /** Set where a word loosens the number: "khoảng", "trên", "dưới". */
  readonly bound: Bound | null
}

export type Bound = "about" | "atLeast" | "atMost"

/** Ticks a base unit: 12 decimal places. */
const PLACES = 12
const powers = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent))
const power = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(Math.max(0, exponent))

/** Most decimal places that a claim can hold in its own unit. */
export const MAX_DECIMALS = PLACES - 1

/** Tried in turn, on whole words: "trước" is not "ước", "không dưới" not "dưới", "ít hơn" not "hơn". */
const words: ReadonlyArray<readonly [Bound, RegExp]> = (
  [
    ["about", "khoảng|ước|dự kiến|xấp xỉ|chừng|tạm tính|gần|cơ bản|[~≈±]"],
    ["atLeast", "không (dưới|ít hơn|thấp hơn|nhỏ hơn|kém)|ít nhất|tối thiểu|[>≥]"],
    ["atMost", "không (quá|vượt|hơn|trên|nhiều hơn|lớn hơn|cao hơn)|tối đa|nhiều nhất|[<≤]"],
    ["atMost", "dưới|(ít|thấp|nhỏ|kém) hơn|chưa (đến|tới|đầy|quá)|trở xuống"],
    ["atLeast", "trên|hơn|từ|vượt|trở lên"]
  ] as const
).map(([bound, pattern]) => [bound, new RegExp(`(?<!\\p{L})(${pattern})(?!\\p{L})`, "u")])

/** Reads a qualifier. "không dưới" is a lower bound although it says "dưới"; "còn" and unknown words loosen nothing. */
export const boundOf = (qualifier: string | null): Bound | null => {
  if (qualifier === null) return null
  const text = qualifier.normalize("NFC").toLowerCase()
  for (const [bound, pattern] of words) if (pattern.test(text)) return bound
  return null
}

const abs = (ticks: bigint): bigint => (ticks < 0n ? -ticks : ticks)

const whole = (value: number, decimals: number): bigint => BigInt(Math.round(value * 10 ** decimals))

/** Decimal places that a number is written with. */
export const placesOf = (value: number): number => {
  let places = 0
  while (places < MAX_DECIMALS && Number(value.toFixed(places)) !== value) places++
  return places
}

/** The value in ticks, without any interval. `decimals` places of `value` count. */
export const ticksOf = (value: number, decimals: number, measure: Measure): bigint =>
  whole(value, decimals) * power(PLACES - decimals + measure.exponent)

/** Ticks back to a number of the unit, to six places. */
export const numberOf = (ticks: bigint, measure: Measure): number => {
  const scaled = (abs(ticks) * 1_000_000n) / power(PLACES + measure.exponent)
  return (ticks < 0n ? -1 : 1) * (Number(scaled) / 1_000_000)
}

/** Size of the last non-zero digit of a whole number, at least three digits kept: 230147 → 1, 230000 → 1000. */
const roundness = (mantissa: bigint): bigint => {
  let step = 1n
  while (mantissa !== 0n && mantissa % (step * 10n) === 0n && abs(mantissa) / (step * 10n) >= 100n) step *= 10n
  return step
}

/**
 * The claim of a printed number.
 *
 * **Details** A whole number of counted things is exact; any other number is rounded half a step either way, a step
 * being its last printed place. "khoảng", "ước", "dự kiến" widen it to half its last non-zero digit and at least
 * 0,5 %; "trên" and "dưới" open one side by a tenth, since "trên 12.500" does not mean 20.000.
 */
export const claimOf = (
  value: number,
  decimals: number,
  measure: Measure,
  qualifier: string | null,
  valueMax: number | null
): Claim => {
  const unitTicks = power(PLACES - decimals + measure.exponent)
  const mantissa = whole(value, decimals)
  const mid = mantissa * unitTicks
  const half = measure.exact && decimals === 0 ? 0n : unitTicks / 2n
  const top = valueMax === null ? mid : ticksOf(valueMax, placesOf(valueMax), measure)
  const bound = boundOf(qualifier)
  const above = half === 0n || top < 0n ? half : half - 1n
  if (bound === null) return { mid, lo: mid - half, hi: top + above, bound }
  const slack = (roundness(mantissa) * unitTicks) / 2n
  const widened = [half, slack, abs(mid) / 200n].reduce((a, b) => (a > b ? a : b))
  const tenth = abs(mid) / 10n
  if (bound === "atLeast") return { mid, lo: mid - half, hi: top + (tenth > widened ? tenth : widened), bound }
  if (bound === "atMost") return { mid, lo: mid - (tenth > widened ? tenth : widened), hi: top + above, bound }
  return { mid, lo: mid - widened, hi: top + widened, bound }
}

/** A claim as rounded as its trailing zeros show: "230.000 m²" may restate 230.147. Only where three zeros or more end it. */
export const roundedClaim = (claim: Claim, measure: Measure): Claim => {
  const unitTicks = power(PLACES + measure.exponent)
  if (claim.mid === 0n || claim.mid % (unitTicks * 1000n) !== 0n) return claim
  const half = (roundness(claim.mid / unitTicks) * unitTicks) / 2n
  const lo = claim.mid - half
  const hi = claim.mid + half
  return { ...claim, lo: lo < claim.lo ? lo : claim.lo, hi: hi > claim.hi ? hi : claim.hi }
}

/** Sum of signed claims. */
export const addClaims = (parts: ReadonlyArray<{ readonly claim: Claim; readonly sign: 1 | -1 }>): Claim => {
  let mid = 0n
  let lo = 0n
  let hi = 0n
  for (const { claim, sign } of parts) {
    if (sign === 1) {
      mid += claim.mid
      lo += claim.lo
      hi += claim.hi
    } else {
      mid -= claim.mid
      lo -= claim.hi
      hi -= claim.lo
    }
  }
  return { mid, lo, hi, bound: null }
}

/** A sum of claims without one of its parts. */
export const withoutClaim = (sum: Claim, part: Claim, sign: 1 | -1): Claim =>
  sign === 1
    ? { mid: sum.mid - part.mid, lo: sum.lo - part.lo, hi: sum.hi - part.hi, bound: null }
    : { mid: sum.mid + part.mid, lo: sum.lo + part.hi, hi: sum.hi + part.lo, bound: null }

/** Whether the two claims can both be true of one quantity. */
export const agree = (a: Claim, b: Claim): boolean => a.lo <= b.hi && b.lo <= a.hi

/** The claim times a power of ten: what it would say with a slipped separator or unit. */
export const scaleClaim = (claim: Claim, exponent: number): Claim => {
  const by = power(Math.abs(exponent))
  const scale = (ticks: bigint): bigint => (exponent >= 0 ? ticks * by : ticks / by)
  return { ...claim, mid: scale(claim.mid), lo: scale(claim.lo), hi: scale(claim.hi) }
}
