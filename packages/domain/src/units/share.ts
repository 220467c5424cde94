import { Schema } from "effect"
import { WeightName } from "./weights.ts"

const said = {
  message:
    "phải là whole, part, rest, một phân số trên 0 đến 1, hoặc { of, by } · must be whole, part, rest, a fraction above 0 up to 1, or { of, by }"
}

const Fraction = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }, said))

const Sized = Schema.Union([
  Schema.Literals(["part", "rest"]).annotate(said),
  Fraction.check(Schema.isGreaterThan(0, said))
]).annotate(said)

/**
 * How much of a unit an event gives away, as its document says it: the `whole`, a `part` of unknown size, the `rest`
 * that remains after the other parts, a fraction, or one of these with the fractions of single weights where they
 * are known apart ("một phần diện tích, không có dân số": `{ "of": "part", "by": { "population": 0 } }`).
 */
export const StatedShare = Schema.Union([
  Schema.Literal("whole").annotate(said),
  Sized,
  Schema.Struct({ of: Sized, by: Schema.Record(WeightName, Fraction) })
]).annotate(said)
export type StatedShare = typeof StatedShare.Type

/** A share as it counts: `all` for every weight (1 = whole, null = unknown part), `by` for the weights where it is known apart. */
export const Share = Schema.Struct({ all: Schema.NullOr(Fraction), by: Schema.Record(WeightName, Fraction) })
export type Share = typeof Share.Type

/** The share of one weight; null where it is an unknown part. Without a weight: the share of everything. */
export const shareOf = (share: Share, weight: WeightName | null): number | null =>
  (weight === null || !Object.hasOwn(share.by, weight) ? undefined : share.by[weight]) ?? share.all

/** Between which fractions a share lies: equal ends where it is known, 0 to 1 where it is not. */
export interface Interval {
  readonly low: number
  readonly high: number
}

export const everything: Interval = { low: 1, high: 1 }

/** The interval of a share of one weight. */
export const intervalOf = (share: Share, weight: WeightName | null): Interval => {
  const known = shareOf(share, weight)
  return known === null ? { low: 0, high: 1 } : { low: known, high: known }
}

/** A share of a share. */
export const times = (a: Interval, b: Interval): Interval => ({ low: a.low * b.low, high: a.high * b.high })

/** Two shares of one unit together: never more than the whole of it. */
export const plus = (a: Interval, b: Interval): Interval => ({
  low: Math.min(1, a.low + b.low),
  high: Math.min(1, a.high + b.high)
})
