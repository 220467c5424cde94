import { compareVietnamese } from "../../values/index.ts"
import { agencyCalled, membersOn } from "../agencies/directory.ts"
import type { TaskBook } from "./book.ts"
import type { HolderLoad } from "./load.ts"
import { holderId, holderName } from "./owners.ts"
import type { Holder, TaskStanding, Timeliness } from "./standing.ts"
import type { TaskKey } from "./task-key.ts"

/** Whether somebody can be asked for it: not a heading, and not what instances stand for. */
export const isOwed = ({ task }: TaskStanding): boolean => task.kind !== "heading" && task.kind !== "shared"

/** Who answers one by one: of a group its members on the day, or the group itself where nobody knows them. */
const oneByOne = (book: TaskBook, standing: TaskStanding, holders: ReadonlyArray<Holder>): ReadonlyArray<Holder> => {
  const reading = book.plan.readings.get(standing.task.document)
  return holders.flatMap((holder): ReadonlyArray<Holder> => {
    if (holder._tag !== "agency" || reading === undefined) return [holder]
    const members = membersOn(reading.directory, holder.agency, book.day)
    if (members.length === 0) return [holder]
    return members.map((agency) => ({ _tag: "agency", agency, name: agencyCalled(agency, book.day) }))
  })
}

/** Tasks that one holder owes, and those that it co-ordinates only; `id` as `holderId` gives it, of a group or of a member. */
export const tasksOf = (book: TaskBook, id: string, role: "lead" | "any" = "lead"): ReadonlyArray<TaskStanding> => {
  const among = (standing: TaskStanding, holders: ReadonlyArray<Holder>) =>
    holders.some((holder) => holderId(holder) === id) ||
    oneByOne(book, standing, holders).some((holder) => holderId(holder) === id)
  return book.standings.filter(
    (standing) =>
      isOwed(standing) && (among(standing, standing.holders) || (role === "any" && among(standing, standing.coHolders)))
  )
}

const count = (standings: ReadonlyArray<TaskStanding>, ...kinds: ReadonlyArray<Timeliness>): number =>
  standings.filter(({ timeliness }) => kinds.includes(timeliness)).length

/**
 * What each holder owes on the day, the most days late first, then by name.
 *
 * **Details** A task of a group counts for each of its members. Only who leads anything is listed; `coordinating` counts what it helps with.
 */
export const loadOf = (
  book: TaskBook,
  standings: ReadonlyArray<TaskStanding> = book.standings
): ReadonlyArray<HolderLoad> => {
  const owed = new Map<string, { readonly holder: Holder; readonly tasks: Array<TaskStanding> }>()
  const helps = new Map<string, Set<TaskKey>>()
  for (const standing of standings.filter(isOwed)) {
    for (const holder of oneByOne(book, standing, standing.holders)) {
      const id = holderId(holder)
      const known = owed.get(id) ?? { holder, tasks: [] }
      known.tasks.push(standing)
      owed.set(id, known)
    }
    for (const holder of oneByOne(book, standing, standing.coHolders)) {
      const id = holderId(holder)
      helps.set(id, (helps.get(id) ?? new Set()).add(standing.task.key))
    }
  }
  const loads = Array.from(owed, ([id, { holder, tasks }]): HolderLoad => {
    const name = holderName(holder)
    const late = tasks.filter(({ timeliness }) => timeliness === "overdue")
    const next = tasks.flatMap(({ days, due, state }) =>
      due !== null && days !== null && days >= 0 && state !== "accepted" && state !== "cancelled" ? [due] : []
    )
    return {
      holder,
      id,
      label: { vi: name, en: name },
      open: count(tasks, "open", "notBegun", "noDue"),
      dueSoon: count(tasks, "dueSoon"),
      overdue: late.length,
      awaiting: count(tasks, "awaiting"),
      done: count(tasks, "done"),
      doneLate: count(tasks, "doneLate"),
      worstDays: late.reduce((most, { lateDays }) => Math.max(most, lateDays), 0),
      lateDays: late.reduce((sum, { lateDays }) => sum + lateDays, 0),
      nextDue: next.toSorted()[0] ?? null,
      coordinating: helps.get(id)?.size ?? 0,
      tasks: tasks.map(({ task }) => task.key)
    }
  })
  return loads.toSorted((a, b) => b.lateDays - a.lateDays || compareVietnamese(a.label.vi, b.label.vi))
}

/** What is due from the day on within so many days, the nearest first, and what is overdue, the latest first. */
export const dueWithin = (
  book: TaskBook,
  days: number
): { readonly overdue: ReadonlyArray<TaskStanding>; readonly due: ReadonlyArray<TaskStanding> } => {
  const owed = book.standings.filter(isOwed)
  const soon = (standing: TaskStanding) =>
    (standing.timeliness === "dueSoon" || standing.timeliness === "open" || standing.timeliness === "notBegun") &&
    standing.days !== null &&
    standing.days <= days
  return {
    overdue: owed.filter(({ timeliness }) => timeliness === "overdue").toSorted((a, b) => b.lateDays - a.lateDays),
    due: owed.filter(soon).toSorted((a, b) => (a.days ?? 0) - (b.days ?? 0))
  }
}
