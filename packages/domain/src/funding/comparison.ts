import type { Dong } from "../values/index.ts"
import type { Day } from "../values/index.ts"
import type { FundingFlag } from "./pivot.ts"
import type { FundingSourceKey } from "./source.ts"
import type { FundingStage } from "./stage.ts"

/** A source through its stages: what was planned, allocated or mobilised, and paid. Null where nothing was stated. */
export interface StageLine {
  readonly source: FundingSourceKey
  readonly planned: Dong | null
  readonly allocated: Dong | null
  readonly mobilised: Dong | null
  readonly disbursed: Dong | null
  /**
   * Paid of what is there to be paid, in per cent at one decimal: of what is allocated; where nothing is, of what was raised, if payments
   * of it are stated: a gift of land is never paid. Null without either.
   */
  readonly disbursedPercent: number | null
  /** Per cent of the budget year that has passed on the day, and how far the payments are behind it, in points (negative: ahead). */
  readonly calendarPercent: number
  readonly behindPoints: number | null
  readonly illustrative: boolean
}

/** From the plan to the payment, for a unit and a budget year, as of a day. */
export interface StageComparison {
  readonly year: number
  /** The last day on which money of the year can be paid: 31 January of the next (Luật Đầu tư công 39/2019/QH14, điều 68). */
  readonly lastDay: Day
  readonly lines: ReadonlyArray<StageLine>
  readonly flags: ReadonlyArray<FundingFlag>
}

/** A source in two years: how much more or less, in đồng and in per cent at one decimal (null from nothing). */
export interface YearLine {
  readonly source: FundingSourceKey
  readonly before: Dong | null
  readonly after: Dong | null
  readonly change: Dong | null
  readonly changePercent: number | null
  readonly illustrative: boolean
}

/** Of direct budget at a stage (null: none is stated), how much is the unit's own budget, in đồng and in per cent at one decimal. */
export interface OwnBudget {
  readonly stage: FundingStage | null
  readonly own: Dong
  readonly budget: Dong
  readonly percent: number | null
}
