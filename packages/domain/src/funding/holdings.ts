import type { Holding } from "../units/index.ts"
import { formatNumber } from "../values/index.ts"
import type { RestingFunding } from "./funding.ts"

/** The money that rests on units: one line a unit, with the budget years that it is of. */
export const fundingHoldings = (resting: ReadonlyArray<RestingFunding>): ReadonlyArray<Holding> =>
  [...Map.groupBy(resting, ({ unit }) => unit)].map(([unit, lines]): Holding => {
    const count = lines.reduce((sum, line) => sum + line.count, 0)
    const years = lines
      .map(({ year }) => year)
      .toSorted((a, b) => a - b)
      .join(", ")
    return {
      kind: "funding",
      unit,
      count,
      label: {
        vi: `${formatNumber(count)} bút toán vốn (niên độ ${years})`,
        en: `${formatNumber(count)} funding ${count === 1 ? "entry" : "entries"} (budget years ${years})`
      }
    }
  })
