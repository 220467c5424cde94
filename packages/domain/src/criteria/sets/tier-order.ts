import type { Unit, UnitLevel } from "../../units/index.ts"
import type { Tier } from "./tier.ts"

/** Tiers that can be compared, and the units that they are for. */
export interface Ladder {
  /** Lowest first; tiers of one rank are worth the same. */
  readonly ranks: ReadonlyArray<ReadonlyArray<Tier>>
  /** Types of units that it is for. */
  readonly types: { readonly only: ReadonlyArray<string> } | { readonly except: ReadonlyArray<string> }
  /** Whether only units that take part in the programme can hold it; one of which that is not known may. */
  readonly programme: boolean
}

const anyType = { except: [] } as const
const urban = ["phường", "thị trấn"] as const

/**
 * The tiers that units of a level can hold, in the order of their worth.
 *
 * **Details** Two ladders of one level cannot be compared: a ward's "văn minh đô thị" is neither above nor below a commune's
 * standard, and neither is asked of the other. "Hiện đại" (2026–2030) stands above the tiers that it replaces. "Đặc thù" is the
 * standard of island districts, and of the đặc khu (communes) that were formed of them. Thị xã and thành phố below a province
 * complete the task instead of meeting a standard (QĐ 320/QĐ-TTg, Phụ lục II).
 */
export const tierOrder: Readonly<Record<UnitLevel, ReadonlyArray<Ladder>>> = {
  province: [{ ranks: [["completed"]], types: anyType, programme: false }],
  district: [
    { ranks: [["standard", "special"], ["advanced"]], types: { only: ["huyện"] }, programme: true },
    { ranks: [["completed"]], types: { only: ["thị xã", "thành phố", "thành phố thuộc tỉnh"] }, programme: false }
  ],
  commune: [
    {
      ranks: [["standard", "special"], ["advanced"], ["model"], ["modern"]],
      types: { except: urban },
      programme: true
    },
    { ranks: [["civilised"]], types: { only: urban }, programme: false }
  ],
  village: [{ ranks: [["standard"], ["advanced"], ["model"], ["modern"]], types: anyType, programme: false }]
}

/** Whether the unit, as it stood, can hold tiers of the ladder at all. */
export const isFor = ({ programme, types }: Ladder, { attributes, type }: Pick<Unit, "attributes" | "type">): boolean =>
  ("only" in types ? types.only.includes(type) : !types.except.includes(type)) &&
  !(programme && attributes?.programme === false)

/** The tier's rank on the ladder, 0 the lowest; −1 where it is none of its tiers. */
export const rankOn = ({ ranks }: Ladder, tier: Tier): number => ranks.findIndex((rank) => rank.includes(tier))

/** The lowest of the tiers; of several of one rank the one that the ladder names first. Undefined for none. */
export const lowestOn = (ladder: Ladder, tiers: ReadonlyArray<Tier>): Tier | undefined =>
  ladder.ranks
    .flat()
    .find((tier) => tiers.includes(tier) && tiers.every((other) => rankOn(ladder, tier) <= rankOn(ladder, other)))
