import type { AppliedReorganisation } from "@ntm/domain/units"
import { addDays, type Day } from "@ntm/domain/values"

/** A day on which the units of the country changed, and the numbers of the documents behind it. */
export interface ChangeDay {
  readonly day: Day
  readonly documents: ReadonlyArray<string>
}

/** The days of the events that stand, oldest first. */
export const changeDays = (events: ReadonlyArray<AppliedReorganisation>): ReadonlyArray<ChangeDay> =>
  [
    ...Map.groupBy(
      events.filter(({ undoneAt }) => undoneAt === null),
      ({ day }) => day
    )
  ]
    .map(([day, of]) => ({ day, documents: [...new Set(of.map(({ document }) => document.number))] }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))

/** Where one stops when stepping through time: the last day before all events, each day of change, and today. */
export const stopsOf = (days: ReadonlyArray<ChangeDay>, today: Day): ReadonlyArray<Day> => {
  const [first] = days
  const stops = [...(first === undefined ? [] : [addDays(first.day, -1)]), ...days.map(({ day }) => day), today]
  return [...new Set(stops)].sort()
}

/** The stop next before or after a day; undefined where there is none. */
export const stopBeside = (stops: ReadonlyArray<Day>, day: Day, towards: "back" | "on"): Day | undefined =>
  towards === "back" ? stops.findLast((stop) => stop < day) : stops.find((stop) => stop > day)
