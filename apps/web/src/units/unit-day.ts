/** When something stood: both days inclusive; null = not known to begin, or still standing. */
interface Standing {
  readonly validFrom: string | null
  readonly validTo: string | null
}

/**
 * The day on which a link shows a unit: the page's own while the unit stands on it, else the nearest on which it does.
 *
 * **Details** `asOf` undefined is today, and so is the answer.
 */
export const dayShown = ({ validFrom, validTo }: Standing, asOf: string | undefined): string | undefined => {
  if (validTo !== null && (asOf === undefined || validTo < asOf)) return validTo
  if (validFrom !== null && asOf !== undefined && validFrom > asOf) return validFrom
  return asOf
}

/** Where the unit that carries the code on the day is told of. */
export const unitAddress = (code: string, day: string | undefined): string =>
  `/don-vi/${code}${day === undefined ? "" : `?as_of=${day}`}`
