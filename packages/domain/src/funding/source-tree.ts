import { type FundingSource, FundingSourceKey, fundingSources } from "./source.ts"

const byKey = new Map(fundingSources.map((source) => [source.key, source]))

/** The source of a key. */
export const sourceOf = (key: FundingSourceKey): FundingSource => {
  const source = byKey.get(key)
  if (source === undefined) throw new Error(`the tree of sources lacks ${key}`)
  return source
}

/** A source and everything above it, the nearest first: where an amount of it counts. */
export const pathOf = (key: FundingSourceKey): ReadonlyArray<FundingSourceKey> => paths.get(key) ?? [key]

const climb = (key: FundingSourceKey): ReadonlyArray<FundingSourceKey> => {
  const { parent } = sourceOf(key)
  return parent === null ? [key] : [key, ...climb(parent)]
}
const paths = new Map(FundingSourceKey.literals.map((key) => [key, climb(key)]))

/** Whether an amount of the first counts within the second. */
export const isWithin = (key: FundingSourceKey, above: FundingSourceKey): boolean => pathOf(key).includes(above)

/** The sources right below one (null: the root), in the order in which tables print them. */
export const sourcesBelow = (parent: FundingSourceKey | null): ReadonlyArray<FundingSource> => below.get(parent) ?? []
const below = Map.groupBy(fundingSources, ({ parent }) => parent)

/** Sources that any of these count within, parents before children. */
export const sourcesAbove = (keys: Iterable<FundingSourceKey>): ReadonlyArray<FundingSourceKey> => {
  const found = new Set([...keys].flatMap(pathOf))
  return fundingSources.flatMap(({ key }) => (found.has(key) ? [key] : []))
}
