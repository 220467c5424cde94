import { Day, formatDay } from "./day.ts"
import type { Moment } from "./provenance.ts"

const AHEAD_OF_UTC = 7 * 3_600_000

/** A moment as people in Việt Nam write it, whatever the clock of this machine says of its own place: "03/06/2025 14:05". */
export const formatMoment = (moment: Moment): string => {
  const here = new Date(Date.parse(moment) + AHEAD_OF_UTC).toISOString()
  return `${formatDay(Day.make(here.slice(0, 10)))} ${here.slice(11, 16)}`
}
