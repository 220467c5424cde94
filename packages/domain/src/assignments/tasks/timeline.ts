import type { Bilingual, Day } from "../../values/index.ts"
import type { TaskKey } from "./task-key.ts"

/** A task in the timeline of its document. Days as planned, and as they can still be on the day asked. */
export interface TimelineStep {
  readonly task: TaskKey
  readonly start: Day | null
  readonly due: Day | null
  /** True where the document gives no end and what follows it does: the day before the first of those begins. */
  readonly dueImplied: boolean
  /** The earliest that it can begin and be done if all that is left takes as long as planned and nothing is done before the day. */
  readonly expectedStart: Day
  readonly expectedEnd: Day
  /** Days by which it may slip without the last task slipping; 0 on the critical path. */
  readonly slack: number
  readonly critical: boolean
}

/** Where the days of a document are not consistent with its order. Told, never mended. */
export interface TimelineFinding {
  readonly kind: "dueBeforePredecessor" | "startsBeforePredecessorEnds" | "childAfterParent" | "endMissing"
  readonly task: TaskKey
  readonly other: TaskKey | null
  readonly days: number
  readonly sentence: Bilingual
}

/** The tasks of a document as steps that wait for each other. */
export interface Timeline {
  readonly steps: ReadonlyArray<TimelineStep>
  /** What decides when the last one is done, in order. */
  readonly criticalPath: ReadonlyArray<TaskKey>
  readonly plannedEnd: Day | null
  readonly expectedEnd: Day | null
  /** Days by which the expected end lies after the planned one; 0 if it does not. */
  readonly daysBehind: number
  readonly findings: ReadonlyArray<TimelineFinding>
}

/** A link of the chain through which a task is still waiting: it waits for `for`. */
export interface WaitingLink {
  readonly task: TaskKey
  readonly depth: number
  /** The task further on that waits for this one; null for the one asked about. */
  readonly heldUp: TaskKey | null
  readonly why: string | null
  readonly sentence: Bilingual
}
