import type { MatrixRow } from "@ntm/contract"
import type { Verdict } from "@ntm/domain/criteria"

/** A verdict as the matrix writes it. */
export type Letter = "m" | "n" | "e" | "d" | "t"

const letters: Readonly<Record<Letter, Verdict>> = {
  m: "met",
  n: "notMet",
  e: "exempt",
  d: "noData",
  t: "noThreshold"
}

/** In the order of the legend. */
export const verdictOrder: ReadonlyArray<Verdict> = ["met", "notMet", "exempt", "noData", "noThreshold"]

/** A sign for each verdict, so that no colour is needed to read a cell. */
export const signs: Readonly<Record<Verdict, string>> = {
  met: "✓",
  notMet: "✗",
  exempt: "–",
  noData: "?",
  noThreshold: "§"
}

const isLetter = (letter: string): letter is Letter => letter in letters

/** The verdict that a unit has at a criterion; no data for a letter that is not known here. */
export const verdictAt = ({ verdicts }: Pick<MatrixRow, "verdicts">, criterion: number): Verdict => {
  const letter = verdicts.charAt(criterion)
  return isLetter(letter) ? letters[letter] : "noData"
}

/** Whether a verdict counts as met: an exemption does. */
export const countsAsMet = (verdict: Verdict): boolean => verdict === "met" || verdict === "exempt"
