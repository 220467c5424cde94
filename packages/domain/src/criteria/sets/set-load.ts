import { Schema } from "effect"
import { Moment } from "../../values/index.ts"
import { Recorder, Sha256 } from "../observations/observation.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import { CriteriaSetId } from "./set-id.ts"

/** What a set said from a moment until another: who brought it, out of what. Kept for ever. */
export const SetVersion = Schema.Struct({
  set: CriteriaSetId,
  name: Schema.String,
  knownFrom: Moment,
  /** Null: what is known now. */
  knownUntil: Schema.NullOr(Moment),
  /** The office's that loaded it; null: it came with the program. */
  recordedBy: Schema.NullOr(Recorder),
  /** The program's version, where it came with it and that was noted. */
  programVersion: Schema.NullOr(Schema.String),
  /** The file that was loaded, by its name and the hash of its bytes. */
  file: Schema.NullOr(Schema.String),
  sha256: Schema.NullOr(Sha256),
  /** The set whose load made this one read differently: the national one below a province's own, or its sibling. */
  follows: Schema.NullOr(CriteriaSetId),
  doNotEvaluate: Schema.Boolean,
  criteria: Schema.Int,
  indicators: Schema.Int,
  /** It is the office's, is in force, and the program has come with another body since it was loaded: one may look at both. */
  shippedChanged: Schema.Boolean
})
export type SetVersion = typeof SetVersion.Type

/** A set as a load brings it; `follows` as in `SetVersion`. */
export interface ChangedSet {
  readonly set: CriteriaSet
  readonly follows: CriteriaSetId | null
}

/** Who loads what. */
export interface SetSource {
  readonly recordedBy: typeof Recorder.Type
  /** Name of the file. */
  readonly file: string | null
  readonly sha256: string
}

/** What a load did to a set: it was not known before; it took the place of another body; it reads as before. */
export type SetChange = "added" | "replaced" | "unchanged"

/** What a load did. */
export interface SetsLoaded {
  /** The moment from which it is known; null where every set reads as before, and nothing was written. */
  readonly knownFrom: Moment | null
  readonly sets: ReadonlyArray<ChangedSet & { readonly change: SetChange }>
}

/** A set that cannot be loaded: nothing was written. Each problem says where in the file (JSON pointer), and why. */
export class CriteriaSetRefused extends Schema.TaggedError<CriteriaSetRefused>()("CriteriaSetRefused", {
  problems: Schema.NonEmptyArray(
    Schema.Struct({ path: Schema.String, message: Schema.Struct({ vi: Schema.String, en: Schema.String }) })
  )
}) {
  override get message() {
    return this.problems.map(({ message, path }) => `${path}: ${message.vi} · ${message.en}`).join("\n")
  }
}
