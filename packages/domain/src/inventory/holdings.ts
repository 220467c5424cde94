import { standInOn } from "../funding/index.ts"
import type { Chronicle, Holding, UnitId } from "../units/index.ts"
import { type Day, formatNumber } from "../values/index.ts"

/** Entries of registers that were put down for a unit. */
export interface RestingItems {
  readonly unit: UnitId
  readonly items: number
}

/** The entries of registers that rest on units on a day: those of their own, and of all units that passed into them. One line a unit. */
export const inventoryHoldings = (
  chronicle: Chronicle,
  resting: ReadonlyArray<RestingItems>,
  units: ReadonlySet<UnitId>,
  day: Day
): ReadonlyArray<Holding> => {
  const found = new Map<UnitId, number>()
  for (const { items, unit } of resting) {
    const holder = standInOn(chronicle, unit, day)?.id
    if (holder !== undefined && units.has(holder)) found.set(holder, (found.get(holder) ?? 0) + items)
  }
  return [...found].map(([unit, count]): Holding => ({
    kind: "item",
    unit,
    count,
    label: {
      vi: `${formatNumber(count)} mục trong sổ theo dõi`,
      en: `${formatNumber(count)} ${count === 1 ? "entry" : "entries"} of registers`
    }
  }))
}
