import type { Relative } from "@ntm/domain/units"

/** What whole units weigh together; null where one of them is not whole, or its weight is not known. */
export const wholeWeights = (
  items: ReadonlyArray<Pick<Relative, "share"> & { readonly unit: Pick<Relative["unit"], "areaKm2" | "population"> }>
): { readonly areaKm2: number | null; readonly population: number | null } => {
  const sum = (of: (item: (typeof items)[number]) => number | null): number | null =>
    items.reduce<number | null>((total, item) => {
      const weight = item.share.low === 1 ? of(item) : null
      return total === null || weight === null ? null : total + weight
    }, 0)
  const area = sum(({ unit }) => unit.areaKm2)
  return {
    // Areas are printed to a hundredth or so: what adding binary fractions leaves behind is not shown.
    areaKm2: area === null ? null : Math.round(area * 10_000) / 10_000,
    population: sum(({ unit }) => unit.population)
  }
}
