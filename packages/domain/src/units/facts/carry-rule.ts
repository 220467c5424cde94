import { Schema } from "effect"
import { WeightName } from "../weights.ts"

const bounded = Schema.makeFilter(
  ({ min, max }: { readonly min: number; readonly max: number | null }) =>
    max === null || min <= max || "Giá trị nhỏ nhất lớn hơn giá trị lớn nhất · The least value is above the greatest"
)

/**
 * How the values of an indicator pass to other boundaries when units are rearranged; kept with the indicator.
 *
 * **Details** `sum`: counts, never negative; of a part of a unit the share of the named weight. `average`: rates,
 * averaged by their weight, with the range that a rate can take (0 to 100 for a percentage, 0 to null for an income).
 * `attested`: true or false; holds only if it held in every predecessor. `lowest`: levels of an ordered scale, of which a higher
 * one includes those below it ("mức độ 2"); the lowest that any predecessor had is the one that all of them had. `none`: never
 * carried.
 */
export const CarryRule = Schema.Union([
  Schema.Struct({ carry: Schema.Literal("sum"), weight: WeightName }),
  Schema.Struct({
    carry: Schema.Literal("average"),
    weight: WeightName,
    min: Schema.Finite,
    max: Schema.NullOr(Schema.Finite)
  }).check(bounded),
  Schema.Struct({ carry: Schema.Literal("attested") }),
  Schema.Struct({ carry: Schema.Literal("lowest") }),
  Schema.Struct({ carry: Schema.Literal("none") })
])
export type CarryRule = typeof CarryRule.Type
