import { type Dong, largestRemainder } from "../values/index.ts"
import type { FundingSourceKey } from "./source.ts"
import { sourceOf } from "./source-tree.ts"

/**
 * Shares of sources among their siblings in per cent at one decimal, along `sources`: those of one parent add up to 100.
 *
 * **Details** Null where nothing was stated, and for all siblings where one of them is negative or all are 0: there is no share of that.
 */
export const siblingShares = (
  sources: ReadonlyArray<FundingSourceKey>,
  amounts: ReadonlyArray<Dong | null>
): ReadonlyArray<number | null> => {
  const shares = new Map<FundingSourceKey, number>()
  const stated = sources.flatMap((source, at) => {
    const amount = amounts[at] ?? null
    return amount === null ? [] : [{ source, amount }]
  })
  for (const siblings of Map.groupBy(stated, ({ source }) => sourceOf(source).parent).values()) {
    if (siblings.some(({ amount }) => amount < 0)) continue
    const percents = largestRemainder(
      siblings.map(({ amount }) => amount),
      100,
      1
    )
    siblings.forEach(({ source }, at) => {
      const percent = percents?.[at]
      if (percent !== undefined) shares.set(source, percent)
    })
  }
  return sources.map((source) => shares.get(source) ?? null)
}
