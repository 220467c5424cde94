import type { Day } from "../../values/index.ts"
import type { ConditionOutcome } from "../closing/facts.ts"
import type { TaskState } from "./event.ts"
import type { TaskHistory } from "./history.ts"
import type { TaskStanding } from "./standing.ts"
import type { Task } from "./task.ts"

type Derived = Pick<TaskStanding, "state" | "by" | "since" | "submittedOn" | "acceptedOn">

const latest = (days: ReadonlyArray<Day | null>): Day | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)

/** Whether it holds nobody up any more. */
export const isClosed = (state: TaskState): boolean => state === "accepted" || state === "cancelled"

const fromChildren = (children: ReadonlyArray<TaskStanding>): Derived => {
  const counted = children.filter(({ state }) => state !== "cancelled")
  const all = (...states: ReadonlyArray<TaskState>) => counted.every(({ state }) => states.includes(state))
  const derived = (state: TaskState): Derived => ({
    state,
    by: "children",
    since: null,
    submittedOn: all("accepted", "submitted") ? latest(counted.map(({ submittedOn }) => submittedOn)) : null,
    acceptedOn: null
  })
  if (children.length > 0 && counted.length === 0) return derived("cancelled")
  if (all("accepted"))
    return { ...derived("accepted"), acceptedOn: latest(counted.map(({ acceptedOn }) => acceptedOn)) }
  if (all("accepted", "submitted")) return derived("submitted")
  if (all("notStarted")) return { ...derived("notStarted"), by: "nothing" }
  return derived("inProgress")
}

/**
 * The state of a task out of its events, its closing condition and its children.
 *
 * **Details** A heading and what is shared are what their children are. A task of its own cannot be accepted while a child is open: it goes
 * on being in progress if one is opened again. A closing condition decides alone: it accepts while it holds, and whatever was accepted goes
 * back to being in progress when it does not; what is cancelled stays so.
 */
export const stateOf = (
  task: Pick<Task, "kind" | "children">,
  history: TaskHistory,
  children: ReadonlyArray<TaskStanding>,
  condition: ConditionOutcome | null
): Derived => {
  if (task.children.length > 0 && (task.kind === "heading" || task.kind === "shared")) return fromChildren(children)
  const { acceptedOn, since, state, submittedOn } = history
  const own: Derived = { state, by: since === null ? "nothing" : "events", since, submittedOn, acceptedOn }
  if (state === "cancelled") return own
  const fallenBack: Derived = { state: "inProgress", by: "evidence", since: null, submittedOn: null, acceptedOn: null }
  if (condition !== null && !condition.holds) return state === "accepted" ? fallenBack : own
  const open = children.some((child) => !isClosed(child.state))
  if (open) {
    const begun = children.some((child) => child.state !== "notStarted")
    if (state === "accepted" || (state === "notStarted" && begun))
      return { state: "inProgress", by: "children", since: null, submittedOn: null, acceptedOn: null }
    return own
  }
  return condition !== null && state !== "accepted" ? { ...own, state: "accepted", by: "evidence", since: null } : own
}
