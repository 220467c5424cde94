import { Schema } from "effect"
import { Bilingual, bothLanguages } from "../../values/index.ts"

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
  row: Schema.Int,
  field: Schema.NullOr(Schema.String),
  kind: TaskProblemKind,
  sentence: Bilingual,
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
    return this.problems.map(({ row, sentence }) => `${row + 1}: ${bothLanguages(sentence)}`).join("\n")
  }
}
