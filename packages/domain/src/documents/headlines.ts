import type { Figure } from "./figure.ts"

/** How many headline figures fit beside the other key results. */
const SHOWN = 3

/** Units of the programme whose number out of all is what a leader asks first. */
const countedUnits: ReadonlySet<string> = new Set(["xã", "huyện", "tỉnh"])

/** A figure that counts units out of all units. */
export interface Headline {
  readonly figure: Figure
  readonly count: number
  readonly whole: number
}

/**
 * The figures that open a plan: how many communes and districts out of all have reached a title.
 *
 * **Details** Figures in document order that count units out of a stated whole on the day of the results, each said for
 * the first time (a restatement is not shown twice), at most three.
 */
export const headlines = (figures: ReadonlyArray<Figure>, resultsDay: string | null): ReadonlyArray<Headline> =>
  figures
    .flatMap((figure): ReadonlyArray<Headline> => {
      const whole =
        typeof figure.outOf === "string" ? figures.find((each) => each.id === figure.outOf)?.value : figure.outOf
      if (typeof figure.value !== "number" || typeof whole !== "number" || figure.restates !== null) return []
      if (!countedUnits.has(figure.unit ?? "") || (resultsDay !== null && figure.asOf !== resultsDay)) return []
      return [{ figure, count: figure.value, whole }]
    })
    .slice(0, SHOWN)
