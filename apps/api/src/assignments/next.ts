import {
  actingAs,
  type AskedRecommendation,
  historyOfTask,
  type RecommendationState,
  recommendationNext,
  type Task,
  type TaskEvent,
  taskNext,
  type TaskPlan
} from "@ntm/domain/assignments"
import { type Actor, officesOf } from "@ntm/domain/criteria"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { type Acts, officeFor } from "../people/acting.ts"

/** As the office of theirs that may do most. */
const most = <A>(actor: Actor, next: (actor: Actor) => ReadonlyArray<A>): ReadonlyArray<A> =>
  officesOf(actor)
    .map(next)
    .reduce((best, one) => (one.length > best.length ? one : best))

/** What whoever asks may record of a task on a day, of which these events are known; empty where it is nothing to them. */
export const nextOfTask = (acts: Acts, plan: TaskPlan, task: Task, events: ReadonlyArray<TaskEvent>, day: Day) =>
  Effect.map(officeFor(acts, "tasks.report"), (actor) => {
    const reading = plan.readings.get(task.document)
    return actor === null || reading === undefined
      ? []
      : most(actor, (one) => taskNext(task, historyOfTask(task, events).state, actingAs(one, task, reading, day)))
  })

/** What whoever asks may record of a recommendation on a day. */
export const nextOfRecommendation = (
  acts: Acts,
  one: AskedRecommendation | undefined,
  state: RecommendationState,
  day: Day
) =>
  Effect.map(officeFor(acts, "recommendations.answer"), (actor) =>
    actor === null || one === undefined ? [] : most(actor, (office) => recommendationNext(one, state, office, day))
  )
