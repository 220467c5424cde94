import type { MapDay } from "@ntm/contract"
import { addDays, isDay } from "@ntm/domain/values"

/** A place of the time slider. */
export interface Stop {
  readonly day: string
  /** Numbers of the documents that made it so; none before the first change. */
  readonly documents: ReadonlyArray<string>
}

/** The last day before the first change, and the day of each change; none where nothing changed. */
export const stopsOf = (days: ReadonlyArray<MapDay>): ReadonlyArray<Stop> => {
  const [first] = days
  if (first === undefined || !isDay(first.day)) return []
  return [{ day: addDays(first.day, -1), documents: [] }, ...days.map(({ day, documents }) => ({ day, documents }))]
}

/** Which stop a day belongs to: the last one that is not after it, else the first. */
export const stopAt = (stops: ReadonlyArray<Stop>, day: string): number =>
  Math.max(
    0,
    stops.findLastIndex((stop) => stop.day <= day)
  )
