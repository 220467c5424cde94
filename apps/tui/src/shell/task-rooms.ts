import type { Day } from "@ntm/domain/values"
import { tasksOn } from "../assignments/tasks-step.ts"
import { deskOn } from "../desk/desk-step.ts"
import type { State } from "./state.ts"
import type { TaskRoom } from "./tabs.ts"

/** The day that a room of the tab of assignments was asked about; null: today. */
const askedDay = (state: State, room: TaskRoom): Day | null =>
  room === "assignments" ? state.tasks.spot.asOf : state[room].spot.asOf

/** Another room of the tab of assignments, as of the day that the one on show is about. */
export const taskRoomShown = (state: State, from: TaskRoom, to: TaskRoom): State => {
  const day = askedDay(state, from)
  const shown = { ...state, taskRoom: to }
  switch (to) {
    case "assignments":
      return { ...shown, tasks: tasksOn(state.tasks, day) }
    case "recommendations":
      return { ...shown, recommendations: deskOn(state.recommendations, day) }
    case "dossiers":
      return { ...shown, dossiers: deskOn(state.dossiers, day) }
    case "inventory":
      return { ...shown, inventory: deskOn(state.inventory, day) }
  }
}
