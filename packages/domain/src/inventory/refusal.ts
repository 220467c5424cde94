import { Schema } from "effect"
import { Bilingual, bothLanguages } from "../values/index.ts"

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

export const InventoryProblem = Schema.Struct({
  row: Schema.Int,
  field: Schema.NullOr(Schema.String),
  kind: InventoryProblemKind,
  sentence: Bilingual
})
export type InventoryProblem = typeof InventoryProblem.Type

/** What is wrong with a batch, by row; nothing of it was written. */
export class InventoryRefused extends Schema.TaggedError<InventoryRefused>()("InventoryRefused", {
  problems: Schema.NonEmptyArray(InventoryProblem)
}) {
  override get message() {
    return this.problems.map(({ row, sentence }) => `${row + 1}: ${bothLanguages(sentence)}`).join("\n")
  }
}

/** Problems that a refusal lists; of thousands of wrong rows nobody reads more. */
const MOST_PROBLEMS = 1000

/** The refusal of a batch for these problems, in the order of its rows; null where there are none. */
export const inventoryRefusalFor = (problems: ReadonlyArray<InventoryProblem>): InventoryRefused | null => {
  const [first, ...others] = problems.toSorted((a, b) => a.row - b.row).slice(0, MOST_PROBLEMS)
  return first === undefined ? null : new InventoryRefused({ problems: [first, ...others] })
}
