import type { Holding } from "../units/index.ts"
import { formatNumber } from "../values/index.ts"
import type { FundingEntry } from "./entry.ts"

/** The money that rests on units: one line a unit and budget year. */
export const fundingHoldings = (entries: ReadonlyArray<FundingEntry>): ReadonlyArray<Holding> => {
  const lines = Map.groupBy(entries, ({ unit, year }) => `${unit} ${year}`)
  return [...lines.values()].flatMap((of): ReadonlyArray<Holding> => {
    const [first] = of
    if (first === undefined) return []
    const count = formatNumber(of.length)
    return [
      {
        kind: "funding",
        unit: first.unit,
        count: of.length,
        label: { vi: `${count} bút toán vốn năm ${first.year}`, en: `${count} funding entries of ${first.year}` }
      }
    ]
  })
}
