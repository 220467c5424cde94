import type { Day } from "../../values/index.ts"
import type { LatestQuestion } from "../observations/latest.ts"

/**
 * What units are judged by.
 *
 * **Details** `asOf` is the day of everything, unless days are told apart to find out why a number moved: then it is that of
 * values and of judging, `boundariesOn` that of units and what they hold, `setsOn` that of criteria sets and thresholds.
 */
export interface JudgingQuestion extends LatestQuestion {
  readonly boundariesOn?: Day
  readonly setsOn?: Day
}

/** The day of units. */
export const boundariesDay = ({ asOf, boundariesOn }: JudgingQuestion): Day => boundariesOn ?? asOf

/** The day of criteria sets. */
export const setsDay = ({ asOf, setsOn }: JudgingQuestion): Day => setsOn ?? asOf
