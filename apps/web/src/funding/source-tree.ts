import { type FundingSourceKey, fundingSources } from "@ntm/domain/funding"

const parents: ReadonlyMap<string, FundingSourceKey | null> = new Map(
  fundingSources.map(({ key, parent }) => [key, parent])
)

/** The source that one is a part of; null for the total. */
export const parentOf = (key: string): FundingSourceKey | null => parents.get(key) ?? null

/** The sources above one, the nearest first. */
const above = (key: string): ReadonlyArray<FundingSourceKey> => {
  const parent = parentOf(key)
  return parent === null ? [] : [parent, ...above(parent)]
}

/** Whether a source is another one, or a part of it. */
export const isWithin = (key: string, whole: string): boolean =>
  key === whole || above(key).some((each) => each === whole)

/** How far below the total: 0 is the total itself. */
export const depthOf = (key: string): number => above(key).length

/** Sources that show while only those in `open` tell their parts; in the order given. */
export const shownSources = (
  sources: ReadonlyArray<FundingSourceKey>,
  open: ReadonlySet<string>
): ReadonlyArray<FundingSourceKey> => sources.filter((key) => above(key).every((each) => open.has(each)))

/** Whether any of the sources is a part of this one. */
export const hasParts = (sources: ReadonlyArray<FundingSourceKey>, key: string): boolean =>
  sources.some((each) => parents.get(each) === key)
