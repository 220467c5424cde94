import { Schema } from "effect"
import { Day } from "../../values/index.ts"
import { AttributeChange, UnitAttributes } from "../attributes.ts"
import { StatedShare } from "../share.ts"
import { statedText } from "../stated-text.ts"
import { UnitCode, UnitId, UnitLevel } from "../unit.ts"
import { StatedWeights } from "../weights.ts"

const Name = statedText(200)

/** The legal text behind an event. */
export const ReorganisationDocument = Schema.Struct({
  /** "1669/NQ-UBTVQH15" */
  number: Name,
  issuer: Schema.NullOr(Name),
  issuedOn: Schema.NullOr(Day)
})
export type ReorganisationDocument = typeof ReorganisationDocument.Type

/** A name that an event gives to a unit it forms, so that its other changes can speak of it. */
export const NewUnitKey = Name

/** A unit as an event names it: by the code that it carried on the day before, by the system's id, or a new one by its key. */
export const UnitRef = Schema.Union([
  Schema.Struct({ code: UnitCode }),
  Schema.Struct({ id: UnitId }),
  Schema.Struct({ key: NewUnitKey })
])
export type UnitRef = typeof UnitRef.Type

const degrees = { message: "phải là độ theo WGS 84 · must be degrees in WGS 84" }

/** Degrees in WGS 84. */
const Centre = Schema.Struct({
  lon: Schema.Finite.check(Schema.isBetween({ minimum: -180, maximum: 180 }, degrees)),
  lat: Schema.Finite.check(Schema.isBetween({ minimum: -90, maximum: 90 }, degrees))
})

/** A unit that the event forms. Weights that are not stated are summed from what it is formed of, as far as they are known. */
export const NewUnit = Schema.Struct({
  key: NewUnitKey,
  code: UnitCode,
  name: Name,
  type: Name,
  level: UnitLevel,
  parent: Schema.NullOr(UnitRef),
  weights: Schema.optionalKey(StatedWeights),
  /** What is not stated is taken from its sources where all of them agree. */
  attributes: Schema.optionalKey(UnitAttributes),
  centre: Schema.optionalKey(Centre)
})
export type NewUnit = typeof NewUnit.Type

/** Where something goes: to a unit that lives on, or to one that the event forms. A unit formed once is named by key afterwards. */
export const Target = Schema.Union([Schema.Struct({ unit: UnitRef }), Schema.Struct({ new: NewUnit })])
export type Target = typeof Target.Type

const noted = {
  /** What the text says of this piece, and where ("khoản 14"). */
  note: Schema.optionalKey(statedText(1000)),
  /** True where it was inferred rather than read in a legal text. */
  inferred: Schema.optionalKey(Schema.Boolean)
}

const someone = Schema.isMinLength(1, { message: "phải có ít nhất một đơn vị · needs one unit at least" })

/** A unit and how much of it; without a share the whole. */
export const Piece = Schema.Struct({ unit: UnitRef, share: Schema.optionalKey(StatedShare), ...noted })
export type Piece = typeof Piece.Type

/**
 * One change of an event.
 *
 * **Details** A unit ends when its whole or its rest is given away, when its known parts make the whole, when it is
 * split without being among the targets, or when its level ends. Children of a unit that goes whole into another of
 * its level follow it; children of a level that ends go to the next unit above that stands.
 */
export const Change = Schema.Union([
  /** Nhập: whole units and parts into one. */
  Schema.Struct({ change: Schema.Literal("merge"), from: Schema.Array(Piece).check(someone), into: Target }),
  /** Chia, tách: one unit into several; it lives on if it is among them. */
  Schema.Struct({
    change: Schema.Literal("split"),
    unit: UnitRef,
    into: Schema.Array(Schema.Struct({ target: Target, share: StatedShare, ...noted })).check(someone)
  }),
  /** Điều chỉnh địa giới: a part of one unit to another. */
  Schema.Struct({
    change: Schema.Literal("transfer"),
    from: UnitRef,
    to: Target,
    share: StatedShare,
    ...noted
  }),
  Schema.Struct({ change: Schema.Literal("rename"), unit: UnitRef, name: Name }),
  Schema.Struct({ change: Schema.Literal("type"), unit: UnitRef, type: Name }),
  Schema.Struct({ change: Schema.Literal("code"), unit: UnitRef, code: UnitCode }),
  Schema.Struct({ change: Schema.Literal("move"), unit: UnitRef, parent: UnitRef }),
  /** Kết thúc một cấp, in the whole country or within one unit. */
  Schema.Struct({ change: Schema.Literal("endLevel"), level: UnitLevel, within: Schema.NullOr(UnitRef) }),
  /** Hợp nhất tỉnh: provinces into one; what lies below them follows. */
  Schema.Struct({ change: Schema.Literal("joinProvinces"), from: Schema.Array(Piece).check(someone), into: Target }),
  /** New attributes, weights or centre of a unit that lives on. */
  Schema.Struct({
    change: Schema.Literal("attributes"),
    unit: UnitRef,
    set: Schema.optionalKey(AttributeChange),
    weights: Schema.optionalKey(StatedWeights),
    centre: Schema.optionalKey(Centre)
  })
]).pipe(Schema.toTaggedUnion("change"))
export type Change = typeof Change.Type

/** A legal event that changes units from the beginning of its day on; also the file that `ntm units reorganise` reads. */
export const Reorganisation = Schema.Struct({
  id: Name.check(
    // It stands in addresses, where this word asks for a preview.
    Schema.makeFilter((id) => id !== "preview" || "không thể là “preview” · cannot be “preview”")
  ),
  document: ReorganisationDocument,
  /** The first day on which the new state stands. */
  day: Day.check(
    Schema.makeFilter(
      (day) => day > "0001-01-01" || "Trước ngày này không còn ngày nào · There is no day before this one"
    )
  ),
  changes: Schema.NonEmptyArray(Change)
})
export type Reorganisation = typeof Reorganisation.Type
