import { Schema } from "effect"
import { Evidence, Recorder, Written } from "../criteria/index.ts"
import { WorkId } from "../funding/index.ts"
import { Day, Dong, Moment } from "../values/index.ts"
import { StepKey } from "./procedure.ts"

export const ReportId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("ReportId"))
export type ReportId = typeof ReportId.Type

const NotNegative = Dong.check(Schema.isGreaterThanOrEqualTo(0))

/**
 * What a report says of a work. Physical and financial progress are apart: what is built is told here, what is paid by entries of funding.
 *
 * **Details** `step`: a step was begun or done; `by` names whom it was handed over to, or who operates it. `volume`: value of what is
 * built, to date, never summed. `accepted`: volume that was accepted by one certificate; these are summed, and what of them is not paid is
 * debt. `change`: a contract's time (last day), value (đồng) or scope, with what it was before. `problem` and `solved`: a snag and its end.
 * `paper`: photos and papers, which are the report's evidence. `withdrawn`: an earlier report was wrong and no longer counts.
 */
export const ReportBody = Schema.Union([
  Schema.TaggedStruct("step", { step: StepKey, event: Schema.Literals(["begun", "done"]), by: Schema.NullOr(Written) }),
  Schema.TaggedStruct("volume", { done: NotNegative }),
  Schema.TaggedStruct("accepted", { amount: NotNegative }),
  Schema.TaggedStruct("change", {
    change: Schema.Union([
      Schema.TaggedStruct("time", { step: StepKey, before: Day, after: Day }),
      Schema.TaggedStruct("value", { before: NotNegative, after: NotNegative }),
      Schema.TaggedStruct("scope", { before: Written, after: Written })
    ]),
    reason: Written
  }),
  Schema.TaggedStruct("problem", {
    category: Schema.Literals(["land", "money", "contractor", "design", "weather", "procedure", "other"]),
    text: Written
  }),
  Schema.TaggedStruct("solved", { problem: ReportId, text: Schema.NullOr(Written) }),
  Schema.TaggedStruct("paper", { title: Written }),
  Schema.TaggedStruct("withdrawn", { report: ReportId, reason: Written })
])
export type ReportBody = typeof ReportBody.Type

const stated = {
  /** The day that it is about. */
  day: Day,
  body: ReportBody,
  document: Schema.NullOr(Written),
  evidence: Schema.Array(Evidence).check(Schema.isMaxLength(50)),
  note: Schema.NullOr(Written),
  illustrative: Schema.Boolean
}

/** Báo cáo về một công trình: appended, never changed. */
export const WorkReport = Schema.Struct({
  ...stated,
  id: ReportId,
  work: WorkId,
  recordedAt: Moment,
  recordedBy: Recorder
})
export type WorkReport = typeof WorkReport.Type

/** A report as somebody hands it in: the work by the system's number, or by its code with the province's code ("31/KM2024-11824-07"). */
export const ReportRecording = Schema.Struct({ ...stated, work: Schema.Union([WorkId, Schema.NonEmptyString]) })
export type ReportRecording = typeof ReportRecording.Type
