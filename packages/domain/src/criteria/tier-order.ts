import type { UnitLevel } from "../units/index.ts"
import type { Tier } from "./tier.ts"

/** Tiers that can be compared, lowest first; tiers of one rank are worth the same. */
export type Ladder = ReadonlyArray<ReadonlyArray<Tier>>

/**
 * The tiers that units of a level can hold, in the order of their worth.
 *
 * **Details** Two ladders of one level cannot be compared: a ward's "văn minh đô thị" is neither above nor below a commune's
 * standard. "Hiện đại" (2026–2030) stands above the tiers that it replaces. "Đặc thù" is the standard of island districts, and
 * of the đặc khu (communes) that were formed of them.
 */
export const tierOrder: Readonly<Record<UnitLevel, ReadonlyArray<Ladder>>> = {
  province: [[["completed"]]],
  district: [[["standard", "special"], ["advanced"]], [["civilised"]]],
  commune: [[["standard", "special"], ["advanced"], ["model"], ["modern"]], [["civilised"]]],
  village: [[["standard"], ["advanced"], ["model"], ["modern"]], [["civilised"]]]
}

/** The tier's rank on the ladder, 0 the lowest; −1 where it is none of its tiers. */
export const rankOn = (ladder: Ladder, tier: Tier): number => ladder.findIndex((rank) => rank.includes(tier))

/** The lowest of the tiers; of several of one rank the one that the ladder names first. Undefined for none. */
export const lowestOn = (ladder: Ladder, tiers: ReadonlyArray<Tier>): Tier | undefined =>
  ladder
    .flat()
    .find((tier) => tiers.includes(tier) && tiers.every((other) => rankOn(ladder, tier) <= rankOn(ladder, other)))
