import { rankOf, type Unit, UnitLevel } from "../units/index.ts"
import type { StatedTier } from "./pivot-question.ts"
import type { FundingStage } from "./stage.ts"

/** Tiers at which anything of a year and stage is stated; `published`: and none of it made up for illustration. */
const statedOf = (
  tiers: ReadonlyArray<StatedTier>,
  year: number,
  stage: FundingStage,
  published = false
): ReadonlySet<UnitLevel> =>
  new Set(
    tiers.flatMap((one) =>
      one.year === year && one.stage === stage && !(published && one.illustrative) ? [one.tier] : []
    )
  )

/**
 * The tier at which money of a year and stage is summed unless another is asked for: the highest below the unit (null: the country) at
 * which anything is stated; of a unit of which nothing is stated by units below, its own level.
 *
 * **Details** What is made up for illustration does not hide what is published: where only that is stated below, and the unit's own level
 * is published, it is the unit's own level.
 */
export const usualTier = (
  unit: Pick<Unit, "level"> | null,
  tiers: ReadonlyArray<StatedTier>,
  year: number,
  stage: FundingStage
): UnitLevel => {
  const stated = statedOf(tiers, year, stage)
  const published = statedOf(tiers, year, stage, true)
  const own = unit === null ? -1 : rankOf[unit.level]
  const below = UnitLevel.literals.filter((level) => rankOf[level] > own)
  const best = below.find((level) => published.has(level))
  if (best !== undefined) return best
  if (unit !== null && published.has(unit.level)) return unit.level
  return below.find((level) => stated.has(level)) ?? unit?.level ?? "province"
}

/** The highest tier at which money of the unit's year and stage is stated at all: what sums up the most. Its own level where nothing is. */
export const highestTier = (
  unit: Pick<Unit, "level"> | null,
  tiers: ReadonlyArray<StatedTier>,
  year: number,
  stage: FundingStage
): UnitLevel => {
  const stated = statedOf(tiers, year, stage)
  return UnitLevel.literals.find((level) => stated.has(level)) ?? unit?.level ?? "province"
}
