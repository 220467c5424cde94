import { Schema } from "effect"
import { Bilingual, bothLanguages } from "../../values/index.ts"

/** Why an event, or the taking back of one, cannot be right. */
export const RefusalKind = Schema.Literals([
  "unknownUnit",
  "notLiving",
  "keyTwice",
  "givenTwice",
  "sharesOver",
  "sharesUnder",
  "statedTwice",
  "changedThoughEnding",
  "noSource",
  "codeInUse",
  "codeForm",
  "unknownParent",
  "parentEnds",
  "parentLevel",
  "cycle",
  "orphan",
  "wrongLevel",
  "levelMissing",
  "eventKnown",
  "eventUnknown",
  "laterEvent",
  "sameDay",
  "recordedSince",
  "noSuccessor"
])
export type RefusalKind = typeof RefusalKind.Type

export const Refusal = Schema.Struct({
  kind: RefusalKind,
  /** Index of the change in the event, where one is to blame. */
  change: Schema.NullOr(Schema.Int),
  /** The unit as a reader knows it: "xã Vĩnh An (11825)". */
  unit: Schema.NullOr(Schema.String),
  sentence: Bilingual
})
export type Refusal = typeof Refusal.Type

/** Everything at once that stands against an event. */
export class ReorganisationRefused extends Schema.TaggedError<ReorganisationRefused>()("ReorganisationRefused", {
  event: Schema.String,
  refusals: Schema.NonEmptyArray(Refusal)
}) {
  override get message() {
    return this.refusals.map(({ sentence }) => bothLanguages(sentence)).join("\n")
  }
}
