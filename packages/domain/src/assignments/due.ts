import { type Day, daysBetween } from "../values/index.ts"
import { type Assignment, DUE_SOON_DAYS, type DueState } from "./assignment.ts"

/** An assignment with how it stands on a day. `days` to the due day; negative when past. */
export interface AssignmentOnDay extends Assignment {
  readonly dueState: DueState
  readonly days: number | null
}

/**
 * How an assignment stands on a day.
 *
 * **Details** `days` counts from `day` to the due day: 0 on the due day itself, negative once it is past, null without one.
 * A window that has passed is overdue even where its start is unreadable; one that has not begun is `notStarted`, even
 * where it is shorter than `DUE_SOON_DAYS`. Without a due day an assignment that has begun is `open`; with neither
 * start nor due it is `noDue`. Never fails.
 * **Gotchas** Documents print windows and slips alike: where the due day lies before the start, the due day decides.
 */
export const dueStateOn = (
  { start, due }: Pick<Assignment, "start" | "due">,
  day: Day
): { readonly dueState: DueState; readonly days: number | null } => {
  const days = due === null ? null : daysBetween(day, due)
  if (days !== null && days < 0) return { dueState: "overdue", days }
  if (start !== null && start > day) return { dueState: "notStarted", days }
  if (days === null) return { dueState: start === null ? "noDue" : "open", days }
  return { dueState: days <= DUE_SOON_DAYS ? "dueSoon" : "open", days }
}
