import type { DocumentId } from "../../documents/index.ts"
import type { Chronicle } from "../../units/index.ts"
import type { Assignment } from "../assignment.ts"
import type { AgencyDirectory } from "../agencies/directory.ts"
import type { Reading } from "../agencies/reading.ts"
import type { Duty } from "../duties/duty.ts"
import type { WorkCalendar } from "../calendar/work-calendar.ts"
import type { TaskKey } from "./task-key.ts"
import type { Task } from "./task.ts"
import type { Tasking } from "./tasking.ts"

/** What tasks are made of. */
export interface TaskSources {
  readonly assignments: ReadonlyArray<Assignment>
  readonly duties: ReadonlyArray<Duty>
  readonly taskings: ReadonlyArray<Tasking>
  readonly agencies: AgencyDirectory
  readonly calendar: WorkCalendar
  readonly chronicle: Chronicle
}

/** Every task that the documents ask for, recurring ones for the periods up to a day. As of no day yet: `bookOn` says how they stand. */
export interface TaskPlan {
  /** Parents before children, documents and numbers in their order. */
  readonly tasks: ReadonlyArray<Task>
  readonly byKey: ReadonlyMap<TaskKey, Task>
  /** Why a task waits for another: by the one that waits, then by the one that it waits for. */
  readonly reasons: ReadonlyMap<TaskKey, ReadonlyMap<TaskKey, string>>
  /** Where the names of a document are read. */
  readonly readings: ReadonlyMap<DocumentId, Reading>
}
