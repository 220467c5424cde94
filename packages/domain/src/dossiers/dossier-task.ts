import { holderName, type TaskStanding } from "../assignments/index.ts"
import type { DossierTask } from "./standing.ts"

/** A task as a dossier tells it. */
export const dossierTask = ({ due, holders, lateDays, state, task }: TaskStanding): DossierTask => ({
  key: task.key,
  no: task.no,
  title: task.title,
  who: holders.map(holderName).join(", "),
  state,
  due,
  lateDays
})
