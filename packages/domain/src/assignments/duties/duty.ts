import { Schema } from "effect"
import { Confidence, Written } from "../../criteria/index.ts"
import { DocumentId } from "../../documents/index.ts"
import { Day } from "../../values/index.ts"

const Count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 366 }))

/**
 * By when what recurs is due. `day`: on a day of the month, so many months after the last month of the period ("trước ngày 15 tháng sau": 1
 * month, day 15; "ngày 20 tháng cuối kỳ": 0 months); a month that is too short has its last day. `after`: so many days after the period.
 */
export const DutyDue = Schema.Union([
  Schema.TaggedStruct("day", {
    months: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 12 })),
    day: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 31 }))
  }),
  Schema.TaggedStruct("after", { days: Count, count: Schema.Literals(["working", "calendar"]) })
])
export type DutyDue = typeof DutyDue.Type

/** How a duty comes again. A due day that nobody works on is the next working day (Bộ luật Dân sự 2015, điều 148 khoản 5). */
export const DutyRule = Schema.Struct({
  every: Schema.Literals(["month", "quarter", "half", "year"]),
  /** Which of the periods of a year; all of them for null. "Báo cáo 6 tháng": halves, the first only. */
  only: Schema.NullOr(Schema.NonEmptyArray(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 12 })))),
  due: DutyDue,
  confidence: Confidence,
  /** What says so, or what was taken where nothing does. */
  source: Schema.NonEmptyString
})
export type DutyRule = typeof DutyRule.Type

/**
 * Trách nhiệm thường xuyên: what an agency answers for without an end, or hands in again and again ("6 tháng, năm, đột xuất").
 *
 * **Details** Without `rules` it stands and has no due day, but `by` where the document names one. With rules it has an instance for each
 * period that lies at least in part between `from` and `to`.
 */
export const Duty = Schema.Struct({
  document: DocumentId,
  /** Unique in the document, among its assignments too. */
  no: Schema.NonEmptyString,
  section: Schema.NullOr(Schema.String),
  kind: Schema.Literals(["task", "funding", "supervision", "report"]),
  title: Written,
  lead: Written,
  coordinating: Schema.Array(Written),
  /** To whom it is reported, as printed. */
  reportsTo: Schema.NullOr(Written),
  /** As printed: "6 tháng, năm, đột xuất". */
  frequency: Schema.NullOr(Written),
  rules: Schema.Array(DutyRule),
  from: Day,
  to: Schema.NullOr(Day),
  by: Schema.NullOr(Day),
  notes: Schema.NullOr(Schema.String)
})
export type Duty = typeof Duty.Type
