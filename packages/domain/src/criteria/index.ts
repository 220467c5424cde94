export { Comparison, Condition, Flag, InputKey } from "./condition.ts"
export { CriteriaSetNotFound, CriteriaSets } from "./criteria-sets.ts"
export { criteriaFacts } from "./facts.ts"
export { factHoldings, recognitionHoldings } from "./holdings.ts"
export { type LatestQuestion, latestOf, stateAt } from "./latest.ts"
export { Leaf, Measure } from "./measure.ts"
export {
  Evidence,
  Observation,
  ObservationId,
  ObservationKind,
  ObservationRecord,
  ObservationSource,
  ObservationState,
  OfficeRole,
  Recorder,
  StateMove
} from "./observation.ts"
export { type Checked, type Checking, checkRecordings } from "./observation-checks.ts"
export { catalogueOf, type InputCatalogue, type InputKind, type InputSpec } from "./observation-input.ts"
export { checkMoves, correctionProblem, duplicateOf, type JournalEntry } from "./observation-journal-checks.ts"
export { type CheckedRecording, MoveRequest, Recording, sourceKey } from "./observation-recording.ts"
export { ObservationProblem, ObservationProblemKind, ObservationsRefused, refusalFor } from "./observation-refusal.ts"
export {
  type ColumnsQuestion,
  type MovedBatch,
  type ObservationColumns,
  Observations,
  type Rebuilt,
  type RecordedBatch,
  type SeriesQuestion,
  type SeriesValue,
  type Writer
} from "./observations.ts"
export { readSet, type SetReading } from "./reading.ts"
export { computedAverage, CriterionResult, SetResults } from "./results.ts"
export { Rule } from "./rule.ts"
export { CriteriaSetId } from "./set-id.ts"
export { flat, Threshold, ThresholdRow, unknownThreshold } from "./threshold.ts"
export { Tier } from "./tier.ts"
export { tierWords } from "./tier-words.ts"
export { EXEMPT, MET, NO_DATA, NO_THRESHOLD, NOT_MET, Verdict } from "./verdict.ts"
export { Acceptance, type Actor, counts, workflow, type WorkflowRule } from "./workflow.ts"
export { assess, assessedSet, type Assessment, bind, judge, verdictOf } from "./assess.ts"
export type { AssessableCriterion, AssessableLine, AssessableSet } from "./assessable.ts"
export { columnsOf, dayNumber, emptyColumn, type Fact, type ProfiledUnit, profileOf } from "./columns-build.ts"
export { type Column, type Columns, NO, NO_DAY, type Profile, UNKNOWN, YES } from "./columns.ts"
export { compile, type LinePlace, type Program, type ProgramLine, type ProgramSet } from "./compile.ts"
export { RulesRefused } from "./compile-error.ts"
export type { ColumnNeed } from "./compile-uses.ts"
export type { BoundCriterion, BoundLine, BoundSet } from "./kernels-bound.ts"
export { type ColumnSource, columnKey, type Held, inputColumn } from "./leaf-key.ts"
export { type Acting, dayInVietnam, officeWords, stateWords, type Step, stepRefusal } from "./workflow-judging.ts"
export { Recognition } from "./recognition.ts"
export { Recognitions } from "./recognitions.ts"
export { Target } from "./target.ts"
export { type TargetActual, targetFaults, type TargetStanding, targetStanding } from "./target-standing.ts"
export { Targets } from "./targets.ts"
export { type HeldBefore, type HeldRecognition, recognitionsOn, type Restoration } from "./recognitions-follow.ts"
export { type Ladder, lowestOn, rankOn, tierOrder } from "./tier-order.ts"
export { Amendment, AmendmentChange } from "./amendment.ts"
export { checkSet, type SetProblem } from "./check-set.ts"
export { CriteriaSet, GrantGate, RegionOverride, SetInput } from "./criteria-set.ts"
export { Better, Confidence, Criterion, Indicator, IndicatorVersion } from "./indicator.ts"
export { localSet, type LocalDecision, standsIn } from "./local-set.ts"
export { betterOf, conditionsWithin, partsOf, type RuleParts } from "./rule-parts.ts"
export { indicatorOf, setOn } from "./set-on.ts"
export { checkLinks } from "./check-set-links.ts"
export { type Looser, stricter, stricterRule, type Strictness } from "./stricter.ts"
export { keepAssessed, type LiveAssessment, type VerdictChange } from "./assess-live.ts"
export { type Change as ColumnChange, overlaid, picked } from "./columns-change.ts"
export { type Grouping, oneGroup, type SetTally, type Tally, tallyOf } from "./rollup-tallies.ts"
export { whatIf } from "./what-if.ts"
export { explain } from "./explain.ts"
export {
  AppliedThreshold,
  ExplainedValue,
  Gap,
  LineExplanation,
  RuleExplanation,
  SetExplanation
} from "./explanation.ts"
export { comparisonWords, conditionWords, verdictWords } from "./explain-words.ts"
export {
  type ComparedLine,
  type DifferenceKind,
  differences,
  type PairedLines,
  type SetDifferences
} from "./differences.ts"
export { type Below, leastBelow, shareBelow, type TitlesBelow } from "./columns-below.ts"
export { overYears, yearsOfWindow } from "./columns-window.ts"
export {
  type Band,
  communeBands,
  type CriterionCounts,
  distribution,
  mostMissing,
  type RollUp,
  rollUp,
  type VerdictCounts
} from "./rollup.ts"
export { compareSets, type PairedLine, type SetComparison, type SetSwitch } from "./rollup-compare.ts"
export {
  type Changes,
  changesBetween,
  type CriteriaDebt,
  criteriaDebt,
  nearest,
  type RecognisedPlace,
  standings,
  type UnitChange,
  type UnitStanding
} from "./rollup-units.ts"
export { carryOf } from "./carry.ts"
export type { Telling } from "./judging/carried.ts"
export { inputOf, inputsOf } from "./judging/inputs.ts"
export { judgeUnits } from "./judging/judging.ts"
export type { Judged, JudgedGroup } from "./judging/judged.ts"
export { type Known, knownOf, overdueDebtInput, type Values } from "./judging/known.ts"
export { bandsOf, changesOf, debtOf, nearestOf, rollUpOf } from "./judging/group-standing.ts"
export { holdersOf, isToRestore, reaches, type TierHolders } from "./judging/holders.ts"
export { type Place as JudgedPlace, placesOf } from "./judging/places.ts"
export { scopeProblem, setOfTier, setsOf, unitsUnder } from "./judging/scope.ts"
export { isJudgedBy } from "./judging/taking-part.ts"
export { proofAnnex } from "./proof/annex.ts"
export type { Disagreement } from "./proof/disagreement.ts"
export type { ProofSource } from "./proof/proof-values.ts"
export type { VerdictProof } from "./proof/proof.ts"
export { prove } from "./proof/prove.ts"
export { type Verification, verifyProofText } from "./proof/verify.ts"
export { judgedFrom } from "./movement/judged-from.ts"
export { type MovedNumber, movement, type Movement } from "./movement/movement.ts"
export {
  type AsKnownOn,
  causeWords,
  MovementCause,
  orderWords,
  type Standpoint,
  standpointsOf
} from "./movement/standpoint.ts"
