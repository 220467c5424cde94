const AHEAD_OF_UTC = 7 * 3_600_000

/** The last moment of a day in Việt Nam: what was known when its offices had closed. */
export const endOfDay = (day: string): string => `${day}T16:59:59.999Z`

/** The day in Việt Nam of a moment as an address carries it; undefined for what is no moment. */
export const dayKnown = (moment: string | undefined): string | undefined => {
  const at = Date.parse(moment ?? "")
  return Number.isNaN(at) ? undefined : new Date(at + AHEAD_OF_UTC).toISOString().slice(0, 10)
}

/** Today in Việt Nam, whatever the clock of this machine says of its own place. */
export const todayHere = (): string => new Date(Date.now() + AHEAD_OF_UTC).toISOString().slice(0, 10)
