import type { Actor } from "../../criteria/index.ts"
import { type Day, listedProblems } from "../../values/index.ts"
import { actingAs } from "./acting.ts"
import { taskEventProblem } from "./check-event.ts"
import type { TaskEvent, TaskEventRecording, TaskState } from "./event.ts"
import { historyOfTask, type TaskHistory } from "./history.ts"
import type { TaskPlan } from "./plan.ts"
import { type TaskProblem, TasksRefused } from "./refusal.ts"
import { isClosed } from "./state-of.ts"
import type { TaskKey } from "./task-key.ts"
import type { Task } from "./task.ts"

/** What a batch is checked against: all that was recorded before, of any task. */
export interface CheckingTasks {
  readonly plan: TaskPlan
  readonly events: ReadonlyArray<TaskEvent>
  readonly actor: Actor
  /** Tasks that their closing condition accepts on the day of the act. */
  readonly closedByEvidence: ReadonlySet<TaskKey>
  /** The day of the act. */
  readonly today: Day
}

/** A history with a row of the batch itself: what that made it is nobody else's. */
const moved = (history: TaskHistory, { body, day }: TaskEventRecording): TaskHistory => {
  const isLast = history.lastDay === null || day >= history.lastDay
  const written = { ...history.written, ...(isLast ? { last: null } : {}) }
  const now = { ...history, lastDay: isLast ? day : history.lastDay, written }
  if (body._tag === "moved") return { ...now, state: body.to, written: { ...written, state: null } }
  return body._tag === "extended" ? { ...now, due: body.after, written: { ...written, due: null } } : now
}

/**
 * Everything that is wrong with a batch of events, by row; null where all of it may be recorded.
 *
 * **Details** Rows count in their order: the second may hand in what the first began. A row that is wrong changes nothing for those behind
 * it. No state is reached but by a row of the workflow.
 */
export const checkTaskEvents = (
  batch: ReadonlyArray<TaskEventRecording>,
  { actor, closedByEvidence, events, plan, today }: CheckingTasks
): TasksRefused | null => {
  const before = Map.groupBy(events, ({ task }) => task)
  const histories = new Map<TaskKey, TaskHistory>()
  const historyOf = (task: Task): TaskHistory => {
    const known = histories.get(task.key) ?? historyOfTask(task, before.get(task.key) ?? [])
    histories.set(task.key, known)
    return known
  }
  const stateOfChild = (key: TaskKey): TaskState => {
    const task = plan.byKey.get(key)
    if (task === undefined) return "cancelled"
    if (closedByEvidence.has(key)) return "accepted"
    if (task.owners.length > 0 || task.children.length === 0) return historyOf(task).state
    return task.children.map(stateOfChild).every(isClosed) ? "accepted" : "notStarted"
  }
  const seen = new Set<string>()
  const problems = batch.flatMap((event, row): ReadonlyArray<TaskProblem> => {
    const task = plan.byKey.get(event.task)
    const reading = task === undefined ? undefined : plan.readings.get(task.document)
    if (task === undefined || reading === undefined) {
      const sentence = { vi: `không có nhiệm vụ “${event.task}”`, en: `there is no task “${event.task}”` }
      return [{ row, field: "task", kind: "unknownTask", sentence, rule: null, next: null }]
    }
    const same = JSON.stringify([event.task, event.day, event.body, event.document])
    if (seen.has(same)) {
      const sentence = { vi: "dòng này có hai lần", en: "the row stands twice" }
      return [{ row, field: null, kind: "duplicate", sentence, rule: null, next: null }]
    }
    seen.add(same)
    const history = historyOf(task)
    const found = taskEventProblem(event, {
      task,
      history,
      standing: actingAs(actor, task, reading, event.day),
      openChildren: task.children
        .filter((key) => !isClosed(stateOfChild(key)))
        .map((key) => plan.byKey.get(key)?.no ?? key),
      today
    })
    if (found !== null) return [{ row, ...found }]
    histories.set(task.key, moved(history, event))
    return []
  })
  const listed = listedProblems(problems)
  return listed === null ? null : new TasksRefused({ problems: listed })
}
