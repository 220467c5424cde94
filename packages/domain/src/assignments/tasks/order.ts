import type { TaskStanding } from "./standing.ts"
import { isClosed } from "./state-of.ts"

const LAST = "9999-12-31"

/** The most pressing first: what is overdue the longest, then what is due next, then what has no day; what is closed comes last. */
export const byPressure = (a: TaskStanding, b: TaskStanding): number => {
  const closed = Number(isClosed(a.state)) - Number(isClosed(b.state))
  if (closed !== 0) return closed
  const [first, second] = [a.due ?? LAST, b.due ?? LAST]
  return first < second ? -1 : first > second ? 1 : 0
}

/** The most days late first, whether it was handed in by now or not. */
export const byLateness = (a: TaskStanding, b: TaskStanding): number => b.lateDays - a.lateDays
