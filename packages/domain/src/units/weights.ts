import { Schema } from "effect"
import type { Unit } from "./unit.ts"

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

/** The unit's weight of that name, null where it is not known. */
export const weightOf = (unit: Unit, name: WeightName): number | null => {
  switch (name) {
    case "areaKm2":
      return unit.areaKm2
    case "population":
      return unit.population
    default:
      return unit.weights?.[name] ?? null
  }
}

/** Names of the weights known of the unit. */
export const weightNames = (unit: Unit): ReadonlyArray<WeightName> => [
  ...(unit.areaKm2 === null ? [] : ["areaKm2"]),
  ...(unit.population === null ? [] : ["population"]),
  ...Object.keys(unit.weights ?? {})
]

/** The unit's known weights by name. */
export const weightsOf = (unit: Unit): Weights =>
  Object.fromEntries(weightNames(unit).flatMap((name) => [[name, weightOf(unit, name) ?? 0]]))

/** The fields of a `Unit` that hold these weights. */
export const weightFields = (
  weights: StatedWeights
): Pick<Unit, "areaKm2" | "population"> & { readonly weights?: Weights } => {
  const { areaKm2 = null, population = null, ...named } = weights
  const known = Object.entries(named).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  return {
    areaKm2,
    population: population === null ? null : Math.round(population),
    ...(known.length === 0 ? {} : { weights: Object.fromEntries(known) })
  }
}
