import type { Chronicle, UnitId } from "../../units/index.ts"
import type { Assignment } from "../assignment.ts"
import type { AgencyDirectory } from "../agencies/directory.ts"
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

/** Every task that the documents ask for, as of no day yet. */
export interface TaskPlan {
  /** Parents before children, documents and numbers in their order. */
  readonly tasks: ReadonlyArray<Task>
  readonly byKey: ReadonlyMap<TaskKey, Task>
  /** Why one task waits for another, by `waiting` and then by the one that it waits for. */
  readonly reasons: ReadonlyMap<TaskKey, ReadonlyMap<TaskKey, string>>
  readonly agencies: AgencyDirectory
  readonly chronicle: Chronicle
  readonly calendar: WorkCalendar
  readonly provinces: ReadonlyMap<string, UnitId>
}
