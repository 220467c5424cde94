import { standInOn } from "../funding/index.ts"
import type { Chronicle, Holding, UnitId } from "../units/index.ts"
import { type Day, formatNumber } from "../values/index.ts"

/** Works and gifts of land that were put down for a unit. */
export interface RestingWorks {
  readonly unit: UnitId
  readonly works: number
  readonly gifts: number
}

/** The works and the land that rest on units on a day: those of their own, and of all units that passed into them. One line a unit. */
export const worksHoldings = (
  chronicle: Chronicle,
  resting: ReadonlyArray<RestingWorks>,
  units: ReadonlySet<UnitId>,
  day: Day
): ReadonlyArray<Holding> => {
  const found = new Map<UnitId, { works: number; gifts: number }>()
  for (const { gifts, unit, works } of resting) {
    const holder = standInOn(chronicle, unit, day)?.id
    if (holder === undefined || !units.has(holder)) continue
    const known = found.get(holder) ?? { works: 0, gifts: 0 }
    found.set(holder, { works: known.works + works, gifts: known.gifts + gifts })
  }
  return [...found].map(([unit, { gifts, works }]): Holding => {
    const land = gifts === 0 ? null : formatNumber(gifts)
    return {
      kind: "work",
      unit,
      count: works + gifts,
      label: {
        vi: `${formatNumber(works)} công trình${land === null ? "" : `, ${land} lượt hiến đất`}`,
        en: `${formatNumber(works)} ${works === 1 ? "work" : "works"}${land === null ? "" : `, ${land} gifts of land`}`
      }
    }
  })
}
