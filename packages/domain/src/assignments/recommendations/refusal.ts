import { Schema } from "effect"
import { problemLines, rowProblemFields } from "../../values/index.ts"

/** Why something about recommendations cannot be recorded. */
export const RecommendationProblemKind = Schema.Literals([
  "form",
  "unknownRecommendation",
  "sharedRecommendation",
  "noSuchMove",
  "notAllowed",
  "notInScope",
  "reasonMissing",
  "unknownOption",
  "unknownTask",
  "measureEmpty",
  "futureDay",
  "dayBeforeDocument",
  "dayBack"
])
export type RecommendationProblemKind = typeof RecommendationProblemKind.Type

export const RecommendationProblem = Schema.Struct(rowProblemFields(RecommendationProblemKind))
export type RecommendationProblem = typeof RecommendationProblem.Type

/** What is wrong with a batch, by row; nothing of it was written. */
export class RecommendationsRefused extends Schema.TaggedError<RecommendationsRefused>()("RecommendationsRefused", {
  problems: Schema.NonEmptyArray(RecommendationProblem)
}) {
  override get message() {
    return problemLines(this.problems)
  }
}
