import { overYears } from "../evaluator/columns-window.ts"
import type { SeriesValue } from "../observations/observations.ts"
import type { Day } from "../../values/index.ts"

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** What a unit said of one calendar year, as one number. */
export interface YearReport {
  readonly value: number
  /** The first day of an amount; null of a stock. */
  readonly from: Day | null
  /** The last day that it tells of. */
  readonly day: Day
}

/** Flows of one year one after the other, as long as no two share a day; null where they do. */
const disjoint = (flows: ReadonlyArray<SeriesValue>): ReadonlyArray<SeriesValue> | null => {
  const ordered = flows.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const overlap = ordered.some(({ from }, at) => {
    const before = ordered[at - 1]
    return before !== undefined && from !== null && from <= before.day
  })
  return overlap ? null : ordered
}

/**
 * What was reported of one input of one unit in a calendar year, in the order of recording, as one number; null where it is none.
 *
 * **Details** A sum for the whole year counts as it is; else flows of disjoint periods are summed. A total to date is never
 * summed: the last one counts, as long as it began within the year. A stock is the last of the year.
 */
export const yearReport = (values: ReadonlyArray<SeriesValue>, year: number): YearReport | null => {
  const own = [
    ...new Map(
      values
        .filter(({ day, from }) => yearOf(day) === year && (from === null || yearOf(from) === year))
        .map((value) => [`${value.kind} ${value.from ?? ""} ${value.day}`, value])
    ).values()
  ]
  const flows = own.filter(({ kind }) => kind === "flow")
  if (flows.length > 0) {
    const whole = flows.find(({ day, from }) => from === `${year}-01-01` && day === `${year}-12-31`)
    const parts = (whole === undefined ? disjoint(flows) : [whole]) ?? []
    const [first, last] = [parts[0], parts.at(-1)]
    const value = overYears(
      "sum",
      parts.map((part) => part.value)
    )
    return first === undefined || last === undefined || value === null
      ? null
      : { value, from: first.from, day: last.day }
  }
  const last = own.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).at(-1)
  return last === undefined ? null : { value: last.value, from: last.from, day: last.day }
}
