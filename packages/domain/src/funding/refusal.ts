import { Schema } from "effect"
import { problemLines, rowProblemFields } from "../values/index.ts"

/** Why an entry of funding cannot be recorded. */
export const FundingProblemKind = Schema.Literals([
  "form",
  "unknownUnit",
  "unitNotStanding",
  "notMoney",
  "tierBelowNothing",
  "sourceNotGiven",
  "sourceLevelEnded",
  "stageNotOfSource",
  "quantityMissing",
  "quantityNotAsked",
  "reasonMissing",
  "documentMissing",
  "unknownEntry",
  "adjustsOther",
  "takesTooMuch",
  "carryOverOpen",
  "unknownWork",
  "workOfOtherUnit",
  "futureDay",
  "dayOutsideYear",
  "duplicate",
  "notInScope",
  "notAllowed"
])
export type FundingProblemKind = typeof FundingProblemKind.Type

/** One thing that is wrong with one row of a batch. */
export const FundingProblem = Schema.Struct(rowProblemFields(FundingProblemKind))
export type FundingProblem = typeof FundingProblem.Type

/** What is wrong with a batch, by row, the first 1,000 of it; nothing of the batch was written. */
export class FundingRefused extends Schema.TaggedError<FundingRefused>()("FundingRefused", {
  problems: Schema.NonEmptyArray(FundingProblem),
  /** How many problems there are, and in how many rows. */
  count: Schema.Int,
  rows: Schema.Int
}) {
  override get message() {
    return problemLines(this.problems)
  }
}
