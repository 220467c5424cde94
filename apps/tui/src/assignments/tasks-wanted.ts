import type { TasksRead } from "./tasks-reads.ts"
import { goKey, pageKey, type TasksState } from "./tasks-state.ts"

/** A search is sent when no letter came for so long; milliseconds. */
const SETTLED = 120

const room = "tasks"

/** The questions whose answers the tab needs now and does not have. */
export const tasksWanted = (tasks: TasksState): ReadonlyArray<TasksRead> => {
  const { answers, failed, shown, spot, turn, view } = tasks
  if (failed !== null) return []
  const reads: Array<TasksRead> = []
  if (shown !== spot) {
    const after = view._tag === "Search" && spot.query !== "" ? SETTLED : 0
    reads.push({ room, _tag: "Go", key: goKey(turn), to: spot, after })
  }
  if (view._tag === "Page" && !answers.has(pageKey(view.of, spot.asOf)))
    reads.push({ room, _tag: "Page", key: pageKey(view.of, spot.asOf), of: view.of, asOf: spot.asOf })
  return reads
}
