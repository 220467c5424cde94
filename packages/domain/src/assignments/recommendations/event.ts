import { Schema } from "effect"
import { Evidence, Recorder, Written } from "../../criteria/index.ts"
import { Day, Moment } from "../../values/index.ts"
import { TaskKey } from "../tasks/task-key.ts"

export const RecommendationEventId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(
  Schema.brand("RecommendationEventId")
)
export type RecommendationEventId = typeof RecommendationEventId.Type

/** Names a recommendation, or one unit's of it where it is made to several: as a `TaskKey`, "tb-20-2025-haiphong/kn-xa-07@11443". */
export const RecommendationKey = TaskKey
export type RecommendationKey = typeof RecommendationKey.Type

/** Only four: a recommendation that was reopened is answered or carried out again. */
export const RecommendationState = Schema.Literals(["open", "answered", "carriedOut", "reopened"])
export type RecommendationState = typeof RecommendationState.Type

/**
 * What happened to a recommendation. `answered`: the addressee's answer, and which option it takes. `measure`: something that the addressee
 * does about it, a task of any document or its own words. `carriedOut`, `reopened`: what the supervising body finds.
 */
export const RecommendationEventBody = Schema.Union([
  Schema.TaggedStruct("answered", { text: Written, option: Schema.NullOr(Schema.Int) }),
  Schema.TaggedStruct("measure", { task: Schema.NullOr(TaskKey), text: Schema.NullOr(Written) }),
  Schema.TaggedStruct("carriedOut", { text: Schema.NullOr(Written) }),
  Schema.TaggedStruct("reopened", { reason: Schema.NullOr(Written) })
])
export type RecommendationEventBody = typeof RecommendationEventBody.Type

const stated = {
  recommendation: RecommendationKey,
  day: Day,
  body: RecommendationEventBody,
  document: Schema.NullOr(Written),
  evidence: Schema.Array(Evidence).check(Schema.isMaxLength(50)),
  illustrative: Schema.Boolean
}

/** Diễn biến của một kiến nghị: appended, never changed. */
export const RecommendationEvent = Schema.Struct({
  ...stated,
  id: RecommendationEventId,
  recordedAt: Moment,
  recordedBy: Recorder
})
export type RecommendationEvent = typeof RecommendationEvent.Type

export const RecommendationRecording = Schema.Struct(stated)
export type RecommendationRecording = typeof RecommendationRecording.Type
