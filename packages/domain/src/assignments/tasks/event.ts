import { Schema } from "effect"
import { Evidence, Recorder, Written } from "../../criteria/index.ts"
import { Day, Moment } from "../../values/index.ts"
import { TaskKey } from "./task-key.ts"

/** Given in the order of recording: a later event has a greater one. */
export const TaskEventId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("TaskEventId"))
export type TaskEventId = typeof TaskEventId.Type

/** How far a task has come. Due soon, overdue and done late follow from it and from the day: they are no states. */
export const TaskState = Schema.Literals(["notStarted", "inProgress", "submitted", "accepted", "returned", "cancelled"])
export type TaskState = typeof TaskState.Type

/**
 * What happened to a task. `moved`: from state to state, by the table of who may (`taskWorkflow`). `extended`: another due day, with the one
 * before and why; the one before is kept. `note`: how it goes, with evidence.
 */
export const TaskEventBody = Schema.Union([
  Schema.TaggedStruct("moved", { to: TaskState, reason: Schema.NullOr(Written) }),
  Schema.TaggedStruct("extended", { before: Schema.NullOr(Day), after: Day, reason: Schema.NullOr(Written) }),
  Schema.TaggedStruct("note", { text: Written })
])
export type TaskEventBody = typeof TaskEventBody.Type

const stated = {
  task: TaskKey,
  /** The day that it is about: on which it was handed in, accepted. */
  day: Day,
  body: TaskEventBody,
  document: Schema.NullOr(Written),
  evidence: Schema.Array(Evidence).check(Schema.isMaxLength(50)),
  illustrative: Schema.Boolean
}

/** Diễn biến của một nhiệm vụ: appended, never changed. */
export const TaskEvent = Schema.Struct({ ...stated, id: TaskEventId, recordedAt: Moment, recordedBy: Recorder })
export type TaskEvent = typeof TaskEvent.Type

/** An event as somebody hands it in. */
export const TaskEventRecording = Schema.Struct(stated)
export type TaskEventRecording = typeof TaskEventRecording.Type
