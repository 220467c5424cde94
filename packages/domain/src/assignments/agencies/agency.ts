import { Schema } from "effect"
import { Confidence, Written } from "../../criteria/index.ts"
import { UnitCode } from "../../units/index.ts"
import { Day } from "../../values/index.ts"

/** An agency's own short name, unique in the system: "hp-so-nnmt". */
export const AgencyId = Schema.String.check(Schema.isPattern(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)).pipe(
  Schema.brand("AgencyId")
)
export type AgencyId = typeof AgencyId.Type

/**
 * What an agency is: sở, ngành; văn phòng; Mặt trận; đoàn thể; ban quản lý, ban chỉ đạo; cơ quan Trung ương; a committee of a council.
 *
 * **Details** `group`: several at once by one name ("Các sở, ngành thành phố"), which are its `members`. `unnamed`: whoever is concerned
 * ("Các cơ quan, đơn vị liên quan"): the text leaves it open, and so does the system. Committees and councils of units (UBND, HĐND) are
 * no agencies: they are the units themselves, see `addressees`.
 */
export const AgencyKind = Schema.Literals([
  "department",
  "office",
  "front",
  "organisation",
  "board",
  "councilCommittee",
  "central",
  "group",
  "unnamed"
])
export type AgencyKind = typeof AgencyKind.Type

const ends = {
  /** The first day, null where it is not known to begin. */
  from: Schema.NullOr(Day),
  /** The last day, null while it lasts. */
  to: Schema.NullOr(Day)
}

/** How an agency was called from a day to a day, both inclusive, with what says so. */
export const AgencyName = Schema.Struct({
  name: Written,
  ...ends,
  document: Schema.NullOr(Written),
  confidence: Confidence
})
export type AgencyName = typeof AgencyName.Type

/** From a day on another agency answers for what this one was asked, all of it or a part: "mảng lao động, người có công". */
export const Passing = Schema.Struct({
  agency: AgencyId,
  from: Day,
  part: Schema.NullOr(Written),
  document: Schema.NullOr(Written),
  confidence: Confidence
})
export type Passing = typeof Passing.Type

/**
 * Cơ quan: who owes something and is no unit of its own.
 *
 * **Details** A rename is a further name, a merger is `passesTo`: what was asked of it is owed by the agencies that it passed to, on and on
 * until one stands. An agency stands while one of its names does.
 */
export const Agency = Schema.Struct({
  id: AgencyId,
  /** Code of the province that it belongs to, on any day on which it stands; null for a central one. */
  province: Schema.NullOr(UnitCode),
  kind: AgencyKind,
  names: Schema.NonEmptyArray(AgencyName),
  /** Other ways in which documents write its name, on any day: short forms, offices of its head. */
  alsoWritten: Schema.Array(Written),
  passesTo: Schema.Array(Passing),
  /** Of a group. */
  members: Schema.Array(Schema.Struct({ agency: AgencyId, ...ends }))
})
export type Agency = typeof Agency.Type
