import { Schema } from "effect"

/** What a unit can be weighed by: `areaKm2`, `population`, `households` and others by name. */
export const WeightName = Schema.String.check(Schema.isPattern(/^[a-z][A-Za-z0-9]*$/))
export type WeightName = typeof WeightName.Type

export const Weights = Schema.Record(WeightName, Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)))
export type Weights = typeof Weights.Type

/** Weights as an event states them; null makes one unknown. */
export const StatedWeights = Schema.Record(
  WeightName,
  Schema.NullOr(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)))
)
export type StatedWeights = typeof StatedWeights.Type

/** Weights that come in whole pieces: parts of them are rounded so that nobody is lost. */
const counted: ReadonlySet<string> = new Set(["population", "households"])

/** Whether a weight counts whole things (people, households). */
export const isCounted = (name: WeightName): boolean => counted.has(name)
