import { Schema } from "effect"
import { Bilingual, bothLanguages } from "../../values/index.ts"

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

export const RecommendationProblem = Schema.Struct({
  row: Schema.Int,
  field: Schema.NullOr(Schema.String),
  kind: RecommendationProblemKind,
  sentence: Bilingual
})
export type RecommendationProblem = typeof RecommendationProblem.Type

/** What is wrong with a batch, by row; nothing of it was written. */
export class RecommendationsRefused extends Schema.TaggedError<RecommendationsRefused>()("RecommendationsRefused", {
  problems: Schema.NonEmptyArray(RecommendationProblem)
}) {
  override get message() {
    return this.problems.map(({ row, sentence }) => `${row + 1}: ${bothLanguages(sentence)}`).join("\n")
  }
}
