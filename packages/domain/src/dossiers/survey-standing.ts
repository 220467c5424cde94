import type { Bilingual } from "../values/index.ts"
import type { SurveyResult } from "./survey.ts"

/** A survey as read: shares of those who answered, and whether enough answered to speak for all. */
export interface SurveyStanding {
  readonly results: ReadonlyArray<SurveyResult & { readonly satisfiedPercent: number | null }>
  readonly satisfiedPercent: number | null
  readonly needed: number
  readonly answered: number
  readonly enough: boolean
  /** By how many points the share may lie off at the confidence, with the answers there are. */
  readonly margin: number | null
  readonly sentence: Bilingual
}
