import {
  type Chronicle,
  epochOn,
  epochsOf,
  type Register,
  type Unit,
  unitByCode,
  type UnitId,
  unitOn
} from "../../units/index.ts"
import { addDays, type Day } from "../../values/index.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Known } from "./known.ts"
import { placeOn } from "./taking-part.ts"

type Local = CriteriaSet & { readonly derivesFrom: NonNullable<CriteriaSet["derivesFrom"]> }

const isLocal = (set: CriteriaSet): set is Local => set.derivesFrom !== null

/** The province that a local set is of, whatever its code has become; undefined where it is not known. */
const provinceOf = (register: Register, { derivesFrom: { from, province } }: Local): UnitId | undefined =>
  unitByCode(register, province, from)?.id

/** The units that stood on an earlier day where one lies now. */
const groundBefore = (chronicle: Chronicle, unit: UnitId, day: Day, before: Day): ReadonlySet<UnitId> => {
  const epochs = epochsOf(chronicle)
  const found = new Set<UnitId>()
  const open = [epochOn(epochs, unit, day)]
  for (let epoch = open.pop(); epoch !== undefined; epoch = open.pop()) {
    if (epoch.from === null || epoch.from <= before) found.add(epoch.unit)
    else open.push(...epoch.came.map(({ from }) => from))
  }
  return found
}

/**
 * Provinces whose decisions hold where a unit lies on the day, the nearest first.
 *
 * **Details** Its own. Where that was formed of others, decisions of each go on where they held until the new one decides: so
 * also the one that all of the unit's ground lay in before. Ground of two provinces is under neither's. Lists that read alike are
 * one and the same object.
 */
export const jurisdictionsOn = (
  { chronicle, places }: Pick<Known, "chronicle" | "places">,
  day: Day
): ((unit: Unit) => ReadonlyArray<UnitId>) => {
  const { alike, byUnit } = places(day)
  return (unit) => {
    const known = byUnit.get(unit.id)
    if (known !== undefined) return known
    const found = traced(chronicle, unit, day)
    const same = alike.get(found.join()) ?? found
    alike.set(same.join(), same)
    byUnit.set(unit.id, same)
    return same
  }
}

const traced = (chronicle: Chronicle, unit: Unit, day: Day): ReadonlyArray<UnitId> => {
  const { register } = chronicle
  const found: Array<UnitId> = []
  let province = placeOn(register, unit, "province", day)?.id
  while (province !== undefined && !found.includes(province)) {
    found.push(province)
    const began = register.byId.get(province)?.[0]?.validFrom ?? null
    if (began === null) break
    const eve = addDays(began, -1)
    const before = new Set(
      [...groundBefore(chronicle, unit.id, day, eve)].map((id) => {
        const row = unitOn(register, id, eve)
        return row === undefined ? undefined : placeOn(register, row, "province", eve)?.id
      })
    )
    province = before.size === 1 ? [...before][0] : undefined
  }
  return found
}

/**
 * Sets of provinces in force on the day, by the national set that each stands in for: of the first of the provinces that has one.
 *
 * **Details** Like `standsIn`, by the province itself instead of its code: codes are reused.
 */
export const ownSets = (
  { chronicle: { register }, sets }: Known,
  provinces: ReadonlyArray<UnitId>,
  day: Day
): ReadonlyMap<CriteriaSetId, CriteriaSetId> =>
  new Map(
    provinces.toReversed().flatMap((province) =>
      sets
        .filter(isLocal)
        .filter((set) => set.derivesFrom.from <= day && provinceOf(register, set) === province)
        .map((set) => [set.derivesFrom.set, set.id] as const)
    )
  )

/** Whether a set, should it be a province's own, holds on a day (`setsOn`) where the unit lies on the day. */
export const holdsThere = (known: Known, set: CriteriaSet, unit: Unit, day: Day, setsOn = day): boolean => {
  if (!isLocal(set)) return true
  const province = provinceOf(known.chronicle.register, set)
  return (
    set.derivesFrom.from <= setsOn && province !== undefined && jurisdictionsOn(known, day)(unit).includes(province)
  )
}
