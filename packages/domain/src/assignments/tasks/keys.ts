import type { DocumentId } from "../../documents/index.ts"
import type { Owner } from "./task.ts"
import { TaskKey } from "./task-key.ts"

/** How an owner stands in a key: a unit by its code on the day of the document, an agency by its id. */
const ownerPart = (owner: Owner, at: number): string =>
  owner._tag === "unit" ? owner.code : owner._tag === "agency" ? owner.agency : `other-${at + 1}`

/** The key of an assignment or a duty as a whole, or of one period of it. */
export const wholeKey = (document: DocumentId, no: string, period: string | null): TaskKey =>
  TaskKey.make(`${document}/${no}${period === null ? "" : `@${period}`}`)

/** The key of one owner's instance; `at` is its place among the owners, for owners that nobody knows. */
export const instanceKey = (whole: TaskKey, owner: Owner, at: number): TaskKey =>
  TaskKey.make(`${whole}@${ownerPart(owner, at)}`)
