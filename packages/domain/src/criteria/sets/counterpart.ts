import { Schema } from "effect"
import { CriteriaSetId } from "./set-id.ts"

/**
 * A criterion of another set that a criterion of this one seems to be about: "Thu nhập" → "Phát triển kinh tế nông thôn".
 *
 * **Details** Found by reading the names, by nobody who issued either set: it helps a reader across, no verdict rests on it.
 */
export const Counterpart = Schema.Struct({
  /** The other set, and its criterion. */
  set: CriteriaSetId,
  criterion: Schema.Int,
  /** The criterion of this set. */
  to: Schema.Int,
  /** By the names alone, not verified. */
  confidence: Schema.Literal("inferred")
})
export type Counterpart = typeof Counterpart.Type
