import type { UnitId, UnitLevel } from "../units/index.ts"
import type { Day, Dong, Moment } from "../values/index.ts"
import type { FundingEntryKind } from "./entry.ts"
import type { FundingSourceKey } from "./source.ts"
import type { FundingStage } from "./stage.ts"

/** Which money is meant: as of a day, as known at a moment (null: now). */
export interface FundingAsOf {
  readonly asOf: Day
  readonly knownAt: Moment | null
}

/** Units of any day, each with the row of a table that its money stands in. */
export interface Placement {
  readonly units: ReadonlyArray<UnitId>
  /** Index of a row, along `units`. */
  readonly rows: ReadonlyArray<number>
}

/** Sums of entries by row, agency, source, year, stage and kind: see `Funding.sums`. */
export interface FundingSum {
  readonly row: number
  readonly agency: string | null
  readonly source: FundingSourceKey
  readonly year: number
  readonly stage: FundingStage
  readonly kind: FundingEntryKind
  readonly amount: Dong
  /** Whether any of it was made for illustration. */
  readonly illustrative: boolean
}

/** Which sums are wanted. */
export interface SumsQuestion extends FundingAsOf {
  readonly placement: Placement
  readonly tier: UnitLevel
  readonly years: ReadonlyArray<number>
  readonly stages: ReadonlyArray<FundingStage>
}

/** Of one year and stage, a tier at which money below the unit is stated, with the total there. */
export interface StatedTier {
  readonly year: number
  readonly stage: FundingStage
  readonly tier: UnitLevel
  readonly amount: Dong
  readonly illustrative: boolean
}
