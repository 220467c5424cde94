import type { Problem } from "@ntm/contract"
import type { Bilingual, Day } from "@ntm/domain/values"
import type { Lang } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"
import type { TasksAnswer, TasksList, TasksRead, TasksSpot, TasksSubject } from "./tasks-reads.ts"

/** What came of a question: its answer, or why there is none. */
export type Stored = TasksAnswer | { readonly _tag: "Failed"; readonly problem: Problem }

export type View =
  /** The assignments as the plan prints them: a list of the shell. */
  | { readonly _tag: "Printed" }
  | { readonly _tag: "List" }
  | { readonly _tag: "Search" }
  | { readonly _tag: "Day"; readonly text: string; readonly problem: Bilingual | null }
  | { readonly _tag: "Page"; readonly of: TasksSubject; readonly top: number }

export type ViewOf<Tag extends View["_tag"]> = Extract<View, { readonly _tag: Tag }>

/** Tasks as they stand, behind the tab of assignments. Only `stepTasks` and what it calls make a new one. */
export interface TasksState {
  /** What is listed, as last asked for. */
  readonly spot: TasksSpot
  /** The list on show and what it is of, which stays until the next one comes. */
  readonly list: TasksList | null
  readonly shown: TasksSpot | null
  /** Counts the ways gone, so that each is a question of its own. */
  readonly turn: number
  readonly failed: Problem | null
  /** The row under the cursor by its id; the first row drawn. */
  readonly at: string | null
  readonly top: number
  readonly view: View
  readonly said: { readonly text: Bilingual; readonly tone: Tone } | null
  readonly answers: ReadonlyMap<string, Stored>
}

/** The room that the tab is drawn in, and the language. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly lang: Lang
}

export const noTasks: TasksState = {
  spot: { kind: "due", holder: null, query: "", asOf: null },
  list: null,
  shown: null,
  turn: 0,
  failed: null,
  at: null,
  top: 0,
  view: { _tag: "Printed" },
  said: null,
  answers: new Map()
}

export const goKey = (turn: number): string => `tasks go ${turn}`
export const pageKey = ({ _tag, id }: TasksSubject, asOf: Day | null): string => `tasks ${_tag} ${id} ${asOf ?? ""}`

export const stored = (tasks: TasksState, read: TasksRead, answer: Stored): TasksState => ({
  ...tasks,
  answers: new Map(tasks.answers).set(read.key, answer)
})

/** Whether letters are text now, and not keys. */
export const isTyping = ({ view }: Pick<TasksState, "view">): boolean => view._tag === "Search" || view._tag === "Day"

/** Whether nothing lies over the list. */
export const isHome = ({ view }: Pick<TasksState, "view">): boolean => view._tag === "List"

/** Whether the tab shows what the plan prints. */
export const isPrinted = ({ view }: Pick<TasksState, "view">): boolean => view._tag === "Printed"

/** Where the cursor stands; on the first row where its task is not listed. */
export const cursorOf = ({ at, list }: Pick<TasksState, "at" | "list">): number =>
  Math.max(0, list?.rows.findIndex(({ id }) => id === at) ?? 0)

/** Rows of the list: without caption, titles and the line below. */
export const listHeight = ({ height }: Pick<Frame, "height">): number => Math.max(1, height - 3)
