import type { Unit } from "./unit.ts"
import type { StatedWeights, WeightName, Weights } from "./weights.ts"

/** The unit's weight of that name, null where it is not known. */
export const weightOf = (unit: Unit, name: WeightName): number | null => {
  switch (name) {
    case "areaKm2":
      return unit.areaKm2
    case "population":
      return unit.population
    default:
      return Object.hasOwn(unit.weights ?? {}, name) ? (unit.weights?.[name] ?? null) : null
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
