import type { Unit } from "../units/index.ts"
import type { Day } from "../values/index.ts"
import { asDong } from "./amounts.ts"
import type { LandEvent, LandGift } from "./land.ts"
import type { LandStanding } from "./standing.ts"

/** A gift of land that was not taken back, and what was done of it by the day. */
export interface GiftStanding {
  readonly gift: LandGift
  /** The unit on the day, like that of a work. */
  readonly unit: Unit | null
  readonly clearedOn: Day | null
  readonly parcelsUpdated: number
  readonly supportPaid: number
}

export const noLand: LandStanding = {
  households: 0,
  residential: 0,
  agricultural: 0,
  structures: 0,
  eligible: 0,
  notEligible: 0,
  toClear: 0,
  parcels: 0,
  parcelsUpdated: 0,
  supportPaid: asDong(0)
}

/** How gifts stand; those that were taken back are left out. Events in the order of recording. */
export const giftsOn = (
  gifts: ReadonlyArray<LandGift>,
  events: ReadonlyArray<LandEvent>,
  unitOf: (gift: LandGift) => Unit | null
): ReadonlyArray<GiftStanding> => {
  const byGift = Map.groupBy(events, ({ gift }) => gift)
  return gifts.flatMap((gift) => {
    let clearedOn: Day | null = null
    let [parcelsUpdated, supportPaid] = [0, 0]
    for (const { day, event } of byGift.get(gift.id) ?? []) {
      switch (event._tag) {
        case "cleared":
          if (clearedOn === null || day < clearedOn) clearedOn = day
          break
        case "updated":
          parcelsUpdated += event.parcels
          break
        case "paid":
          supportPaid += event.amount
          break
        case "withdrawn":
          return []
      }
    }
    return [{ gift, unit: unitOf(gift), clearedOn, parcelsUpdated, supportPaid }]
  })
}

/** Areas are summed in square decimetres, so that the sum does not hang on the order. */
const hundredths = (area: number): number => Math.round(area * 100)

/** Land together. A household that gave twice counts once. */
export const landOf = (gifts: ReadonlyArray<GiftStanding>): LandStanding => {
  if (gifts.length === 0) return noLand
  const households = new Set<string>()
  let [residential, agricultural, structures, eligible, toClear, parcels, parcelsUpdated, supportPaid] = [
    0, 0, 0, 0, 0, 0, 0, 0
  ]
  for (const { clearedOn, gift, ...followed } of gifts) {
    households.add(`${gift.unit} ${gift.household}`)
    residential += hundredths(gift.residential)
    agricultural += hundredths(gift.agricultural)
    structures += gift.structures
    eligible += gift.eligible
    parcels += gift.parcels
    if (clearedOn === null) toClear += 1
    parcelsUpdated += followed.parcelsUpdated
    supportPaid += followed.supportPaid
  }
  return {
    households: households.size,
    residential: residential / 100,
    agricultural: agricultural / 100,
    structures,
    eligible,
    notEligible: structures - eligible,
    toClear,
    parcels,
    parcelsUpdated,
    supportPaid: asDong(supportPaid)
  }
}
