import type { DocumentId } from "../../documents/index.ts"
import type { Unit, UnitId } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import type { AgencyId } from "../agencies/agency.ts"
import type { ClosingCondition } from "../closing/condition.ts"
import type { TaskKey } from "./task-key.ts"

/** Who owes an instance, as named on the day of the document; what became of it by a day is `holdersOf`. */
export type Owner =
  | { readonly _tag: "unit"; readonly unit: UnitId; readonly code: string; readonly printed: string }
  | { readonly _tag: "agency"; readonly agency: AgencyId; readonly printed: string }
  | { readonly _tag: "unknown"; readonly printed: string }

/**
 * Nhiệm vụ: an assignment of a document, one owner's instance of it, or one period's instance of a duty. Made purely of documents and of
 * the register, never stored; what happened to it are `TaskEvent`s.
 *
 * **Details** "UBND các huyện" is one task for each huyện that stood on the day of the document, below a task for the assignment as a whole.
 * A task that has children and no owner (a heading, an assignment of several owners) is what its children are.
 */
export interface Task {
  readonly key: TaskKey
  readonly document: DocumentId
  /** Number of the assignment or of the duty in the document. */
  readonly no: string
  /** `heading`: a line that only groups. `shared`: owed by several, its instances are its children. */
  readonly kind: "heading" | "shared" | "task" | "standing" | "recurring"
  readonly parent: TaskKey | null
  readonly children: ReadonlyArray<TaskKey>
  readonly title: string
  /** Empty for a heading and for what is shared. */
  readonly owners: ReadonlyArray<Owner>
  readonly coordinating: ReadonlyArray<Owner>
  readonly start: Day | null
  readonly due: Day | null
  /** As printed. */
  readonly dueText: string | null
  readonly deliverable: string | null
  readonly section: string | null
  readonly notes: string | null
  /** Of a duty: "2025-H1". */
  readonly period: string | null
  /** Tasks that have to be done before it can be, besides its children. */
  readonly after: ReadonlyArray<TaskKey>
  readonly closing: ClosingCondition | null
  /** The province that its agencies and units belong to. */
  readonly province: UnitId
  /** The day as of which its names are read. */
  readonly askedOn: Day
}

/** A unit as lists of tasks name it. */
export type TaskUnit = Pick<Unit, "id" | "code" | "name" | "type" | "level">
