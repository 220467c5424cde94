import { listedProblems } from "../values/index.ts"
import { type FundingProblem, type FundingProblemKind, FundingRefused } from "./refusal.ts"

/** The refusal of a batch for these problems, in the order of its rows; null where there are none. */
export const fundingRefusalFor = (problems: ReadonlyArray<FundingProblem>): FundingRefused | null => {
  const listed = listedProblems(problems)
  if (listed === null) return null
  const rows = new Set(problems.map(({ row }) => row)).size
  return new FundingRefused({ problems: listed, count: problems.length, rows })
}

/** What is wrong, and at which field; whoever holds the batch adds the row. */
export type EntryFault = Omit<FundingProblem, "row">

export const fault = (field: string | null, kind: FundingProblemKind, vi: string, en: string): EntryFault => ({
  field,
  kind,
  sentence: { vi, en }
})
