import type { Unit, UnitLevel } from "../units/index.ts"
import type { Bilingual, Dong } from "../values/index.ts"
import type { FundingSourceKey } from "./source.ts"
import type { FundingStage } from "./stage.ts"

/** Money at a place of a table: what stands at its source and everything below it. */
export interface PivotCell {
  readonly amount: Dong
  /** Of it, what a document states beyond what its own parts and rounding explain; 0 for most. */
  readonly unexplained: Dong
  readonly illustrative: boolean
}

/**
 * A row of a pivot.
 *
 * **Details** `unit`: a unit right below the one asked for, with everything below it. `whole`: the unit asked for with everything below it, where
 * money is stated at its own tier. `agency`: what an agency of the unit asked for holds.
 * `own`: what is the unit's own and no agency's. `ended`: money of a unit that stands no more on the day of the boundaries and did not pass
 * wholly to one that does: it stays under its own name, for money does not follow the ground. `rest`: rounding and what a total states beyond
 * its rows.
 */
export interface PivotRow {
  readonly kind: "unit" | "whole" | "agency" | "own" | "ended" | "rest"
  readonly unit: Unit | null
  readonly agency: string | null
  /** Along `FundingPivot.sources`; null where nothing was stated, which is not zero. */
  readonly cells: ReadonlyArray<PivotCell | null>
}

/** Any source by any unit: Phụ lục 02 for a unit, a budget year and a stage, as of a day. */
export interface FundingPivot {
  readonly unit: Unit | null
  readonly year: number
  readonly stage: FundingStage
  /** The tier at which it is summed, and the tiers at which anything is stated. */
  readonly tier: UnitLevel
  readonly tiers: ReadonlyArray<{ readonly tier: UnitLevel; readonly amount: Dong; readonly illustrative: boolean }>
  /** Sources of which anything is stated, with all above them: parents before children. */
  readonly sources: ReadonlyArray<FundingSourceKey>
  /** The sum of the rows, in every column. */
  readonly total: ReadonlyArray<PivotCell | null>
  /** Shares of the total in per cent at one decimal, of sources among their siblings; they add up to 100. Along `sources`. */
  readonly shares: ReadonlyArray<number | null>
  readonly rows: ReadonlyArray<PivotRow>
  readonly flags: ReadonlyArray<FundingFlag>
}

/** Something about money that a person should look at. */
export interface FundingFlag {
  /**
   * `unexplained`: a printed total is not the sum of its parts. `stageExceeds`: more at a stage than at the one before it. `finerExceeds`: what
   * units below state is more than the unit states. `copied`: the very amount of a neighbour. `endedUnit`: money recorded for a unit after it
   * ended. `overdrawn`: adjustments took more than there was.
   */
  readonly kind: "unexplained" | "stageExceeds" | "finerExceeds" | "copied" | "endedUnit" | "overdrawn"
  readonly severity: "error" | "warning"
  readonly unit: { readonly id: number; readonly code: string; readonly name: string; readonly type: string } | null
  readonly source: FundingSourceKey
  readonly amount: Dong
  readonly against: Dong | null
  readonly sentence: Bilingual
}
