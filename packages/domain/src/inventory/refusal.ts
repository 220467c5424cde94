import { Schema } from "effect"
import { listedProblems, problemLines, rowProblemFields } from "../values/index.ts"

/** Why an entry of a register, or what became of one, cannot be recorded. */
export const InventoryProblemKind = Schema.Literals([
  "form",
  "unknownUnit",
  "unitNotStanding",
  "levelOfOther",
  "duplicate",
  "futureDay",
  "expiresBeforeItBegins",
  "unknownItem",
  "beforeItem",
  "renewedLater",
  "notRenewable",
  "endedAlready",
  "notAllowed",
  "notInScope"
])
export type InventoryProblemKind = typeof InventoryProblemKind.Type

export const InventoryProblem = Schema.Struct(rowProblemFields(InventoryProblemKind))
export type InventoryProblem = typeof InventoryProblem.Type

/** What is wrong with a batch, by row; nothing of it was written. */
export class InventoryRefused extends Schema.TaggedError<InventoryRefused>()("InventoryRefused", {
  problems: Schema.NonEmptyArray(InventoryProblem)
}) {
  override get message() {
    return problemLines(this.problems)
  }
}

/** The refusal of a batch for these problems, in the order of its rows; null where there are none. */
export const inventoryRefusalFor = (problems: ReadonlyArray<InventoryProblem>): InventoryRefused | null => {
  const listed = listedProblems(problems)
  return listed === null ? null : new InventoryRefused({ problems: listed })
}
