import { Schema } from "effect"
import { Evidence, Recorder, Written } from "../criteria/index.ts"
import { Day, Moment } from "../values/index.ts"
import { DossierId } from "./dossier.ts"
import { surveyContent } from "./survey.ts"

export const DossierEventId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("DossierEventId"))
export type DossierEventId = typeof DossierEventId.Type

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

const Step = Schema.NonEmptyString

/**
 * What happened to a dossier. `paper`: a paper was put in, which is the event's evidence. `step`: begun or done. `consultation`: public from a day
 * to a day, with how many opinions and how many were against. `surveyed`, `voted`: results of the step that asks for them. `returned`: sent back by
 * an appraisal to a step, with what is wanting: that step and all behind it are to be done again. `decided`: recognised, or not, by a document on a
 * day; a recognition follows from it. `revoked`, `expired`: it holds no longer from the day on. `closed`: given up.
 */
export const DossierEventBody = Schema.Union([
  Schema.TaggedStruct("step", {
    step: Step,
    event: Schema.Literals(["begun", "done"]),
    by: Schema.NullOr(Written)
  }),
  Schema.TaggedStruct("paper", { paper: Schema.NonEmptyString, issuedOn: Day, title: Written }),
  Schema.TaggedStruct("consultation", { step: Step, from: Day, to: Day, opinions: Count, against: Count }),
  Schema.TaggedStruct("surveyed", { step: Step, ...surveyContent }),
  Schema.TaggedStruct("voted", { step: Step, members: Count, present: Count, inFavour: Count }),
  Schema.TaggedStruct("returned", { to: Step, reason: Written }),
  Schema.TaggedStruct("decided", { recognised: Schema.Boolean, document: Written, decidedOn: Day }),
  Schema.TaggedStruct("revoked", { document: Written, from: Day, reason: Written }),
  Schema.TaggedStruct("expired", { from: Day, reason: Written }),
  Schema.TaggedStruct("closed", { reason: Written })
])
export type DossierEventBody = typeof DossierEventBody.Type

const stated = {
  dossier: DossierId,
  day: Day,
  body: DossierEventBody,
  document: Schema.NullOr(Written),
  evidence: Schema.Array(Evidence).check(Schema.isMaxLength(50)),
  note: Schema.NullOr(Written),
  illustrative: Schema.Boolean
}

/** Diễn biến của một hồ sơ: appended, never changed. */
export const DossierEvent = Schema.Struct({ ...stated, id: DossierEventId, recordedAt: Moment, recordedBy: Recorder })
export type DossierEvent = typeof DossierEvent.Type

export const DossierEventRecording = Schema.Struct(stated)
export type DossierEventRecording = typeof DossierEventRecording.Type
