import type { ConditionOutcome } from "../closing/facts.ts"
import type { RecommendationEvent, RecommendationRecording, RecommendationState } from "./event.ts"
import type { RecommendationStanding } from "./standing.ts"
import { recommendationWorkflow } from "./workflow.ts"

type Derived = Pick<RecommendationStanding, "state" | "by" | "since">

/** The state after one more event. */
export const afterRecommendationEvent = (
  state: RecommendationState,
  body: RecommendationRecording["body"]
): RecommendationState => recommendationWorkflow.find(({ tag }) => tag === body._tag)?.to ?? state

/**
 * The state of a recommendation out of its events, its closing condition and the tasks that carry it out.
 *
 * **Details** A condition decides alone: carried out while it holds, reopened as soon as what was carried out does not hold any more. Without
 * one it is carried out when somebody finds it so, or when all its tasks are accepted.
 */
export const recommendationStateOf = (
  events: ReadonlyArray<RecommendationEvent>,
  condition: ConditionOutcome | null,
  tasksDone: boolean
): Derived => {
  const told = events.reduce<Derived>(
    (at, { body, day }) => {
      const state = afterRecommendationEvent(at.state, body)
      return body._tag === "measure" ? at : { state, by: "events", since: day }
    },
    { state: "open", by: "nothing", since: null }
  )
  if (condition?.holds === true) return { state: "carriedOut", by: "evidence", since: null }
  if (condition !== null) return told.state === "carriedOut" ? { state: "reopened", by: "evidence", since: null } : told
  const mayFollow = told.state === "open" || told.state === "answered"
  return tasksDone && mayFollow ? { state: "carriedOut", by: "tasks", since: null } : told
}

/** One made to several: carried out when all are, answered when all answered at least; reopened if one was. */
export const stateOfParts = (parts: ReadonlyArray<RecommendationState>): Derived => {
  const all = (...states: ReadonlyArray<RecommendationState>) => parts.every((state) => states.includes(state))
  const derived = (state: RecommendationState): Derived => ({ state, by: "children", since: null })
  if (parts.includes("reopened")) return derived("reopened")
  if (all("carriedOut")) return derived("carriedOut")
  if (all("carriedOut", "answered")) return derived("answered")
  return { state: "open", by: "nothing", since: null }
}
