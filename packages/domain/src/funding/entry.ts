import { Schema } from "effect"
import { Recorder } from "../criteria/index.ts"
import { UnitId, UnitLevel } from "../units/index.ts"
import { Day, Dong, Moment } from "../values/index.ts"
import { Written } from "../criteria/index.ts"
import { FundingSourceKey } from "./source.ts"
import { FundingStage } from "./stage.ts"

/** Given in the order of recording: a later entry has a greater one. */
export const FundingEntryId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("FundingEntryId"))
export type FundingEntryId = typeof FundingEntryId.Type

/** A work (công trình), by the system's own number; see the room of works. */
export const WorkId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("WorkId"))
export type WorkId = typeof WorkId.Type

/**
 * What an entry is.
 *
 * **Details** `stated`: an amount as a document or a person states it. `adjustment`: what is added to (or, negative, taken from) an
 * earlier entry, with the reason; nothing is edited in place. `carryOver`: money that passes from one budget year to another: two
 * entries, one negative. `rounding` and `unexplained`: by how much a printed total differs from its printed parts, within what
 * rounding explains or beyond it; so that what was printed comes out again, and every total is the sum of its parts.
 */
export const FundingEntryKind = Schema.Literals(["stated", "adjustment", "carryOver", "rounding", "unexplained"])
export type FundingEntryKind = typeof FundingEntryKind.Type

/** Who passed the money on: a unit, or an agency. */
export const Giver = Schema.Union([Schema.Struct({ unit: UnitId }), Schema.Struct({ agency: Written })])
export type Giver = typeof Giver.Type

/** What was given in kind, beside its value: 230 m², 45 ngày công, 3 tấn xi măng. */
export const Quantity = Schema.Struct({
  amount: Schema.Finite.check(Schema.isGreaterThan(0)),
  unit: Schema.NonEmptyString.check(Schema.isMaxLength(60))
})
export type Quantity = typeof Quantity.Type

const stated = {
  /**
   * The tier at which the entry is summed: the level of its unit, and then it includes everything below the unit; or a level below it,
   * and then it is the unit's own, beside what the units of that level have. So nothing counts twice.
   */
  tier: UnitLevel,
  /** The agency of the unit that holds the money ("Các sở, ngành thành phố"); null for the unit itself. */
  agency: Schema.NullOr(Written),
  from: Schema.NullOr(Giver),
  source: FundingSourceKey,
  /** Budget year (niên độ). */
  year: Schema.Int.check(Schema.isBetween({ minimum: 2000, maximum: 2100 })),
  stage: FundingStage,
  kind: FundingEntryKind,
  /** Content group of the plan that it serves: "III.2". */
  content: Schema.NullOr(Written),
  amount: Dong,
  quantity: Schema.NullOr(Quantity),
  /** The day of the decision, of the gift, of the payment. */
  day: Day,
  work: Schema.NullOr(WorkId),
  /** Number or id of the document that states it; null for what a form recorded. */
  document: Schema.NullOr(Written),
  /** Where in the document: "Phụ lục 02, dòng 3". */
  place: Schema.NullOr(Written),
  /** Why, of an adjustment or a carry-over. */
  reason: Schema.NullOr(Written),
  /** The entry that an adjustment is about. */
  adjusts: Schema.NullOr(FundingEntryId),
  /** Made for illustration; shown as such wherever it shows. */
  illustrative: Schema.Boolean
}

/** Bút toán vốn: money of a unit, from a source, of a budget year, at a stage. Appended, never changed. */
export const FundingEntry = Schema.Struct({
  ...stated,
  id: FundingEntryId,
  unit: UnitId,
  recordedAt: Moment,
  recordedBy: Recorder
})
export type FundingEntry = typeof FundingEntry.Type

/** An entry as somebody hands it in, before anything is checked but its form. */
export const EntryRecording = Schema.Struct({
  ...stated,
  /** The system's id, or the code that the unit carries on the day. */
  unit: Schema.Union([Schema.String, UnitId]),
  /** Any number: what is wrong with it is told by row, beside everything else. */
  amount: Schema.Number
})
export type EntryRecording = typeof EntryRecording.Type
