import type { Problem } from "@ntm/contract"
import { both } from "../language/lang.ts"
import type { TasksAnswer, TasksRead } from "./tasks-reads.ts"
import { goKey, stored, type TasksState } from "./tasks-state.ts"

/** The tab after an answer. An answer to a list that is no longer wanted is dropped. */
export const tasksLoaded = (tasks: TasksState, read: TasksRead, answer: TasksAnswer): TasksState => {
  if (answer._tag !== "Arrived") return stored(tasks, read, answer)
  if (read.key !== goKey(tasks.turn)) return tasks
  const { list } = answer
  const kept = list.rows.some(({ id }) => id === tasks.at)
  return { ...tasks, list, shown: tasks.spot, at: kept ? tasks.at : (list.rows[0]?.id ?? null) }
}

/** The tab after a question that failed: it is told, and asked again on r only. The list on show stays as it was asked for. */
export const tasksFailed = (tasks: TasksState, read: TasksRead, problem: Problem): TasksState => {
  if (read._tag !== "Go") return stored(tasks, read, { _tag: "Failed", problem })
  if (read.key !== goKey(tasks.turn)) return tasks
  if (tasks.shown === null) return { ...tasks, failed: problem }
  const text = both(problem.detail ?? problem.title, problem.detailEn ?? problem.titleEn)
  return { ...tasks, spot: tasks.shown, turn: tasks.turn + 1, said: { text, tone: "bad" } }
}

/** Reads everything on show again. What failed is asked for again at once. */
export const readTasksAgain = (tasks: TasksState): TasksState => ({
  ...tasks,
  failed: null,
  shown: null,
  turn: tasks.turn + 1,
  answers: new Map()
})
