import { Schema } from "effect"
import type { Unit } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import type { Agency } from "../agencies/agency.ts"
import type { ConditionOutcome } from "../closing/facts.ts"
import type { TaskEvent, TaskEventId, TaskState } from "./event.ts"
import type { TaskKey } from "./task-key.ts"
import type { Task } from "./task.ts"

/**
 * How a task stands to its due day: derived, never stored.
 *
 * **Details** `notBegun`: its window has not come. `open`, `dueSoon` (within `DUE_SOON_DAYS`), `overdue`: not handed in yet. `awaiting`: handed
 * in, to be accepted. `done`, `doneLate`: accepted, by the day on which it was handed in. `cancelled`. `noDue`: the document sets no day.
 */
export const Timeliness = Schema.Literals([
  "notBegun",
  "open",
  "dueSoon",
  "overdue",
  "awaiting",
  "done",
  "doneLate",
  "cancelled",
  "noDue"
])
export type Timeliness = typeof Timeliness.Type

/** A due day that was put off; the one before is kept. */
export interface Extension {
  readonly event: TaskEventId
  readonly day: Day
  readonly before: Day | null
  readonly after: Day
  readonly reason: string | null
}

/** Who answers for a task on the day asked. */
export type Holder =
  | { readonly _tag: "unit"; readonly unit: Unit }
  | { readonly _tag: "agency"; readonly agency: Agency; readonly name: string }
  | { readonly _tag: "unknown"; readonly printed: string }

/** A task as it stands on a day, as known at a moment. */
export interface TaskStanding {
  readonly task: Task
  readonly state: TaskState
  /** What made it so: its events, a closing condition that holds, its children, or nothing yet. */
  readonly by: "events" | "evidence" | "children" | "nothing"
  /** The day from which it is in this state; null for `notStarted` and for what evidence says. */
  readonly since: Day | null
  readonly timeliness: Timeliness
  /** After extensions; of a task without one of its own, the last of its children. */
  readonly due: Day | null
  /** As the document sets it. */
  readonly dueStated: Day | null
  readonly extensions: ReadonlyArray<Extension>
  /** To the due day; negative once it is past. Null without one. */
  readonly days: number | null
  /** By how many days it is overdue, or was handed in late; 0 otherwise. */
  readonly lateDays: number
  readonly submittedOn: Day | null
  readonly acceptedOn: Day | null
  readonly condition: ConditionOutcome | null
  readonly holders: ReadonlyArray<Holder>
  readonly coHolders: ReadonlyArray<Holder>
  /** Tasks that it waits for and that are not done, nearest first: children and predecessors. */
  readonly waitsFor: ReadonlyArray<TaskKey>
  /** Of its children, how many are accepted and how many count (not cancelled). Zero without children. */
  readonly childrenDone: number
  readonly childrenCount: number
  readonly notes: ReadonlyArray<TaskEvent>
}
