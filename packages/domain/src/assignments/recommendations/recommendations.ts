import { Context, type Effect } from "effect"
import type { Actor } from "../../criteria/index.ts"
import type { DocumentId } from "../../documents/index.ts"
import type { Moment } from "../../values/index.ts"
import type { TaskPlan } from "../tasks/plan.ts"
import type { RecommendationEvent, RecommendationEventId, RecommendationRecording } from "./event.ts"
import type { Limitation } from "./limitation.ts"
import type { Recommendation } from "./recommendation.ts"
import type { RecommendationsRefused } from "./refusal.ts"

/** What supervising bodies ask for, what documents say is wanting, and the journal of what was answered and done. */
export class Recommendations extends Context.Service<
  Recommendations,
  {
    /** Of one document, or of all for null, in the order in which they are printed. */
    readonly list: (document: DocumentId | null) => Effect.Effect<ReadonlyArray<Recommendation>>
    readonly limitations: (document: DocumentId | null) => Effect.Effect<ReadonlyArray<Limitation>>
    /** In the order of recording. */
    readonly journal: (document: DocumentId | null) => Effect.Effect<ReadonlyArray<RecommendationEvent>>
    /** Wholly or not at all: refused with every problem of every row (`checkRecommendationEvents`). */
    readonly record: (
      batch: ReadonlyArray<RecommendationRecording>,
      writer: { readonly actor: Actor; readonly plan: TaskPlan }
    ) => Effect.Effect<
      { readonly ids: ReadonlyArray<RecommendationEventId>; readonly recordedAt: Moment },
      RecommendationsRefused
    >
    readonly moment: () => Effect.Effect<Moment | null>
  }
>()("@ntm/domain/assignments/Recommendations") {}
