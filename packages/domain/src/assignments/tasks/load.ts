import type { Bilingual, Day } from "../../values/index.ts"
import type { Holder } from "./standing.ts"
import type { TaskKey } from "./task-key.ts"

/** What somebody owes on a day. A task of several holders counts for each of them. */
export interface HolderLoad {
  readonly holder: Holder
  /** Sorts and links: "unit:312", "agency:hp-so-nnmt". */
  readonly id: string
  readonly label: Bilingual
  readonly open: number
  readonly dueSoon: number
  readonly overdue: number
  readonly awaiting: number
  readonly done: number
  readonly doneLate: number
  /** Of what is overdue, the most days and the sum of them. */
  readonly worstDays: number
  readonly lateDays: number
  readonly nextDue: Day | null
  readonly coordinating: number
  readonly tasks: ReadonlyArray<TaskKey>
}
