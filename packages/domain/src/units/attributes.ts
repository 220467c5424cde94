import { Schema } from "effect"

const fields = {
  /** Vùng, as the criteria sets name it by code: TDMNPB, DBSH, BTB, DHNTB … */
  region: Schema.NonEmptyString,
  /** Nhóm xã 1, 2, 3 of the criteria for 2026–2030. */
  communeGroup: Schema.Literals([1, 2, 3]),
  /** Xã biên giới. */
  border: Schema.Boolean,
  /** Xã đảo. */
  island: Schema.Boolean,
  /** Đặc biệt khó khăn. */
  speciallyDifficult: Schema.Boolean,
  /** Xã an toàn khu. */
  safeZone: Schema.Boolean,
  /** Đô thị. */
  urban: Schema.Boolean,
  /** Takes part in the programme. */
  programme: Schema.Boolean,
  /** Targets that the unit is left out of, by the name that the target carries ("ntm-nang-cao-2025"). */
  leftOutOf: Schema.Array(Schema.NonEmptyString)
} as const

/** What criteria and targets ask about a unit at a time. An absent key is not known, which is not "no". */
export const UnitAttributes = Schema.Struct({
  region: Schema.optionalKey(fields.region),
  communeGroup: Schema.optionalKey(fields.communeGroup),
  border: Schema.optionalKey(fields.border),
  island: Schema.optionalKey(fields.island),
  speciallyDifficult: Schema.optionalKey(fields.speciallyDifficult),
  safeZone: Schema.optionalKey(fields.safeZone),
  urban: Schema.optionalKey(fields.urban),
  programme: Schema.optionalKey(fields.programme),
  leftOutOf: Schema.optionalKey(fields.leftOutOf)
})
export type UnitAttributes = typeof UnitAttributes.Type

/** A change of attributes: keys that are absent stay as they were; null makes one unknown again. */
export const AttributeChange = Schema.Struct({
  region: Schema.optionalKey(Schema.NullOr(fields.region)),
  communeGroup: Schema.optionalKey(Schema.NullOr(fields.communeGroup)),
  border: Schema.optionalKey(Schema.NullOr(fields.border)),
  island: Schema.optionalKey(Schema.NullOr(fields.island)),
  speciallyDifficult: Schema.optionalKey(Schema.NullOr(fields.speciallyDifficult)),
  safeZone: Schema.optionalKey(Schema.NullOr(fields.safeZone)),
  urban: Schema.optionalKey(Schema.NullOr(fields.urban)),
  programme: Schema.optionalKey(Schema.NullOr(fields.programme)),
  leftOutOf: Schema.optionalKey(Schema.NullOr(fields.leftOutOf))
})
export type AttributeChange = typeof AttributeChange.Type

/** One attribute after a change: the new value if one is stated, the old one if nothing is, absent if null is. */
const kept = <K extends keyof UnitAttributes>(key: K, before: UnitAttributes, change: AttributeChange) => {
  const value = change[key] === undefined ? before[key] : change[key]
  return value === undefined || value === null ? {} : { [key]: value }
}

/** The attributes after the change. */
export const changedAttributes = (before: UnitAttributes, change: AttributeChange): UnitAttributes => ({
  ...kept("region", before, change),
  ...kept("communeGroup", before, change),
  ...kept("border", before, change),
  ...kept("island", before, change),
  ...kept("speciallyDifficult", before, change),
  ...kept("safeZone", before, change),
  ...kept("urban", before, change),
  ...kept("programme", before, change),
  ...kept("leftOutOf", before, change)
})

const same = (a: UnitAttributes[keyof UnitAttributes], b: UnitAttributes[keyof UnitAttributes]): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && a.length === b.length && a.every((x) => b.includes(x)))

/** Whether both say the same of every attribute. */
export const sameAttributes = (a: UnitAttributes, b: UnitAttributes): boolean => {
  const keys = new Set<string>([...Object.keys(a), ...Object.keys(b)])
  return UnitAttributeNames.every((key) => !keys.has(key) || same(a[key], b[key]))
}

export const UnitAttributeNames = [
  "region",
  "communeGroup",
  "border",
  "island",
  "speciallyDifficult",
  "safeZone",
  "urban",
  "programme",
  "leftOutOf"
] as const satisfies ReadonlyArray<keyof UnitAttributes>

/** What all of them say alike: what a unit formed from them can be taken to be until it is stated. */
export const sharedAttributes = (all: ReadonlyArray<UnitAttributes>): UnitAttributes => {
  const [first = {}, ...others] = all
  const differing: AttributeChange = Object.fromEntries(
    UnitAttributeNames.filter((key) => others.some((other) => !same(first[key], other[key]))).map((key) => [key, null])
  )
  return changedAttributes(first, differing)
}
