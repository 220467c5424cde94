import { Context, type Effect } from "effect"
import type { Actor } from "../../criteria/index.ts"
import type { DocumentId } from "../../documents/index.ts"
import type { Moment } from "../../values/index.ts"
import type { Duty } from "../duties/duty.ts"
import type { TaskEvent, TaskEventId, TaskEventRecording } from "./event.ts"
import type { TaskPlan } from "./plan.ts"
import type { TasksRefused } from "./refusal.ts"
import type { TaskKey } from "./task-key.ts"
import type { Tasking } from "./tasking.ts"

/** Who writes, the tasks that there are (`planOf` makes them), and those that their closing condition accepts today. */
export interface TaskWriter {
  readonly actor: Actor
  readonly plan: TaskPlan
  readonly closedByEvidence: ReadonlySet<TaskKey>
}

export interface RecordedTaskEvents {
  readonly ids: ReadonlyArray<TaskEventId>
  readonly recordedAt: Moment
}

/**
 * How documents assign and repeat, and the journal of what happened to tasks, append-only.
 *
 * **Details** Tasks themselves are not kept: `planOf` makes them of documents, duties, agencies and the register, `bookOn` says how they stand.
 */
export class Tasks extends Context.Service<
  Tasks,
  {
    readonly taskings: () => Effect.Effect<ReadonlyArray<Tasking>>
    readonly duties: () => Effect.Effect<ReadonlyArray<Duty>>
    /** Events of the tasks of one document, or of all for null, in the order of recording. */
    readonly journal: (document: DocumentId | null) => Effect.Effect<ReadonlyArray<TaskEvent>>
    /** Wholly or not at all: refused with every problem of every row (`checkTaskEvents`, under the lock of the journal). */
    readonly record: (
      batch: ReadonlyArray<TaskEventRecording>,
      writer: TaskWriter
    ) => Effect.Effect<RecordedTaskEvents, TasksRefused>
    /** Another one as soon as anything was recorded; null while there is nothing. */
    readonly moment: () => Effect.Effect<Moment | null>
  }
>()("@ntm/domain/assignments/Tasks") {}
