import { type FundingSourceKey, pathOf, sourceOf } from "@ntm/domain/funding"

/** How far below the total: 0 is the total itself. */
export const depthOf = (key: FundingSourceKey): number => pathOf(key).length - 1

/** Sources that show while only those in `open` tell their parts; in the order given. */
export const shownSources = (
  sources: ReadonlyArray<FundingSourceKey>,
  open: ReadonlySet<FundingSourceKey>
): ReadonlyArray<FundingSourceKey> =>
  sources.filter((key) =>
    pathOf(key)
      .slice(1)
      .every((each) => open.has(each))
  )

/** Whether any of the sources is a part of this one. */
export const hasParts = (sources: ReadonlyArray<FundingSourceKey>, key: string): boolean =>
  sources.some((each) => sourceOf(each).parent === key)
