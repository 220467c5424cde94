import { ancestorsOn, type Register, standsOn, type Unit, type UnitId } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import { isFor, rankOn, tierOrder } from "../sets/tier-order.ts"
import type { Tier } from "../sets/tier.ts"

/** The unit of the level in which another lies on the day, itself among them; undefined where that is not known. */
export const placeOn = (register: Register, unit: Unit, level: Unit["level"], day: Day): Unit | undefined =>
  unit.level === level ? unit : ancestorsOn(register, unit.id, day).find((above) => above.level === level)

const hasCommunes = (register: Register, unit: UnitId, day: Day): boolean =>
  (register.byParent.get(unit) ?? []).some((row) => row.level === "commune" && standsOn(row, day))

/** The register tells kinds of towns apart that rules do not: "thành phố" is also "thành phố thuộc tỉnh". */
const isOfType = (unit: Unit, types: ReadonlyArray<string>): boolean =>
  types.some((type) => unit.type === type || unit.type.startsWith(`${type} `))

/** Whether a unit can be asked for a tier: of the type that it is for, and in the programme; whether it is may be unknown. */
export const canHold = (tier: Tier, unit: Unit, types: ReadonlyArray<string> | null): boolean =>
  tierOrder[unit.level].some((ladder) => {
    if (rankOn(ladder, tier) < 0) return false
    // Đặc khu came after the tiers of communes, which are for xã; they can hold what island districts held.
    if (types === null) return isFor(ladder, unit) && (unit.type !== "đặc khu" || tier === "special")
    return isOfType(unit, types) && !(ladder.programme && unit.attributes?.programme === false)
  })

/**
 * Whether a set judges the unit as it stands on the day.
 *
 * **Details** Units of the set's types, else of the types that its tier is for; those that are known to take no part in the
 * programme are left out. The set "đặc thù" is for the districts that have no communes, the others for those that have.
 */
export const isJudgedBy = (
  { level, tier, types }: Pick<CriteriaSet, "level" | "tier" | "types">,
  unit: Unit,
  register: Register,
  day: Day
): boolean =>
  unit.level === level &&
  canHold(tier, unit, types) &&
  (level !== "district" || (tier === "special") !== hasCommunes(register, unit.id, day))
