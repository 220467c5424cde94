import { formatDay } from "../parts/format.ts"

const AHEAD_OF_UTC = 7 * 3_600_000

/** The last moment of a day in Việt Nam: what was known when its offices had closed. */
export const endOfDay = (day: string): string => `${day}T16:59:59.999Z`

/** The day in Việt Nam of a moment as an address carries it; undefined for what is no moment. */
export const dayKnown = (moment: string | undefined): string | undefined => {
  const at = Date.parse(moment ?? "")
  return Number.isNaN(at) ? undefined : new Date(at + AHEAD_OF_UTC).toISOString().slice(0, 10)
}

/** Until when values count, as a page says it: a day and all of it, or a moment within one. */
export interface Until {
  readonly text: string
  readonly wholeDay: boolean
}

/** Until when values count, of a moment as an address carries it; undefined for what is no moment. */
export const untilKnown = (moment: string | undefined): Until | undefined => {
  const day = dayKnown(moment)
  if (day === undefined || moment === undefined) return undefined
  const wholeDay = Date.parse(moment) === Date.parse(endOfDay(day))
  const time = new Date(Date.parse(moment) + AHEAD_OF_UTC).toISOString().slice(11, 16)
  return { text: wholeDay ? formatDay(day) : `${formatDay(day)} ${time}`, wholeDay }
}

/** Today in Việt Nam, whatever the clock of this machine says of its own place. */
export const todayHere = (): string => new Date(Date.now() + AHEAD_OF_UTC).toISOString().slice(0, 10)
