export { Dossier, DossierId, DossierOpening } from "./dossier.ts"
export { type DossierJournal, type DossierOpener, Dossiers, type DossierWriter } from "./dossiers.ts"
export { DossierEvent, DossierEventBody, DossierEventId, DossierEventRecording } from "./event.ts"
export { DossierFacts } from "./facts.ts"
export { DossierStep, Paper, Procedure, ProcedureId, StepDays, StepRule } from "./procedure.ts"
export { endOf, type EventObservation, observationOf, recognitionOf } from "./outcome.ts"
export { historyProblems, type ToldProblem } from "./told-history.ts"
export { DossierNotFound, DossierProblem, DossierProblemKind, DossiersRefused } from "./refusal.ts"
export type { Rehearsal, RehearsalFinding, RehearsalKind } from "./rehearsal.ts"
export type {
  DossierNext,
  DossierStanding,
  DossierStepStanding,
  DossierTask,
  OpeningCheck,
  OpeningReason,
  PaperFact,
  PaperStanding
} from "./standing.ts"
export { statedValues } from "./stated-values.ts"
export { standsSince } from "./stands-since.ts"
export { Survey, SurveyResult } from "./survey.ts"
export type { SurveyStanding } from "./survey-standing.ts"
export { type CheckingEvents, checkDossierEvents } from "./check-events.ts"
export { type CheckedOpening, checkDossierOpenings, type CheckingOpenings } from "./check-openings.ts"
export { checkProcedures, overlapping, type ProcedureProblem } from "./check-procedures.ts"
export {
  type ProcedureChange,
  ProceduresFile,
  type ProceduresLoaded,
  ProceduresRefused,
  proceduresTaken
} from "./procedure-load.ts"
export {
  type ProcedureOf,
  procedureOfDossier,
  ProcedureOrigin,
  proceduresKnown,
  ProcedureVersion,
  versionsKnown
} from "./procedure-versions.ts"
export { type DossierAsked, dossierStanding } from "./dossier-standing.ts"
export { openingCheck, type OpeningFacts } from "./opening-check.ts"
export { formOn, procedureFor } from "./procedure-for.ts"
export { type Bundling, DossierBundle, dossierBundle, rehearsalOf } from "./bundle.ts"
export { type BundleVerification, bundleText, isBundleText, verifyBundleText } from "./verify-bundle.ts"
export { besideOthers, underWay } from "./under-way.ts"
export { dossierWaiting, tasksByStep } from "./waiting.ts"
export { dossierHoldings } from "./holdings.ts"
export { dossierTask } from "./dossier-task.ts"
export { checkSurvey, marginOf, readSurvey, sampleSize, surveyObservation } from "./reading-survey.ts"
export { type LineNames, nameless, namesOfSet } from "./line-names.ts"
export type { StatedValue } from "./rehearsing.ts"
