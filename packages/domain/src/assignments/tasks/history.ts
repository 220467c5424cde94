import type { Day, WrittenBy } from "../../values/index.ts"
import type { TaskEvent, TaskState } from "./event.ts"
import type { Extension } from "./standing.ts"
import type { Task } from "./task.ts"

/** What the events of a task come to. */
export interface TaskHistory {
  readonly state: TaskState
  readonly since: Day | null
  readonly due: Day | null
  readonly extensions: ReadonlyArray<Extension>
  /** The day on which work began, as far as events say. */
  readonly begunOn: Day | null
  readonly submittedOn: Day | null
  readonly acceptedOn: Day | null
  readonly notes: ReadonlyArray<TaskEvent>
  /** The day of the last event. */
  readonly lastDay: Day | null
  /** Who made it what it is: of whom whoever is refused may ask. Null for what nobody changed. */
  readonly written: {
    readonly state: WrittenBy | null
    readonly due: WrittenBy | null
    /** Who wrote down what happened on the last day. */
    readonly last: WrittenBy | null
  }
}

/** A task of which nothing was recorded. */
export const untouched = ({ due }: Pick<Task, "due">): TaskHistory => ({
  state: "notStarted",
  since: null,
  due,
  extensions: [],
  begunOn: null,
  submittedOn: null,
  acceptedOn: null,
  notes: [],
  lastDay: null,
  written: { state: null, due: null, last: null }
})

const moved = (history: TaskHistory, to: TaskState, day: Day): TaskHistory => {
  const handedIn = to === "submitted" ? day : to === "accepted" ? history.submittedOn : null
  return {
    ...history,
    state: to,
    since: day,
    begunOn: history.begunOn ?? (to === "inProgress" || to === "submitted" ? day : null),
    submittedOn: handedIn,
    acceptedOn: to === "accepted" ? day : null
  }
}

/** One event further. Events come in the order of recording and were checked before they were recorded. */
export const afterEvent = (history: TaskHistory, event: TaskEvent): TaskHistory => {
  const { body, day } = event
  const by: WrittenBy = { name: event.recordedBy.name, at: event.recordedAt }
  const isLast = history.lastDay === null || day >= history.lastDay
  const written = { ...history.written, ...(isLast ? { last: by } : {}) }
  const last = { lastDay: isLast ? day : history.lastDay }
  switch (body._tag) {
    case "moved":
      return { ...moved(history, body.to, day), ...last, written: { ...written, state: by } }
    case "extended": {
      const { after, before, reason } = body
      return {
        ...history,
        ...last,
        written: { ...written, due: by },
        due: after,
        extensions: [...history.extensions, { event: event.id, day, before, after, reason }]
      }
    }
    case "note":
      return { ...history, ...last, written, notes: [...history.notes, event] }
  }
}

export const historyOfTask = (task: Pick<Task, "due">, events: ReadonlyArray<TaskEvent>): TaskHistory =>
  events.reduce(afterEvent, untouched(task))
