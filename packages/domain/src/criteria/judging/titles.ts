import { type Unit, type UnitId, unitOn } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import type { HeldRecognition } from "../recognitions/recognitions-follow.ts"
import { rankOn, tierOrder } from "../sets/tier-order.ts"
import type { Tier } from "../sets/tier.ts"
import { reaches } from "./holders.ts"
import type { Known } from "./known.ts"
import { placeOn } from "./taking-part.ts"

/** Tiers that can be compared with one, at a level. */
const ranked = (level: Unit["level"], tier: Tier): ReadonlySet<Tier> =>
  new Set(tierOrder[level].flatMap((ladder) => (rankOn(ladder, tier) < 0 ? [] : ladder.ranks.flat())))

/**
 * Provinces of which any title is known that can be compared with the tier: there a unit without one holds none; elsewhere it is
 * not known.
 */
const recorded = (known: Known, level: Unit["level"], tier: Tier, day: Day): ReadonlySet<UnitId> => {
  const { register } = known.chronicle
  const tiers = ranked(level, tier)
  const provinces = new Set<UnitId>()
  for (const [unit, held] of known.held(day)) {
    const told =
      held.kind === "toRestore" ? held.restore.map((plan) => plan.tier) : [held.tier ?? held.recognition.tier]
    const row = unitOn(register, unit, day)
    if (row?.level !== level || !told.some((one) => tiers.has(one))) continue
    const province = placeOn(register, row, "province", day)
    if (province !== undefined) provinces.add(province.id)
  }
  return provinces
}

const column = (
  known: Known,
  units: ReadonlyArray<Unit>,
  tier: Tier,
  day: Day,
  of: (unit: Unit, held: HeldRecognition) => boolean
): Float64Array => {
  const held = known.held(day)
  const [first] = units
  const provinces = first === undefined ? new Set() : recorded(known, first.level, tier, day)
  return Float64Array.from(units, (unit) => {
    const own = held.get(unit.id)
    if (own !== undefined) return Number(of(unit, own))
    // Where no province is, none has to be looked for.
    if (provinces.size === 0) return Number.NaN
    const province = placeOn(known.chronicle.register, unit, "province", day)
    return province !== undefined && provinces.has(province.id) ? 0 : Number.NaN
  })
}

/**
 * 1 for the units that hold the tier or a higher one, by decision or provisionally; 0 for the others; NaN where it is not known.
 *
 * **Details** Under whichever set it was granted: a rule that wants it checked against today's set says so.
 */
export const heldColumn = (known: Known, units: ReadonlyArray<Unit>, tier: Tier, day: Day): Float64Array =>
  column(known, units, tier, day, (unit, held) => reaches(unit.level, tier, held))

/** 1 for the units whose recognition was withdrawn; not known where no title like `tier` is known of their province. */
export const withdrawnColumn = (known: Known, units: ReadonlyArray<Unit>, tier: Tier, day: Day): Float64Array =>
  column(known, units, tier, day, (_, held) => held.kind === "revoked")

/** 1 for the units whose title was granted under the set, the province's own or the national one of it. */
export const grantedUnder = (
  known: Known,
  units: ReadonlyArray<Unit>,
  set: Pick<CriteriaSet, "id" | "derivesFrom"> | undefined,
  day: Day
): Uint8Array => {
  const held = known.held(day)
  const same = new Set<string>(set === undefined ? [] : [set.id, set.derivesFrom?.set ?? set.id])
  return Uint8Array.from(units, ({ id }) => {
    const own = held.get(id)
    return Number(
      own?.kind === "decided" && own.recognition.criteriaSet !== null && same.has(own.recognition.criteriaSet)
    )
  })
}
