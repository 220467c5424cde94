import { Schema } from "effect"

/**
 * What a rule says of a unit.
 *
 * **Details** `exempt`: the rule does not concern the unit, and says why; it counts as met. `noData`: something that it asks for
 * was not reported. `noThreshold`: the number of the law for this unit is not known, or left to a decision that is not there.
 */
export const Verdict = Schema.Literals(["met", "notMet", "exempt", "noData", "noThreshold"])
export type Verdict = typeof Verdict.Type

/** Verdicts as the evaluator keeps them in columns: the place in `Verdict.literals`. */
export const MET = 0
export const NOT_MET = 1
export const EXEMPT = 2
export const NO_DATA = 3
export const NO_THRESHOLD = 4
