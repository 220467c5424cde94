import type { InputKey } from "../criteria/index.ts"
import type { Unit } from "../units/index.ts"
import type { Bilingual, Day, Dong } from "../values/index.ts"
import type { StepKey } from "./procedure.ts"
import type { ReportId, WorkReport } from "./report.ts"
import type { Work } from "./work.ts"

/** A step of a work as it stands on a day. */
export interface StepStanding {
  readonly step: StepKey
  /** As planned, after the contract's changes of time. */
  readonly start: Day
  readonly due: Day
  readonly begunOn: Day | null
  readonly doneOn: Day | null
  /** When it will begin and be done if all that is left takes as long as planned, and nothing is done before the day. */
  readonly expectedStart: Day
  readonly expectedEnd: Day
  /** Days by which it may slip without the work's end slipping; 0 on the critical path. */
  readonly slack: number
  readonly critical: boolean
}

/** What happened to a contract: see `ReportBody`. */
export interface ContractChange {
  readonly report: ReportId
  readonly day: Day
  readonly what: Bilingual
  readonly before: string
  readonly after: string
  readonly reason: string
}

/** A forecast of the end out of the pace so far. Null where there is no pace yet. */
export interface Forecast {
  readonly finish: Day
  /** Volume a day, in đồng, since construction began. */
  readonly perDay: number
}

/** Where a work stands on a day. */
export interface WorkStanding {
  readonly work: Work
  /** The unit on the day: where its own stands no more, the one that took it over. */
  readonly unit: Unit | null
  /** `planned`: nothing begun. `preparing`, `building`, `accepted`: construction done. `handedOver`. `operating`: somebody operates it. */
  readonly state: "planned" | "preparing" | "building" | "accepted" | "handedOver" | "operating"
  /** What the contract is worth now. */
  readonly value: Dong
  readonly scope: string | null
  readonly changes: ReadonlyArray<ContractChange>
  readonly steps: ReadonlyArray<StepStanding>
  /** Steps without slack, in order: what decides when the work is done. */
  readonly criticalPath: ReadonlyArray<StepKey>
  /** Length of it in days, both ends included. */
  readonly criticalDays: number
  readonly plannedFinish: Day
  readonly expectedFinish: Day
  /** Days by which the expected finish lies after the planned one; 0 if it does not. */
  readonly daysBehind: number
  readonly forecast: Forecast | null
  /** Physical: value of what is built, to date, and per cent of the contract at one decimal. What should be built by the day. */
  readonly done: Dong
  readonly donePercent: number
  readonly plannedPercent: number
  /** Financial: entries of funding. */
  readonly planned: Dong
  readonly allocated: Dong
  readonly paid: Dong
  readonly paidPercent: number
  readonly accepted: Dong
  readonly debt: DebtStanding
  /** Built ahead of paid is debt in the making; paid ahead of built is a warning. In đồng, 0 where neither. */
  readonly builtAhead: Dong
  readonly paidAhead: Dong
  readonly handedOverOn: Day | null
  readonly handedOverTo: string | null
  readonly operator: string | null
  readonly problems: ReadonlyArray<WorkReport>
  readonly land: LandStanding
}

/** Nợ đọng XDCB: volume that was accepted and is not paid. Payments settle the oldest acceptance first. */
export interface DebtStanding {
  readonly amount: Dong
  /** What is older than the programme's limit: it counts against the criterion. */
  readonly overdue: Dong
  /** By age: how many days since acceptance, oldest first. */
  readonly parts: ReadonlyArray<{ readonly acceptedOn: Day; readonly ageDays: number; readonly amount: Dong }>
}

/** Land given, and what is done of it. Areas in m². */
export interface LandStanding {
  readonly households: number
  readonly residential: number
  readonly agricultural: number
  readonly structures: number
  readonly eligible: number
  readonly notEligible: number
  /** Gifts of which the ground is not free yet. */
  readonly toClear: number
  readonly parcels: number
  readonly parcelsUpdated: number
  readonly supportPaid: Dong
}

/** What a work that is late does further up: see `slipsOf`. */
export interface Slip {
  readonly work: Work["id"]
  readonly daysBehind: number
  readonly expectedFinish: Day
  /** Inputs that the work serves, with the criterion and the set that asks for them and how its unit stands there. */
  readonly holds: ReadonlyArray<{
    readonly input: InputKey
    readonly set: string
    readonly criterion: { readonly no: number; readonly name: string } | null
    readonly indicator: { readonly code: string; readonly name: string }
    readonly verdict: "met" | "notMet" | "exempt" | "noData" | "noThreshold"
    /** Targets of a plan that count this unit and criterion and fall due before the work will be done. */
    readonly targets: ReadonlyArray<{
      readonly document: string
      readonly id: string
      readonly text: string
      readonly by: Day
    }>
    /** The recognition that waits for it, where the unit does not hold the tier of the set yet. */
    readonly recognition: Bilingual | null
  }>
  readonly sentence: Bilingual
}
