import type { NamedHolder, TaskLine, TaskTally } from "@ntm/contract"
import { type Holder, holderId, holderName, isOwed, type TaskStanding } from "@ntm/domain/assignments"
import { matchesFolded } from "@ntm/domain/values"
import type { KeptTasks } from "./tasks-book.ts"

const named = (holder: Holder): NamedHolder => ({ id: holderId(holder), name: holderName(holder) })

/** A task as lists show it. */
export const taskLine =
  ({ labels }: Pick<KeptTasks, "labels">) =>
  ({ task, ...standing }: TaskStanding): TaskLine => ({
    key: task.key,
    document: task.document,
    documentLabel: labels.get(task.document) ?? task.document,
    no: task.no,
    kind: task.kind,
    parent: task.parent,
    title: task.title,
    period: task.period,
    state: standing.state,
    by: standing.by,
    timeliness: standing.timeliness,
    start: task.start,
    due: standing.due,
    dueText: task.dueText,
    days: standing.days,
    lateDays: standing.lateDays,
    extended: standing.extensions.length > 0,
    holders: standing.holders.map(named),
    waitsFor: standing.waitsFor.length,
    childrenDone: standing.childrenDone,
    childrenCount: standing.childrenCount
  })

/** How many stand how; headings, and what instances stand for, are not counted. */
export const tallyOf = (standings: ReadonlyArray<TaskStanding>): TaskTally => {
  const counts = {
    notBegun: 0,
    open: 0,
    dueSoon: 0,
    overdue: 0,
    awaiting: 0,
    done: 0,
    doneLate: 0,
    cancelled: 0,
    noDue: 0
  }
  for (const standing of standings.filter(isOwed)) counts[standing.timeliness] += 1
  return counts
}

/** Whether number, title, deliverable or whoever owes it matches what was typed, without diacritics. */
export const says =
  (query: string) =>
  ({ holders, task }: TaskStanding): boolean =>
    matchesFolded(query, [task.no, task.title, task.deliverable ?? "", ...holders.map(holderName)].join(" "))
