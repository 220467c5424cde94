import { Schema } from "effect"
import { Bilingual, bothLanguages } from "./bilingual.ts"

/**
 * The fields of what is wrong with one row of a batch: the row (from 0), the field (null where it is the row as a whole), of which kind, and a sentence.
 * A topic adds its own behind them.
 */
export const rowProblemFields = <Kind extends Schema.Top>(kind: Kind) => ({
  row: Schema.Int,
  field: Schema.NullOr(Schema.String),
  kind,
  sentence: Bilingual
})

/** Problems that a refusal lists; of a million wrong rows nobody reads more. */
const MOST_PROBLEMS = 1000

/** What a refusal lists of a batch's problems: the first 1,000 in the order of the rows; null where there are none. */
export const listedProblems = <Problem extends { readonly row: number }>(
  problems: ReadonlyArray<Problem>
): readonly [Problem, ...ReadonlyArray<Problem>] | null => {
  const [first, ...others] = problems.toSorted((a, b) => a.row - b.row).slice(0, MOST_PROBLEMS)
  return first === undefined ? null : [first, ...others]
}

/** A refusal in words, a line a problem, rows counted from 1. */
export const problemLines = (problems: ReadonlyArray<{ readonly row: number; readonly sentence: Bilingual }>): string =>
  problems.map(({ row, sentence }) => `${row + 1}: ${bothLanguages(sentence)}`).join("\n")
