import type { UnitAttributes } from "../../units/index.ts"
import { type Day, dayNumber } from "../../values/index.ts"
import { type Column, type Columns, NO, NO_DAY, type Profile, UNKNOWN, YES } from "./columns.ts"
import type { Flag } from "../rules/condition.ts"

/** A unit as conditions see it. */
export interface ProfiledUnit {
  readonly id: number
  readonly type: string | null
  readonly attributes: UnitAttributes
}

/** One value of one unit; `day` is needed only where rules ask for its age. */
export interface Fact {
  readonly unit: number
  /** See `columnKey`. */
  readonly column: string
  readonly value: number
  readonly day?: Day
}

/** Filled by hand, all in one pass: a country is profiled for every question. */
const fillProfile = (
  units: ReadonlyArray<ProfiledUnit>,
  { flags, group, region, type }: Profile,
  names: Names
): void => {
  const asked = [
    ["border", flags.border],
    ["island", flags.island],
    ["speciallyDifficult", flags.speciallyDifficult],
    ["safeZone", flags.safeZone],
    ["urban", flags.urban],
    ["programme", flags.programme]
  ] as const satisfies ReadonlyArray<readonly [Flag, Uint8Array]>
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]
    if (unit === undefined) continue
    const { attributes } = unit
    if (attributes.region !== undefined) region[at] = names.region.get(attributes.region) ?? -1
    if (unit.type !== null) type[at] = names.type.get(unit.type) ?? -1
    group[at] = attributes.communeGroup ?? 0
    for (const [flag, codes] of asked) {
      const known = attributes[flag]
      if (known !== undefined) codes[at] = known ? YES : NO
    }
  }
}

interface Names {
  readonly region: ReadonlyMap<string, number>
  readonly type: ReadonlyMap<string, number>
}

/** What conditions ask of these units, by column. An attribute that is absent is not known. */
export const profileOf = (units: ReadonlyArray<ProfiledUnit>): Profile => {
  const [found, kinds] = [new Set<string>(), new Set<string>()]
  for (const { attributes, type } of units) {
    if (attributes.region !== undefined) found.add(attributes.region)
    if (type !== null) kinds.add(type)
  }
  const [regions, types] = [[...found].sort(), [...kinds].sort()]
  const unknown = () => new Uint8Array(units.length).fill(UNKNOWN)
  const profile: Profile = {
    regions,
    region: new Int16Array(units.length).fill(-1),
    group: new Uint8Array(units.length),
    types,
    type: new Int16Array(units.length).fill(-1),
    flags: {
      border: unknown(),
      island: unknown(),
      speciallyDifficult: unknown(),
      safeZone: unknown(),
      urban: unknown(),
      programme: unknown()
    }
  }
  fillProfile(units, profile, {
    region: new Map(regions.map((name, at) => [name, at])),
    type: new Map(types.map((name, at) => [name, at]))
  })
  return profile
}

/** A column without data. */
export const emptyColumn = (size: number): Column => ({
  values: new Float64Array(size).fill(Number.NaN),
  days: new Int32Array(size).fill(NO_DAY)
})

/**
 * Columns out of single facts; of two facts for one place the later in the list counts.
 *
 * **Gotchas** Throws a RangeError for a fact about a unit that is not among the units, or a value that is not finite.
 */
export const columnsOf = (units: ReadonlyArray<ProfiledUnit>, facts: ReadonlyArray<Fact>): Columns => {
  const place = new Map(units.map(({ id }, at) => [id, at]))
  const values = new Map<string, Column>()
  for (const { unit, column: key, value, day } of facts) {
    const at = place.get(unit)
    if (at === undefined || !Number.isFinite(value)) {
      throw new RangeError(`Số liệu ngoài phạm vi: ${key} = ${value}, đơn vị ${unit} · Not a fact about these units`)
    }
    const column = values.get(key) ?? emptyColumn(units.length)
    values.set(key, column)
    column.values[at] = value
    if (column.days !== null) column.days[at] = day === undefined ? NO_DAY : dayNumber(day)
  }
  return { size: units.length, units: units.map(({ id }) => id), profile: profileOf(units), values }
}
