import { Schema } from "effect"

/** What a unit can be weighed by: `areaKm2`, `population`, `households` and others by name. */
export const WeightName = Schema.String.check(Schema.isPattern(/^[a-z][A-Za-z0-9]*$/))
export type WeightName = typeof WeightName.Type

export const Weights = Schema.Record(WeightName, Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)))
export type Weights = typeof Weights.Type

/** Weights that come in whole pieces: parts of them are rounded so that nobody is lost. */
const counted: ReadonlySet<string> = new Set(["population", "households"])

/** More than five times the country: nobody lives in a number beyond it. */
const mostPeople = 500_000_000

const amount = { message: "phải là số từ 0 trở lên, hoặc null · must be a number from 0 on, or null" }

/** Weights as an event states them; null makes one unknown. People and households are whole numbers. */
export const StatedWeights = Schema.Record(
  WeightName,
  Schema.NullOr(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1e15 }, amount))).annotate(amount)
).check(
  Schema.makeFilter(
    (weights) =>
      Object.entries(weights).every(
        ([name, weight]) => weight === null || !counted.has(name) || (Number.isInteger(weight) && weight <= mostPeople)
      ) ||
      "dân số và số hộ là số nguyên, không quá 500 triệu · people and households are whole numbers, 500 million at most"
  )
)
export type StatedWeights = typeof StatedWeights.Type

/** Whether a weight counts whole things (people, households). */
export const isCounted = (name: WeightName): boolean => counted.has(name)
