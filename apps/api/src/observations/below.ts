import { descendantsOn, type Register, type Unit, type UnitId, type UnitLevel, unitsOn } from "@ntm/domain/units"
import { compareVietnamese, type Day } from "@ntm/domain/values"

/** The units of a level below one (null: in the country) that stand on the day, in Vietnamese order. */
export const unitsBelow = (
  register: Register,
  parent: UnitId | null,
  level: UnitLevel,
  asOf: Day
): ReadonlyArray<Unit> =>
  (parent === null ? unitsOn(register, asOf) : descendantsOn(register, parent, asOf))
    .filter((unit) => unit.level === level)
    .toSorted((a, b) => compareVietnamese(a.name, b.name) || (a.code < b.code ? -1 : 1))
