import type { Day, Moment } from "../values/index.ts"
import type { WorkReport } from "./report.ts"

/** As of which day, as known at which moment (null: now). */
export interface WorksAsOf {
  readonly asOf: Day
  readonly knownAt: Moment | null
}

/** Whether something that was recorded about a day is part of what holds. */
export const holdsOn = (
  { asOf, knownAt }: WorksAsOf,
  { day, recordedAt }: { readonly day: Day; readonly recordedAt: Moment }
): boolean => day <= asOf && (knownAt === null || recordedAt <= knownAt)

const inOrder = (a: WorkReport, b: WorkReport): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id)

/**
 * Of the reports of a work that hold, those that count, by the day that they are about and then in the order of recording.
 *
 * **Details** What was withdrawn does not count from the day of the withdrawal on, and neither does the withdrawal; one that was itself
 * withdrawn takes nothing back.
 */
export const countingOf = (reports: ReadonlyArray<WorkReport>): ReadonlyArray<WorkReport> => {
  let counting: Array<WorkReport> = [...reports]
  if (reports.some(({ body }) => body._tag === "withdrawn")) {
    const gone = new Set<number>()
    for (const { body, id } of reports.toSorted((a, b) => b.id - a.id))
      if (body._tag === "withdrawn" && !gone.has(id)) gone.add(body.report)
    counting = counting.filter(({ body, id }) => body._tag !== "withdrawn" && !gone.has(id))
  }
  const sorted = counting.every((report, at) => {
    const before = counting[at - 1]
    return before === undefined || inOrder(before, report) <= 0
  })
  return sorted ? counting : counting.sort(inOrder)
}
