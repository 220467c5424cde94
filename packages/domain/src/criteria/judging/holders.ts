import type { Unit, UnitLevel } from "../../units/index.ts"
import type { HeldRecognition } from "../recognitions/recognitions-follow.ts"
import { type Ladder, rankOn, tierOrder } from "../sets/tier-order.ts"
import type { Tier } from "../sets/tier.ts"

/** Whether what a unit holds is the tier, or one above it on the same ladder. */
export const reaches = (level: Unit["level"], tier: Tier, { tier: own }: HeldRecognition): boolean =>
  own !== null &&
  tierOrder[level].some((ladder) => {
    const asked = rankOn(ladder, tier)
    return asked >= 0 && rankOn(ladder, own) >= asked
  })

/** How many units hold a tier or a higher one. */
export interface TierHolders {
  readonly tier: Tier
  readonly decided: number
  readonly provisional: number
}

const ladderOf = (level: UnitLevel, tier: Tier): Ladder | undefined =>
  tierOrder[level].find((ladder) => rankOn(ladder, tier) >= 0)

/** How many of the units hold each tier that can be compared with one, or a higher one; the lowest first. Of tiers worth the same, the one asked for speaks. */
export const holdersOf = (
  level: UnitLevel,
  tier: Tier,
  all: ReadonlyArray<HeldRecognition>
): ReadonlyArray<TierHolders> =>
  (ladderOf(level, tier)?.ranks ?? []).flatMap((rank) => {
    const named = rank.find((one) => one === tier) ?? rank[0]
    if (named === undefined) return []
    const holding = all.filter((held) => reaches(level, named, held))
    const decided = holding.filter(({ kind }) => kind === "decided").length
    return [{ tier: named, decided, provisional: holding.length - decided }]
  })

/** Whether a tier that can be compared with one is to be restored. */
export const isToRestore = (level: UnitLevel, tier: Tier, held: HeldRecognition): boolean =>
  held.kind === "toRestore" &&
  held.restore.some((plan) => {
    const ladder = ladderOf(level, tier)
    return ladder !== undefined && rankOn(ladder, plan.tier) >= 0
  })
