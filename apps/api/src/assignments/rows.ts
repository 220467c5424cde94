import { RecommendationBody, TaskEventBody } from "@ntm/contract"
import {
  type RecommendationRecording,
  RecommendationsRefused,
  type TaskEventRecording,
  type TaskProblem,
  TasksRefused
} from "@ntm/domain/assignments"
import { listedProblems } from "@ntm/domain/values"
import { Effect } from "effect"
import { rowsReader } from "../http/rows.ts"

const tasksIn = rowsReader(TaskEventBody)
const recommendationsIn = rowsReader(RecommendationBody)

/** What a row may leave out: it is then nothing, and not made up for illustration. */
const unsaid = { document: null, evidence: [], illustrative: false }

/** Events of tasks; refused with what is wrong with the form of each row. */
export const readTaskRows = (
  rows: ReadonlyArray<unknown>
): Effect.Effect<ReadonlyArray<TaskEventRecording>, TasksRefused> => {
  const { bodies, problems } = tasksIn(rows)
  const listed = listedProblems(problems.map((problem): TaskProblem => ({ ...problem, rule: null, next: null })))
  return listed === null
    ? Effect.succeed(bodies.map((body) => ({ ...unsaid, ...body })))
    : Effect.fail(new TasksRefused({ problems: listed }))
}

/** Events of recommendations, likewise. */
export const readRecommendationRows = (
  rows: ReadonlyArray<unknown>
): Effect.Effect<ReadonlyArray<RecommendationRecording>, RecommendationsRefused> => {
  const { bodies, problems } = recommendationsIn(rows)
  const listed = listedProblems(problems)
  return listed === null
    ? Effect.succeed(bodies.map((body) => ({ ...unsaid, ...body })))
    : Effect.fail(new RecommendationsRefused({ problems: listed }))
}
