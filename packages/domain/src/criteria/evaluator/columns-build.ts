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

/** Filled by hand: `from` takes ten times as long, and a country is profiled for every question. */
const flagColumn = (units: ReadonlyArray<ProfiledUnit>, flag: Flag): Uint8Array => {
  const codes = new Uint8Array(units.length).fill(UNKNOWN)
  for (let at = 0; at < units.length; at++) {
    const known = units[at]?.attributes[flag]
    if (known !== undefined) codes[at] = known ? YES : NO
  }
  return codes
}

/** What conditions ask of these units, by column. An attribute that is absent is not known. */
export const profileOf = (units: ReadonlyArray<ProfiledUnit>): Profile => {
  const regions = [...new Set(units.flatMap(({ attributes }) => attributes.region ?? []))].sort()
  const types = [...new Set(units.flatMap(({ type }) => type ?? []))].sort()
  const regionAt = new Map(regions.map((region, at) => [region, at]))
  const typeAt = new Map(types.map((type, at) => [type, at]))
  const [region, group, type] = [
    new Int16Array(units.length).fill(-1),
    new Uint8Array(units.length),
    new Int16Array(units.length).fill(-1)
  ]
  units.forEach(({ attributes, type: own }, at) => {
    region[at] = regionAt.get(attributes.region ?? "") ?? -1
    group[at] = attributes.communeGroup ?? 0
    type[at] = typeAt.get(own ?? "") ?? -1
  })
  return {
    regions,
    region,
    group,
    types,
    type,
    flags: {
      border: flagColumn(units, "border"),
      island: flagColumn(units, "island"),
      speciallyDifficult: flagColumn(units, "speciallyDifficult"),
      safeZone: flagColumn(units, "safeZone"),
      urban: flagColumn(units, "urban"),
      programme: flagColumn(units, "programme")
    }
  }
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
