import {
  AgencyId,
  type AssignmentOnDay,
  type ClosingCondition,
  type HolderLoad,
  type Task,
  type TaskEvent,
  type TaskEventId,
  TaskEventRecording,
  TaskKey,
  type TaskNext,
  type TaskStanding,
  type Tasking,
  type Timeline,
  Timeliness,
  type WaitingLink
} from "@ntm/domain/assignments"
import { DocumentId } from "@ntm/domain/documents"
import { UnitCode } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { download, get, listing, post } from "./endpoint.ts"
import { Nothing, SearchText } from "./query.ts"
import { writing } from "./writing.ts"

/** As of a day (today), as known at a moment (now). */
const AsOf = { as_of: Schema.optionalKey(Day), known_at: Schema.optionalKey(Moment) }

/** Tasks of a document, of a unit that owes them or an agency that does (as of the day); `role=any`: those that it co-ordinates too. */
const Narrowed = {
  ...AsOf,
  document: Schema.optionalKey(DocumentId),
  unit: Schema.optionalKey(UnitCode),
  agency: Schema.optionalKey(AgencyId),
  role: Schema.optionalKey(Schema.Literals(["lead", "any"]))
}

const Days = Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 0, maximum: 3650 }))

/** Asked again with `knownAt` the answer is the same for ever; null while nothing was recorded. */
export interface Answered {
  readonly asOf: string
  readonly knownAt: string | null
}

/** Who answers for a task, as lists name it. */
export interface NamedHolder {
  /** "unit:312", "agency:hp-so-nnmt", "unknown:…"; the code or id after the colon narrows other questions. */
  readonly id: string
  readonly name: string
}

/** A task as lists show it; the rest is asked of the task itself. */
export interface TaskLine {
  readonly key: TaskKey
  readonly document: DocumentId
  readonly documentLabel: string
  readonly no: string
  readonly kind: Task["kind"]
  readonly parent: TaskKey | null
  readonly title: string
  readonly period: string | null
  readonly state: TaskStanding["state"]
  readonly by: TaskStanding["by"]
  readonly timeliness: Timeliness
  readonly start: string | null
  readonly due: string | null
  readonly dueText: string | null
  readonly days: number | null
  readonly lateDays: number
  readonly extended: boolean
  readonly holders: ReadonlyArray<NamedHolder>
  readonly waitsFor: number
  readonly childrenDone: number
  readonly childrenCount: number
}

/** How many of the tasks that answer the question, instances counted and their headings not. */
export type TaskTally = Readonly<Record<Timeliness, number>>

export const assignments = {
  /** Assignments as documents print them. Without `as_of`: today. */
  list: listing<AssignmentOnDay, { readonly asOf: string }>()(
    "/assignments",
    Nothing,
    Schema.Struct({
      document: Schema.optionalKey(DocumentId),
      q: Schema.optionalKey(SearchText),
      as_of: Schema.optionalKey(Day)
    })
  ),
  /**
   * Tasks with their instances, in the order of their documents; `sort=due`: the most pressing first.
   */
  tasks: listing<TaskLine, Answered & { readonly tally: TaskTally }>()(
    "/tasks",
    Nothing,
    Schema.Struct({
      ...Narrowed,
      timeliness: Schema.optionalKey(Timeliness),
      q: Schema.optionalKey(SearchText),
      sort: Schema.optionalKey(Schema.Literals(["document", "due", "late"]))
    })
  ),
  /** What is due from the day on within so many days (14), and all that is overdue. */
  due: get<
    Answered & {
      readonly within: number
      readonly overdue: ReadonlyArray<TaskLine>
      readonly due: ReadonlyArray<TaskLine>
    }
  >()("/tasks/due", Nothing, Schema.Struct({ ...Narrowed, days: Schema.optionalKey(Days) })),
  /** One task with everything that happened to it, its children, and what it waits for. */
  task: get<
    Answered & {
      readonly standing: TaskStanding
      readonly tasking: Tasking | null
      readonly condition: ClosingCondition | null
      readonly events: ReadonlyArray<TaskEvent>
      /** What whoever asks may record of it now. */
      readonly next: ReadonlyArray<TaskNext>
      readonly children: ReadonlyArray<TaskLine>
      readonly waiting: ReadonlyArray<WaitingLink & { readonly line: TaskLine }>
    }
  >()("/tasks/one", Nothing, Schema.Struct({ ...AsOf, task: TaskKey })),
  /** The tasks of a document as a timeline with its critical path, and where the days are not consistent. */
  timeline: listing<TaskLine, Answered & { readonly timeline: Timeline }>()(
    "/tasks/timeline",
    Nothing,
    Schema.Struct({ ...AsOf, document: DocumentId })
  ),
  /** Who owes what, who is late and by how much; the most days late first. */
  load: listing<HolderLoad, Answered>()("/tasks/load", Nothing, Schema.Struct(Narrowed)),
  /**
   * The days on which tasks are due, up to the end of next year, as iCalendar to subscribe to. One event a task that is neither accepted
   * nor cancelled; its UID stays. In Vietnamese unless `lang` is `en`.
   */
  calendar: download(
    "/calendar.ics",
    Nothing,
    Schema.Struct({ ...Narrowed, lang: Schema.optionalKey(Schema.Literals(["vi", "en"])) })
  ),
  /** Records what happened to tasks, wholly or not at all: refused with every problem of every row. */
  record: writing({ changes: "/tasks/one" })(
    post<{
      readonly recordedAt: Moment
      readonly items: ReadonlyArray<{ readonly row: number; readonly id: TaskEventId }>
    }>()(
      "/tasks/events",
      Nothing,
      Nothing,
      Schema.Struct({ rows: Schema.Array(Schema.Unknown).check(Schema.isMaxLength(20_000)) })
    )
  )
}

/** An event to be recorded. What is left out: without a document or evidence, not illustrative. */
export const TaskEventBody = Schema.Struct({
  task: TaskKey,
  day: Day,
  body: TaskEventRecording.fields.body,
  document: Schema.optionalKey(TaskEventRecording.fields.document),
  evidence: Schema.optionalKey(TaskEventRecording.fields.evidence),
  illustrative: Schema.optionalKey(Schema.Boolean)
})
export type TaskEventBody = typeof TaskEventBody.Type
