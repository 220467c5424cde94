import { Schema } from "effect"
import { DocumentId } from "../../documents/index.ts"
import { UnitLevel } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"
import { CriteriaSetId } from "../sets/set-id.ts"

/** What a target counts or measures. */
export const TargetSubject = Schema.Union([
  /** Units that meet all the named criteria of a set; no numbers: that meet the whole set. */
  Schema.TaggedStruct("criteria", { set: CriteriaSetId, numbers: Schema.Array(Schema.Int) }),
  /** A number about one unit: "70 % số km đường có cây xanh". */
  Schema.TaggedStruct("value", { input: InputKey }),
  /** A direction without a number, or something that the system holds no facts about: told, never judged. */
  Schema.TaggedStruct("orientation", {})
])
export type TargetSubject = typeof TargetSubject.Type

/**
 * Chỉ tiêu kế hoạch: what a plan wants to have reached by a day.
 *
 * **Details** Two forms are met in plans, and both may stand at once: a share or a number to reach ("100 % số xã giữ vững
 * tiêu chí 2, 3, 4"), and an addition ("thêm 12 xã, nâng tổng số lên 102/181, 56 %"). What is printed is kept as printed;
 * whether its parts agree is a finding (see `targetFaults`).
 */
export const Target = Schema.Struct({
  document: DocumentId,
  /** Unique in its document. */
  id: Schema.NonEmptyString,
  /** Content group of the plan: "III.2", "Phát triển hạ tầng kinh tế - xã hội". */
  group: Schema.Struct({ no: Schema.String, title: Schema.String }),
  text: Schema.String,
  subject: TargetSubject,
  /** The level that is counted; null for what concerns no units ("cán bộ"). */
  level: Schema.NullOr(UnitLevel),
  scope: Schema.Struct({
    text: Schema.String,
    /** As printed; empty where no unit is named. */
    units: Schema.Array(Schema.String),
    /** How many units the plan says that there are. */
    count: Schema.NullOr(Schema.Int)
  }),
  operator: Schema.NullOr(Schema.Literals([">=", "<=", "="])),
  value: Schema.NullOr(Schema.Finite),
  /** "%" for a share of the units counted, else a number of them, or the unit of the value. */
  unit: Schema.NullOr(Schema.String),
  /** Where it is said: how many there were, how many are added, how many there will be, out of how many. */
  baseline: Schema.NullOr(Schema.Int),
  added: Schema.NullOr(Schema.Int),
  total: Schema.NullOr(Schema.Int),
  outOf: Schema.NullOr(Schema.Int),
  /** "giữ vững", "đạt", "duy trì, nâng cao". */
  action: Schema.NullOr(Schema.String),
  from: Day,
  by: Day,
  note: Schema.NullOr(Schema.String)
})
export type Target = typeof Target.Type
