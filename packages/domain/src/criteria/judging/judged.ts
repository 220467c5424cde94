import type { Unit } from "../../units/index.ts"
import type { Moment } from "../../values/index.ts"
import type { Assessment } from "../evaluator/assess.ts"
import type { Program } from "../evaluator/compile.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"

/** Sets that are judged together, with all that they rest on, as in force in a province on a day. */
export interface Stack {
  readonly program: Program
  /** By the set that was asked for, the one that judges; a set that cannot be evaluated has none. */
  readonly sets: ReadonlyMap<CriteriaSetId, CriteriaSet>
}

/** Units of one province, or of several that have no sets of their own, judged together. */
export interface JudgedGroup {
  /** By the set that was asked for, the one that judges. */
  readonly sets: Stack["sets"]
  /** In the order of the columns. */
  readonly units: ReadonlyArray<Unit>
  readonly assessment: Assessment
}

export interface Judged {
  /** Asked again with it, values are the same for ever; null while nothing was recorded or loaded. */
  readonly knownAt: Moment | null
  readonly groups: ReadonlyArray<JudgedGroup>
}
