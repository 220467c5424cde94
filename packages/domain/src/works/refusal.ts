import { Schema } from "effect"
import { problemLines, rowProblemFields } from "../values/index.ts"

/** Why something about works cannot be recorded. */
export const WorksProblemKind = Schema.Literals([
  "form",
  "unknownUnit",
  "unitNotStanding",
  "unknownWork",
  "workOfOtherUnit",
  "duplicateCode",
  "unknownBatch",
  "dueBeforeApproval",
  "notMoney",
  "milestoneTwice",
  "milestoneCycle",
  "milestoneUnknown",
  "milestoneReversed",
  "milestoneBeforeItsPredecessor",
  "unknownInput",
  "futureDay",
  "stepDoneBeforeBegun",
  "stepBeforePredecessor",
  "volumeBack",
  "volumeOverContract",
  "acceptedOverBuilt",
  "changeBeforeDiffers",
  "unknownReport",
  "solvedTwice",
  "unknownGift",
  "eligibleOverStructures",
  "parcelsOver",
  "beforeGift",
  "giftEnded",
  "duplicate",
  "notInScope"
])
export type WorksProblemKind = typeof WorksProblemKind.Type

/** One thing that is wrong with one row of a batch. */
export const WorksProblem = Schema.Struct(rowProblemFields(WorksProblemKind))
export type WorksProblem = typeof WorksProblem.Type

/** What is wrong with a batch, by row; nothing of it was written. */
export class WorksRefused extends Schema.TaggedError<WorksRefused>()("WorksRefused", {
  problems: Schema.NonEmptyArray(WorksProblem)
}) {
  override get message() {
    return problemLines(this.problems)
  }
}
