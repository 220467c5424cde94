import type { TaskPlan } from "./plan.ts"
import type { TaskStanding } from "./standing.ts"
import { isClosed } from "./state-of.ts"
import type { TaskKey } from "./task-key.ts"
import type { Task } from "./task.ts"

type Standings = ReadonlyMap<TaskKey, Pick<TaskStanding, "state">>

/** A task and what it is a part of, the nearest first. */
export const lineOf = ({ byKey }: Pick<TaskPlan, "byKey">, key: TaskKey): ReadonlyArray<Task> => {
  const found: Array<Task> = []
  for (let at = byKey.get(key); at !== undefined && !found.includes(at);) {
    found.push(at)
    at = at.parent === null ? undefined : byKey.get(at.parent)
  }
  return found
}

/**
 * What has to be done before a task: its predecessors and those of what it is a part of, nearest first.
 *
 * **Details** Its own parts are among them only where the data say so ("1" after "1.1": its own work begins when the part is done); that is no
 * matter of the other parts, so they do not inherit it.
 */
export const predecessorsOf = (plan: Pick<TaskPlan, "byKey">, task: Task): ReadonlyArray<TaskKey> => {
  const found = new Set<TaskKey>()
  for (const at of lineOf(plan, task.key)) {
    for (const key of at.after) if (at === task || !lineOf(plan, key).includes(at)) found.add(key)
  }
  return [...found]
}

/** Tasks that a task waits for and that are not done: its children, then its predecessors. A closed task waits for nothing. */
export const openBefore = (plan: TaskPlan, standings: Standings, task: Task): ReadonlyArray<TaskKey> => {
  const isOpen = (key: TaskKey): boolean => {
    const state = standings.get(key)?.state
    return state !== undefined && !isClosed(state)
  }
  return isOpen(task.key) ? [...new Set([...task.children, ...predecessorsOf(plan, task)])].filter(isOpen) : []
}
