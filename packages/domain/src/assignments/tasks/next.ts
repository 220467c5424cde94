import type { ActingAs } from "./acting.ts"
import type { TaskState } from "./event.ts"
import type { Task } from "./task.ts"
import { type TaskRule, taskWorkflow } from "./workflow.ts"

/** What somebody may record of a task next. `withReason`: only with a reason. */
export type TaskNext =
  | { readonly _tag: "moved"; readonly to: TaskState; readonly withReason: boolean }
  | { readonly _tag: "extended" | "note" }

/** Whether a task is what its parts are: of itself nothing but notes is recorded. */
export const isShared = ({ children, kind }: Pick<Task, "children" | "kind">): boolean =>
  children.length > 0 && (kind === "heading" || kind === "shared")

/** How somebody stands to a row of the workflow: it is theirs, it is the office's in the lead's place, or it is not for them. */
export const standsTo = ({ who }: Pick<TaskRule, "who">, acting: ActingAs): "own" | "inPlace" | null => {
  if (who === "office") return acting.office ? "own" : null
  if (acting.lead) return "own"
  return acting.office ? "inPlace" : null
}

/** What whoever stands so to a task may record of it in a state; empty where it is nothing to them. */
export const taskNext = (
  task: Pick<Task, "children" | "kind">,
  state: TaskState,
  acting: ActingAs
): ReadonlyArray<TaskNext> => {
  const { helps, lead, office } = acting
  const notes: ReadonlyArray<TaskNext> = lead || helps || office ? [{ _tag: "note" }] : []
  if (isShared(task)) return notes
  const moves = taskWorkflow.flatMap((rule): ReadonlyArray<TaskNext> => {
    const so = rule.from.includes(state) ? standsTo(rule, acting) : null
    return so === null ? [] : [{ _tag: "moved", to: rule.to, withReason: rule.withReason || so === "inPlace" }]
  })
  const open = state !== "accepted" && state !== "cancelled"
  return [...moves, ...(office && open ? [{ _tag: "extended" } as const] : []), ...notes]
}
