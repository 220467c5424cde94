import type { RecommendationBody, RecommendationLine } from "@ntm/contract"
import type { RecommendationKey, RecommendationState } from "@ntm/domain/assignments"
import type { Day } from "@ntm/domain/values"
import type { DeskKind } from "../desk/desk.ts"
import type { RecommendationAnswer } from "./recommendation-lines.ts"

/** Which recommendations are listed. */
export interface RecommendationsSpot {
  readonly asOf: Day | null
  readonly standing: RecommendationState | null
  readonly addressee: string | null
  /** Of one made to several units: the whole and each unit's own. */
  readonly of: { readonly key: RecommendationKey; readonly title: string } | null
}

export interface RecommendationRow {
  readonly id: RecommendationKey
  readonly line: RecommendationLine
}

export interface RecommendationsKind extends DeskKind {
  readonly room: "recommendations"
  readonly spot: RecommendationsSpot
  readonly row: RecommendationRow
  readonly subject: { readonly _tag: "Recommendation"; readonly id: RecommendationKey }
  readonly page: RecommendationAnswer
  readonly send: RecommendationSend
}

/** An event as the API takes it; the API reads and checks it. */
export interface RecommendationSend {
  readonly recommendation: RecommendationBody["recommendation"]
  readonly day: string | null
  readonly body: object
  readonly document: string | null
}
