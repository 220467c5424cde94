import { Schema } from "effect"
import { Day } from "../values/index.ts"

/** Official code as printed: two digits for a province, three for a district, five for a commune. Leading zeros belong to it. */
export const UnitCode = Schema.String.check(Schema.isPattern(/^(\d{2}|\d{3}|\d{5})$/)).pipe(Schema.brand("UnitCode"))
export type UnitCode = typeof UnitCode.Type

export const UnitLevel = Schema.Literals(["province", "district", "commune"])
export type UnitLevel = typeof UnitLevel.Type

/** The system's own identity of a unit. Official codes are reused: a code names a unit only together with a day. */
export const UnitId = Schema.Int.pipe(Schema.brand("UnitId"))
export type UnitId = typeof UnitId.Type

/** Đơn vị hành chính as it stood from `validFrom` to `validTo` (both inclusive; null = not known to begin, or still standing). */
export const Unit = Schema.Struct({
  id: UnitId,
  code: UnitCode,
  /** Without the type word: "Vĩnh Bảo". */
  name: Schema.String,
  /** xã, phường, thị trấn, đặc khu, huyện, quận, thị xã, thành phố, tỉnh … */
  type: Schema.String,
  level: UnitLevel,
  parentId: Schema.NullOr(UnitId),
  parentCode: Schema.NullOr(UnitCode),
  areaKm2: Schema.NullOr(Schema.Finite),
  population: Schema.NullOr(Schema.Int),
  lon: Schema.NullOr(Schema.Finite),
  lat: Schema.NullOr(Schema.Finite),
  validFrom: Schema.NullOr(Day),
  validTo: Schema.NullOr(Day)
})
export type Unit = typeof Unit.Type

/** What one unit gave to another on a day. `share`: the whole unit or a part of unknown size. */
export const LineageLink = Schema.Struct({
  fromId: UnitId,
  toId: UnitId,
  day: Day,
  share: Schema.Literals(["whole", "part"]),
  note: Schema.NullOr(Schema.String),
  /** True where the link was inferred rather than read in a legal text. */
  inferred: Schema.Boolean
})
export type LineageLink = typeof LineageLink.Type
