import type { Client, TaskLine } from "@ntm/contract"
import type { HolderLoad } from "@ntm/domain/assignments"
import type { Day } from "@ntm/domain/values"
import type { TaskAnswer } from "./task-lines.ts"
import type { TimelineAnswer } from "./timeline-lines.ts"

/** Which tasks are listed: what is due, all by pressure, or who owes how many. */
export type TasksKind = "due" | "all" | "load"

/** What is listed, and of whom. */
export interface TasksSpot {
  readonly kind: TasksKind
  /** "unit:312", "agency:hp-so-nnmt" with the name; null: everybody. */
  readonly holder: { readonly id: string; readonly name: string } | null
  readonly query: string
  /** Null: today, by the server's clock. */
  readonly asOf: Day | null
}

/** One row of the list. */
export type TasksRow =
  | { readonly _tag: "Task"; readonly id: string; readonly line: TaskLine }
  | { readonly _tag: "Holder"; readonly id: string; readonly load: HolderLoad }

export interface TasksList {
  readonly asOf: string
  readonly rows: ReadonlyArray<TasksRow>
  readonly more: boolean
}

/** What the page over the list is of: one task, or all tasks of a document. */
export type TasksSubject = { readonly _tag: "Task" | "Timeline"; readonly id: string }

/** What the tab asks of the API, as data. Equal keys are the same question. */
export type TasksRead = { readonly room: "tasks"; readonly key: string; readonly after?: number } & (
  | { readonly _tag: "Go"; readonly to: TasksSpot }
  | { readonly _tag: "Page"; readonly of: TasksSubject; readonly asOf: Day | null }
)

export type TasksAnswer =
  | { readonly _tag: "Arrived"; readonly spot: TasksSpot; readonly list: TasksList }
  | { readonly _tag: "Task"; readonly task: TaskAnswer }
  | { readonly _tag: "Timeline"; readonly timeline: TimelineAnswer }

/** Most tasks that one answer of the API holds; the search finds the others. */
const MOST = 1000

/** How questions are narrowed to a holder; "unknown:…" names nobody that could be asked for. */
const narrowed = (holder: TasksSpot["holder"]): { readonly unit?: string; readonly agency?: string } => {
  const [kind, ...rest] = (holder?.id ?? "").split(":")
  const id = rest.join(":")
  return kind === "unit" ? { unit: id } : kind === "agency" ? { agency: id } : {}
}

const rowOf = (line: TaskLine): TasksRow => ({ _tag: "Task", id: line.key, line })

const listOf = async (client: Client, spot: TasksSpot, signal: AbortSignal): Promise<TasksList> => {
  const question = { ...narrowed(spot.holder), as_of: spot.asOf ?? undefined }
  switch (spot.kind) {
    case "due": {
      const { asOf, due, overdue } = await client.assignments.due(question, signal)
      return { asOf, rows: [...overdue, ...due].map(rowOf), more: false }
    }
    case "all": {
      const q = spot.query.trim() === "" ? undefined : spot.query.trim()
      const { asOf, items, next } = await client.assignments.tasks({ ...question, q, sort: "due", limit: MOST }, signal)
      return { asOf, rows: items.map(rowOf), more: next !== null }
    }
    case "load": {
      const { asOf, items } = await client.assignments.load(question, signal)
      return { asOf, rows: items.map((load) => ({ _tag: "Holder", id: load.id, load })), more: false }
    }
  }
}

/** Carries a question out. Rejects with `ApiProblem`. */
export const readTasks = async (client: Client, read: TasksRead, signal: AbortSignal): Promise<TasksAnswer> => {
  if (read._tag === "Go") return { _tag: "Arrived", spot: read.to, list: await listOf(client, read.to, signal) }
  const { asOf, of } = read
  const day = { as_of: asOf ?? undefined }
  return of._tag === "Task"
    ? { _tag: "Task", task: await client.assignments.task({ task: of.id, ...day }, signal) }
    : { _tag: "Timeline", timeline: await client.assignments.timeline({ document: of.id, ...day }, signal) }
}
