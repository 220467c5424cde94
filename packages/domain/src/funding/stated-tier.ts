import { rankOf, type Unit, UnitLevel } from "../units/index.ts"
import type { StatedTier } from "./pivot-question.ts"
import type { FundingStage } from "./stage.ts"

/** Tiers at which anything of a year and stage is stated. */
const statedOf = (tiers: ReadonlyArray<StatedTier>, year: number, stage: FundingStage): ReadonlySet<UnitLevel> =>
  new Set(tiers.flatMap((one) => (one.year === year && one.stage === stage ? [one.tier] : [])))

/**
 * The tier at which money of a year and stage is summed unless another is asked for: the highest below the unit (null: the country) at
 * which anything is stated; of a unit of which nothing is stated by units below, its own level.
 */
export const usualTier = (
  unit: Pick<Unit, "level"> | null,
  tiers: ReadonlyArray<StatedTier>,
  year: number,
  stage: FundingStage
): UnitLevel => {
  const stated = statedOf(tiers, year, stage)
  const own = unit === null ? -1 : rankOf[unit.level]
  return (
    UnitLevel.literals.filter((level) => rankOf[level] > own).find((level) => stated.has(level)) ??
    unit?.level ??
    "province"
  )
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
