import { Schema } from "effect"
import { Bilingual, problemLines, rowProblemFields } from "../../values/index.ts"

/** Why something about tasks cannot be recorded. */
export const TaskProblemKind = Schema.Literals([
  "form",
  "unknownTask",
  "sharedTask",
  "noSuchMove",
  "notAllowed",
  "notInScope",
  "reasonMissing",
  "childrenOpen",
  "alreadyClosed",
  "dueNotMoved",
  "dueBeforeDiffers",
  "dueBeforeStart",
  "futureDay",
  "dayBeforeTask",
  "dayBack",
  "duplicate"
])
export type TaskProblemKind = typeof TaskProblemKind.Type

/** One thing that is wrong with one row of a batch. */
export const TaskProblem = Schema.Struct({
  ...rowProblemFields(TaskProblemKind),
  /** For what an office may not do: the row of the workflow. */
  rule: Schema.NullOr(Schema.String),
  /** What may be done instead. */
  next: Schema.NullOr(Bilingual)
})
export type TaskProblem = typeof TaskProblem.Type

/** What is wrong with a batch, by row; nothing of it was written. */
export class TasksRefused extends Schema.TaggedError<TasksRefused>()("TasksRefused", {
  problems: Schema.NonEmptyArray(TaskProblem)
}) {
  override get message() {
    return problemLines(this.problems)
  }
}
