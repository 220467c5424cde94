export type {
  AsKnown,
  AssessedSet,
  AssessmentMatrix,
  GroupStanding,
  LineDetail,
  MatrixHead,
  MatrixRow,
  NamedUnit,
  ReplacementFrame,
  Scorecard,
  SetReplacement,
  TargetOnDay,
  ValueDetail
} from "./assessments.ts"
export type { Allowed, Leading, LeadFrom, LeadTo } from "./allowed.ts"
export type { AgencyOnDay } from "./agencies.ts"
export { type NamedHolder, type TaskLine, type TaskTally, TaskEventBody } from "./assignments.ts"
export { type EndpointAction, endpointActions } from "./access.ts"
export { addressOf, API_ROOT } from "./address.ts"
export type { BoundariesChecked } from "./boundaries.ts"
export type { AuditEntry, AuditHead, FedRecord } from "./changes.ts"
export { api, type Client, type Fetch, type FileBytes, JsonText, makeClient } from "./client.ts"
export type { CriteriaSetSummary, FrameSet, SetsTaken } from "./criteria.ts"
export type { DocumentAnswer } from "./documents.ts"
export {
  DossierEventRow,
  type DossierLine,
  DossierOpeningBody,
  type KnownProcedure,
  type ProceduresTaken
} from "./dossiers.ts"
export type { AnswerOf, Deprecation, Download, Endpoint, Listing, Page, Posting, Reads } from "./endpoint.ts"
export type { KeptFile } from "./evidence.ts"
export { dispositionOf, type FileAnswer } from "./file-answer.ts"
export { EntryBody, type ListedEntry } from "./funding.ts"
export type { Health } from "./health.ts"
export type { ListedItem } from "./inventory.ts"
export type { MapDay, MapGeometry, MapTopology } from "./map.ts"
export { type ObservedInput, type ObservedUnit, RecordingBody, type StreamedObservation } from "./observations.ts"
export type { MovementAnswer, MovedRecord, MovingAmendment, MovingEvent, MovingRecognition } from "./movements.ts"
export type {
  CalendarAddress,
  GrantedUnit,
  GrantLine,
  GrantRow,
  KeyLine,
  OneTimeLink,
  PersonLine,
  SessionNow,
  SignedIn,
  SignInWays
} from "./people.ts"
export type { SessionLine } from "./sessions.ts"
export { leads } from "./leads.ts"
export { ApiProblem, type FieldProblem, type Problem, type Told } from "./problem.ts"
export { RecommendationBody, type RecommendationLine, type ShownFigure } from "./recommendations.ts"
export type { Preflight } from "./reorganisations.ts"
export { type Writing, writingOf } from "./writing.ts"
export type { SeriesLine, SeriesPart } from "./series.ts"
export type { FoundHit, FoundUnit, Kin } from "./units.ts"
export type { WorkLine, WorkUnit } from "./works.ts"
