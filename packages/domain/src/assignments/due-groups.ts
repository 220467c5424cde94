import type { DueState } from "./assignment.ts"
import type { AssignmentOnDay } from "./due.ts"

/** An assignment in its group, how deep it lies below others of the group, and its parent where that lies elsewhere. */
export interface GroupedAssignment {
  readonly item: AssignmentOnDay
  readonly depth: number
  readonly elsewhere: AssignmentOnDay | undefined
}

/** Assignments that are due on one day; null for those without a readable due day. */
export interface DueGroup {
  readonly due: string | null
  /** Days to the due day; negative when past. */
  readonly days: number | null
  /** The most pressing state in the group: on one due day some may not have begun. */
  readonly state: DueState
  readonly items: ReadonlyArray<GroupedAssignment>
}

const pressing: ReadonlyArray<DueState> = ["overdue", "dueSoon", "open", "notStarted", "noDue"]

const mostPressing = (items: ReadonlyArray<AssignmentOnDay>): DueState =>
  pressing.find((state) => items.some((item) => item.dueState === state)) ?? "noDue"

/** Groups by due day, in the order given. `all` knows the parents that a filter or another day leaves out of `items`. */
export const dueGroups = (
  items: ReadonlyArray<AssignmentOnDay>,
  all: ReadonlyArray<AssignmentOnDay> = items
): ReadonlyArray<DueGroup> => {
  const byDue = Map.groupBy(items, (item) => item.due)
  const known = new Map(all.map((item) => [item.no, item]))
  return Array.from(byDue, ([due, group]) => {
    const here = new Map(group.map((item) => [item.no, item]))
    const depthOf = (item: AssignmentOnDay, seen: number): number => {
      const parent = item.parentNo === null ? undefined : here.get(item.parentNo)
      return parent === undefined || seen > group.length ? 0 : 1 + depthOf(parent, seen + 1)
    }
    return {
      due,
      days: group[0]?.days ?? null,
      state: due === null ? "noDue" : mostPressing(group),
      items: group.map((item) => ({
        item,
        depth: depthOf(item, 0),
        elsewhere: item.parentNo === null || here.has(item.parentNo) ? undefined : known.get(item.parentNo)
      }))
    }
  })
}

/** The group that falls due next, counted from the day that the answer speaks of. */
export const nextDue = (groups: ReadonlyArray<DueGroup>): DueGroup | undefined =>
  groups.filter((group) => (group.days ?? -1) >= 0).toSorted((a, b) => (a.due ?? "").localeCompare(b.due ?? ""))[0]
