export { type Alert, AlertRule } from "./alert.ts"
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
