import { Schema } from "effect"
import { Bilingual, bothLanguages } from "../values/index.ts"

/** Why an entry of a register cannot be recorded. */
export const InventoryProblemKind = Schema.Literals([
  "form",
  "unknownUnit",
  "unitNotStanding",
  "levelOfOther",
  "duplicate",
  "futureDay",
  "expiresBeforeItBegins",
  "unknownItem",
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
