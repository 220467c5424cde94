import type { WorkId } from "../funding/index.ts"
import type { Unit } from "../units/index.ts"
import type { Day, Dong } from "../values/index.ts"
import type { StepKey } from "./procedure.ts"
import type { DebtStanding, LandStanding } from "./standing.ts"
import type { Batch, Sector } from "./work.ts"

/** Works together: a batch, or those of a unit. */
export interface WorksTally {
  readonly works: number
  /** That works were approved for. */
  readonly communes: number
  readonly bySector: Readonly<Partial<Record<Sector, number>>>
  readonly byState: Readonly<
    Record<"planned" | "preparing" | "building" | "accepted" | "handedOver" | "operating", number>
  >
  readonly cost: Dong
  readonly value: Dong
  readonly done: Dong
  /** Weighted by what contracts are worth, in per cent at one decimal. */
  readonly donePercent: number
  readonly plannedPercent: number
  /** Mean over communes of their own weighted progress, as reports state it ("khối lượng thi công bình quân"). */
  readonly communeMeanPercent: number
  readonly planned: Dong
  readonly allocated: Dong
  readonly paid: Dong
  readonly debt: DebtStanding
  readonly late: number
  readonly daysBehindWorst: number
  readonly notHandedOver: number
  readonly withoutOperator: number
  readonly land: LandStanding
  /** The newest day that any report or payment of them is about: nothing is known of the time since. Null where nothing was told. */
  readonly lastReport: Day | null
  readonly illustrative: boolean
}

/** The longest way through all works of a batch, from the first day of any to the last of all. */
export interface BatchPath {
  readonly start: Day
  readonly plannedFinish: Day
  readonly expectedFinish: Day
  readonly days: number
  readonly daysBehind: number
  readonly path: ReadonlyArray<{ readonly work: WorkId; readonly step: StepKey; readonly from: Day; readonly to: Day }>
}

export interface BatchStanding {
  readonly batch: Batch
  readonly tally: WorksTally
  readonly path: BatchPath | null
  /** By the district that each commune lay in when the batch was approved (the province where there is none), the worst first. */
  readonly districts: ReadonlyArray<{ readonly unit: Unit; readonly tally: WorksTally }>
}

/** A point of an S-curve, in per cent of all contracts at one decimal; actual lines end on the day asked. */
export interface CurvePoint {
  readonly day: Day
  readonly planned: number
  readonly done: number | null
  readonly paid: number | null
}

/** Planned against actual, weighted by cost. */
export interface SCurve {
  readonly works: number
  readonly value: Dong
  readonly points: ReadonlyArray<CurvePoint>
  /** On the day asked: points behind the plan (negative: ahead). */
  readonly behindPoints: number
  /** When all of it will be built at the pace of the last 90 days; null without one. */
  readonly forecastFinish: Day | null
}
