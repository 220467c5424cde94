import type { Comparison, InputSpec } from "@ntm/domain/criteria"

/** What a value may be: both ends inclusive unless open; infinite where nothing is asked. */
export interface Range {
  readonly low: number
  readonly lowOpen: boolean
  readonly high: number
  readonly highOpen: boolean
}

export const anything: Range = {
  low: Number.NEGATIVE_INFINITY,
  lowOpen: false,
  high: Number.POSITIVE_INFINITY,
  highOpen: false
}

/** The values of which a comparison with a number holds, or does not; of two sides of an equation the greater. */
export const rangeOf = (op: Comparison, than: number, holds: boolean): Range => {
  const from = (lowOpen: boolean): Range => ({ ...anything, low: than, lowOpen })
  const to = (highOpen: boolean): Range => ({ ...anything, high: than, highOpen })
  switch (op) {
    case ">=":
      return holds ? from(false) : to(true)
    case ">":
      return holds ? from(true) : to(false)
    case "<=":
      return holds ? to(false) : from(true)
    case "<":
      return holds ? to(true) : from(false)
    case "=":
      return holds ? { low: than, lowOpen: false, high: than, highOpen: false } : from(true)
  }
}

/** The values that are in both; nothing may be. */
export const both = (a: Range, b: Range): Range => ({
  low: Math.max(a.low, b.low),
  lowOpen: a.low === b.low ? a.lowOpen || b.lowOpen : a.low > b.low ? a.lowOpen : b.lowOpen,
  high: Math.min(a.high, b.high),
  highOpen: a.high === b.high ? a.highOpen || b.highOpen : a.high < b.high ? a.highOpen : b.highOpen
})

/** Words of units that come in whole numbers, beside those that the domain counts; and the greatest that there is. */
const whole: Readonly<Record<string, number>> = {
  "mức độ": 3,
  điểm: Infinity,
  "điểm/xã": Infinity,
  "mô hình/xã": Infinity
}

type Spec = Pick<InputSpec, "kind" | "unit">

/** How finely a value is reported, the greatest of its kind, and how far above what is asked it commonly lies. */
const scaleOf = ({ kind, unit }: Spec) => {
  const most = unit === null ? undefined : whole[unit]
  if (kind === "attestation") return { perOne: 1, most: 1, above: () => 1 }
  if (kind === "percent") return { perOne: 10, most: 100, above: (least: number) => (1000 - least) * 0.6 }
  return kind === "count" || most !== undefined
    ? { perOne: 1, most: most ?? Number.POSITIVE_INFINITY, above: () => 2 }
    : { perOne: 10, most: Number.POSITIVE_INFINITY, above: (least: number) => Math.max(5, least * 0.25) }
}

/** A number that is whole in tenths is not always so in doubles: 79.2 × 10. */
const SLACK = 1e-6

/** The least and the greatest value, counted in steps of reporting. */
const ends = ({ high, highOpen, low, lowOpen }: Range, perOne: number, most: number): readonly [number, number] => {
  const from = Math.max(low, 0) * perOne
  const to = Math.min(high, most) * perOne
  const first = Math.ceil(from - SLACK)
  const last = Math.floor(to + SLACK)
  return [
    lowOpen && low >= 0 && first - from <= SLACK ? first + 1 : first,
    highOpen && high <= most && to - last <= SLACK ? last - 1 : last
  ]
}

/** Where only an upper end is asked, values begin at this share of it. */
const FROM = 0.6

/**
 * A value within the range, as its kind is reported (percentages with one decimal, things counted, 1 or 0), close to what is
 * asked; `at` from 0 to below 1 says where. Undefined where there is none.
 */
export const valueIn = (range: Range, spec: Spec, at: number): number | undefined => {
  const { above, most, perOne } = scaleOf(spec)
  const [least, greatest] = ends(range, perOne, most)
  if (least > greatest) return undefined
  const hasLow = range.low > 0
  const hasHigh = range.high < most
  const last = hasHigh ? greatest : Math.min(greatest, Math.ceil(least + above(least)))
  const first = hasLow || spec.kind === "attestation" ? least : Math.max(least, Math.min(last, Math.ceil(last * FROM)))
  return (first + Math.floor(at * (last - first + 1))) / perOne
}
