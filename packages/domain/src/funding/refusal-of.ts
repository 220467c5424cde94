import { type FundingProblem, type FundingProblemKind, FundingRefused } from "./refusal.ts"

/** Problems that a refusal lists; of a million wrong rows nobody reads more. */
const MOST_PROBLEMS = 1000

/** The refusal of a batch for these problems, in the order of its rows; null where there are none. */
export const fundingRefusalFor = (problems: ReadonlyArray<FundingProblem>): FundingRefused | null => {
  const [first, ...others] = problems.toSorted((a, b) => a.row - b.row).slice(0, MOST_PROBLEMS)
  if (first === undefined) return null
  const rows = new Set(problems.map(({ row }) => row)).size
  return new FundingRefused({ problems: [first, ...others], count: problems.length, rows })
}

/** What is wrong, and at which field; whoever holds the batch adds the row. */
export type EntryFault = Omit<FundingProblem, "row">

export const fault = (field: string | null, kind: FundingProblemKind, vi: string, en: string): EntryFault => ({
  field,
  kind,
  sentence: { vi, en }
})
