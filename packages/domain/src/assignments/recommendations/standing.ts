import type { Day } from "../../values/index.ts"
import type { ConditionOutcome } from "../closing/facts.ts"
import type { Holder, TaskStanding } from "../tasks/standing.ts"
import type { Owner } from "../tasks/task.ts"
import type { RecommendationEvent, RecommendationKey, RecommendationState } from "./event.ts"
import type { Contrast, Recommendation } from "./recommendation.ts"

/** What is said beside what is shown: the outcome of the condition on the day, where there is one. */
export interface ContrastShown extends Contrast {
  readonly outcome: ConditionOutcome | null
}

/** A recommendation, or one unit's of it, as it stands on a day and as known at a moment. */
export interface RecommendationStanding {
  readonly key: RecommendationKey
  readonly recommendation: Recommendation
  /** Null for one that is made to several: it is what those of its units are. */
  readonly addressee: Owner | null
  readonly holders: ReadonlyArray<Holder>
  readonly parent: RecommendationKey | null
  readonly children: ReadonlyArray<RecommendationKey>
  readonly state: RecommendationState
  readonly by: "events" | "evidence" | "tasks" | "children" | "nothing"
  readonly since: Day | null
  readonly answers: ReadonlyArray<RecommendationEvent>
  readonly measures: ReadonlyArray<RecommendationEvent>
  /** The assignments of its document that carry it out, of the same unit, and the tasks named as measures. */
  readonly tasks: ReadonlyArray<TaskStanding>
  readonly condition: ConditionOutcome | null
  readonly contrasts: ReadonlyArray<ContrastShown>
}
