import type { LineDetail, Scorecard, ValueDetail } from "@ntm/contract"
import type { LineExplanation } from "@ntm/domain/criteria"
import { createContext, useContext } from "solid-js"
import type { Trial } from "./trial.ts"

/** What every line of a scorecard may ask. */
export interface ScorecardFacts {
  readonly card: Scorecard
  readonly valueOf: (column: string) => ValueDetail | undefined
  /** As recorded, whatever is tried. */
  readonly recordedOf: (column: string) => ValueDetail | undefined
  readonly detailOf: (code: string) => LineDetail | undefined
  /** What people call the input of a column; undefined for what no input is behind. */
  readonly nameOf: (column: string) => string | undefined
  readonly trial: Trial
  /** The line before anything was tried, by its key; undefined where nothing is. */
  readonly before: (key: string) => LineExplanation | undefined
}

const Facts = createContext<() => ScorecardFacts>()

export const ScorecardFactsProvider = Facts.Provider

/** Throws outside a scorecard: a fault of the program, never of the input. */
export const useFacts = (): (() => ScorecardFacts) => {
  const facts = useContext(Facts)
  if (facts === undefined) throw new Error("No scorecard above this component")
  return facts
}
