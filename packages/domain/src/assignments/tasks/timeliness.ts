import { type Day, daysBetween } from "../../values/index.ts"
import { DUE_SOON_DAYS } from "../assignment.ts"
import type { TaskState } from "./event.ts"
import type { Timeliness } from "./standing.ts"

/** What timeliness follows from. */
export interface Timed {
  readonly state: TaskState
  readonly start: Day | null
  readonly due: Day | null
  /** The day on which it was handed in for good; null while it was not, and where only evidence says that it is done. */
  readonly submittedOn: Day | null
}

interface Told {
  readonly timeliness: Timeliness
  readonly days: number | null
  readonly lateDays: number
}

const past = (due: Day | null, day: Day | null): number =>
  due === null || day === null ? 0 : Math.max(0, daysBetween(due, day))

/**
 * How a task stands to its due day on a day.
 *
 * **Details** Late is counted to the day on which it was handed in, not to the one on which somebody accepted it. The due day itself is in
 * time. As in `dueStateOn`, a due day that has passed decides even where the start is unreadable.
 */
export const timelinessOn = ({ due, start, state, submittedOn }: Timed, day: Day): Told => {
  const days = due === null ? null : daysBetween(day, due)
  const told = (timeliness: Timeliness, lateDays = 0): Told => ({ timeliness, days, lateDays })
  if (state === "cancelled") return told("cancelled")
  if (state === "accepted") {
    const late = past(due, submittedOn)
    return told(late > 0 ? "doneLate" : "done", late)
  }
  if (state === "submitted") return told("awaiting", past(due, submittedOn))
  if (days !== null && days < 0) return told("overdue", -days)
  if (start !== null && start > day && state === "notStarted") return told("notBegun")
  if (days === null) return told(start === null && state === "notStarted" ? "noDue" : "open")
  return told(days <= DUE_SOON_DAYS ? "dueSoon" : "open")
}
