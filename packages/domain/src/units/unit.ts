import { Schema } from "effect"
import { Day } from "../values/index.ts"
import { UnitAttributes } from "./attributes.ts"
import { Weights } from "./weights.ts"

/**
 * Official code as printed: two digits for a province, three for a district, five for a commune; eight for a village
 * (the commune's five and three of its own). Leading zeros belong to it.
 */
export const UnitCode = Schema.String.check(Schema.isPattern(/^(\d{2}|\d{3}|\d{5}|\d{8})$/)).pipe(
  Schema.brand("UnitCode")
)
export type UnitCode = typeof UnitCode.Type

/** Highest first. A level itself can begin and end: there has been no district since 2025-07-01. */
export const UnitLevel = Schema.Literals(["province", "district", "commune", "village"])
export type UnitLevel = typeof UnitLevel.Type

/** The system's own identity of a unit. Official codes are reused: a code names a unit only together with a day. */
export const UnitId = Schema.Int.pipe(Schema.brand("UnitId"))
export type UnitId = typeof UnitId.Type

/**
 * Đơn vị hành chính as it stood from `validFrom` to `validTo` (both inclusive; null = not known to begin, or still standing).
 *
 * **Details** Several rows may share one `id`: a unit stays itself through a new name, type, code or parent, and each
 * such change begins a row. On one day an id, and a code, names at most one row.
 */
export const Unit = Schema.Struct({
  id: UnitId,
  code: UnitCode,
  /** Without the type word: "Vĩnh Bảo". */
  name: Schema.String,
  /** xã, phường, thị trấn, đặc khu, huyện, quận, thị xã, thành phố, tỉnh, thôn, bản, tổ dân phố … */
  type: Schema.String,
  level: UnitLevel,
  parentId: Schema.NullOr(UnitId),
  parentCode: Schema.NullOr(UnitCode),
  areaKm2: Schema.NullOr(Schema.Finite),
  population: Schema.NullOr(Schema.Int),
  lon: Schema.NullOr(Schema.Finite),
  lat: Schema.NullOr(Schema.Finite),
  validFrom: Schema.NullOr(Day),
  validTo: Schema.NullOr(Day),
  /** Named weights besides area and population; an absent name is not known. */
  weights: Schema.optionalKey(Weights),
  /** What criteria ask of a unit; an absent key is not known. */
  attributes: Schema.optionalKey(UnitAttributes)
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
