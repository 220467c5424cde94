export { type Alert, AlertRule } from "./alert.ts"
export { alertsOf } from "./alerts.ts"
export { type WorkInBook, type WorksBook, type WorksQuestion, bookOn } from "./book.ts"
export { batchStanding, pathOfWorks } from "./batches.ts"
export { type CheckedWorks, type WorksChecking, worksRefusalFor } from "./check-fault.ts"
export { checkLand, checkLandEvents, type CheckedGift } from "./check-land.ts"
export { checkReports, type CheckedReport, workFinder } from "./check-reports.ts"
export { checkWorks } from "./check-works.ts"
export { type WorksAsOf } from "./counting.ts"
export { curveOf } from "./curve.ts"
export { debtTogether } from "./debt.ts"
export {
  type Books,
  type KnownBook,
  tellDebt,
  type ToldDebt,
  type UnitDebt,
  unitDebtOf,
  withConstructionDebt
} from "./debt-values.ts"
export { type WorkEntry, type WorkHistory } from "./history.ts"
export { type RestingWorks, worksHoldings } from "./holdings.ts"
export { type GiftStanding, landOf } from "./land-standing.ts"
export { WorksRules } from "./rules.ts"
export { partsBelow, type ScopePart, scopeOf, type WorksScope } from "./scope.ts"
export { type PlannedTarget, slipQuestions, slipsOf, type SlipQuestion, type SlipWorld } from "./slips.ts"
export { tallyOf } from "./tally.ts"
export { type BatchPath, type BatchStanding, type CurvePoint, type SCurve, type WorksTally } from "./batch-standing.ts"
export { LandEvent, LandEventRecording, LandGift, LandGiftId, LandGiftRecording } from "./land.ts"
export { predecessorsAmong } from "./predecessors.ts"
export { procedure, type ProcedureStep, StepKey } from "./procedure.ts"
export { WorksProblem, WorksProblemKind, WorksRefused } from "./refusal.ts"
export { ReportBody, ReportId, ReportRecording, WorkReport } from "./report.ts"
export {
  type ContractChange,
  type DebtStanding,
  type Forecast,
  type LandStanding,
  type Slip,
  type StepStanding,
  type WorkStanding
} from "./standing.ts"
export { Batch, BatchId, Milestone, Sector, sectorNames, Work, WorkRecording } from "./work.ts"
export { type RecordedWorks, Works, type WorksJournal } from "./works.ts"
