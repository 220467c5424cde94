export { Comparison, Condition, Flag, InputKey } from "./rules/condition.ts"
export { CriteriaSetNotFound, CriteriaSets } from "./sets/criteria-sets.ts"
export type { Counterpart } from "./sets/counterpart.ts"
export {
  type ChangedSet,
  CriteriaSetRefused,
  type SetChange,
  type SetSource,
  type SetsLoaded,
  SetVersion
} from "./sets/set-load.ts"
export { criteriaFacts } from "./results/facts.ts"
export { factHoldings, recognitionHoldings } from "./recognitions/holdings.ts"
export { type LatestQuestion, latestOf, standingUpTo, stateAt } from "./observations/latest.ts"
export { Leaf, Measure } from "./rules/measure.ts"
export {
  checkEvidence,
  EvidenceFile,
  EvidenceNotFound,
  EvidenceRefused,
  harmfulEvidence,
  formatBytes,
  isShown,
  MOST_EVIDENCE_BYTES,
  savedName
} from "./observations/evidence-file.ts"
export { EvidenceFiles, type GivenFile } from "./observations/evidence-files.ts"
export { type EvidenceKind, evidenceKinds } from "./observations/evidence-kind.ts"
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
  Sha256,
  StateMove,
  Written
} from "./observations/observation.ts"
export { type Checked, type Checking, checkRecordings } from "./observations/observation-checks.ts"
export {
  catalogueOf,
  type InputCatalogue,
  type InputKind,
  type InputSpec,
  overdueDebtInput
} from "./observations/observation-input.ts"
export {
  checkMoves,
  correctionProblem,
  duplicateOf,
  evidenceProblems,
  type JournalEntry
} from "./observations/observation-journal-checks.ts"
export { type CheckedRecording, MoveRequest, Recording, sourceKey } from "./observations/observation-recording.ts"
export {
  ObservationProblem,
  ObservationProblemKind,
  ObservationsRefused,
  refusalFor
} from "./observations/observation-refusal.ts"
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
} from "./observations/observations.ts"
export { readSet, type SetReading } from "./results/reading.ts"
export { computedAverage, CriterionResult, SetResults } from "./results/results.ts"
export { Rule } from "./rules/rule.ts"
export { CriteriaSetId } from "./sets/set-id.ts"
export { flat, Threshold, ThresholdRow, unknownThreshold } from "./rules/threshold.ts"
export { Tier } from "./sets/tier.ts"
export { tierNames, tierWords } from "./sets/tier-words.ts"
export { EXEMPT, MET, NO_DATA, NO_THRESHOLD, NOT_MET, Verdict } from "./rules/verdict.ts"
export { actorFor, actorsOf } from "./observations/actor-of.ts"
export { departmentsInCharge, isInCharge } from "./observations/in-charge.ts"
export { heardAs, officesOf } from "./observations/heard-as.ts"
export { Acceptance, type Actor, counts, workflow, type WorkflowRule } from "./observations/workflow.ts"
export { assess, assessedSet, type Assessment, bind, judge, verdictOf } from "./evaluator/assess.ts"
export type { AssessableCriterion, AssessableLine, AssessableSet } from "./evaluator/assessable.ts"
export { columnsOf, emptyColumn, type Fact, type ProfiledUnit, profileOf } from "./evaluator/columns-build.ts"
export { type Column, type Columns, NO, NO_DAY, type Profile, UNKNOWN, YES } from "./evaluator/columns.ts"
export {
  compile,
  isShallow,
  type LinePlace,
  type Program,
  type ProgramLine,
  type ProgramSet
} from "./evaluator/compile.ts"
export { RulesRefused } from "./evaluator/compile-error.ts"
export type { ColumnNeed } from "./evaluator/compile-uses.ts"
export type { BoundCriterion, BoundLine, BoundSet } from "./evaluator/kernels-bound.ts"
export { type ColumnSource, columnKey, type Held, inputColumn } from "./rules/leaf-key.ts"
export {
  type Acting,
  dayInVietnam,
  isInScope,
  officeWords,
  stateWords,
  type Step,
  stepRefusal
} from "./observations/workflow-judging.ts"
export { Recognition } from "./recognitions/recognition.ts"
export { Recognitions } from "./recognitions/recognitions.ts"
export { Target } from "./targets/target.ts"
export { countedOf, isLeftOut, unitsCounted } from "./targets/counting.ts"
export { type TargetActual, targetFaults, type TargetStanding, targetStanding } from "./targets/target-standing.ts"
export { Targets } from "./targets/targets.ts"
export {
  type HeldBefore,
  type HeldRecognition,
  recognitionsOn,
  type Restoration
} from "./recognitions/recognitions-follow.ts"
export { type Ladder, lowestOn, rankOn, tierOrder } from "./sets/tier-order.ts"
export { Amendment, AmendmentChange } from "./sets/amendment.ts"
export { checkSet, type SetProblem } from "./sets/check-set.ts"
export { CriteriaSet, GrantGate, RegionOverride, SetInput } from "./sets/criteria-set.ts"
export { Better, Confidence, Criterion, Indicator, IndicatorVersion } from "./sets/indicator.ts"
export { localSet, type LocalDecision, standsIn } from "./sets/local-set.ts"
export { betterOf, conditionsWithin, partsOf, type RuleParts } from "./rules/rule-parts.ts"
export { indicatorOf, setOn } from "./sets/set-on.ts"
export { checkLinks } from "./sets/check-set-links.ts"
export { type Looser, stricter, stricterRule, type Strictness } from "./sets/stricter.ts"
export { keepAssessed, type LiveAssessment, type VerdictChange } from "./evaluator/assess-live.ts"
export { type Change as ColumnChange, overlaid, picked } from "./evaluator/columns-change.ts"
export { type Grouping, oneGroup, type SetTally, type Tally, tallyOf } from "./evaluator/rollup-tallies.ts"
export { whatIf } from "./evaluator/what-if.ts"
export { explain } from "./evaluator/explain.ts"
export {
  AppliedThreshold,
  ExplainedValue,
  Gap,
  LineExplanation,
  RuleExplanation,
  SetExplanation
} from "./evaluator/explanation.ts"
export { comparisonWords, conditionWords, verdictWords } from "./evaluator/explain-words.ts"
export {
  type ComparedLine,
  type DifferenceKind,
  differences,
  type PairedLines,
  type SetDifferences
} from "./sets/differences.ts"
export { type Below, leastBelow, shareBelow, type TitlesBelow } from "./evaluator/columns-below.ts"
export { overYears, yearsOfWindow } from "./evaluator/columns-window.ts"
export {
  type Band,
  bandsIn,
  communeBands,
  type CriterionCounts,
  distribution,
  mostMissing,
  type RollUp,
  rollUp,
  type VerdictCounts
} from "./evaluator/rollup.ts"
export { compareSets, type PairedLine, type SetComparison, type SetSwitch } from "./evaluator/rollup-compare.ts"
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
} from "./evaluator/rollup-units.ts"
export { carryOf } from "./sets/carry.ts"
export type { Telling } from "./judging/carried.ts"
export { fallsOf, type TierFall } from "./judging/falls.ts"
export {
  type FrameCriterion,
  type FramedCriterion,
  type FramedUnit,
  type FrameReplacement,
  frameReplacementOf
} from "./judging/frame.ts"
export { inputOf, inputsOf } from "./judging/inputs.ts"
export { judgeUnits } from "./judging/judging.ts"
export type { Judged, JudgedGroup } from "./judging/judged.ts"
export { type Known, knownOf, type Values } from "./judging/known.ts"
export { bandsOf, changesOf, debtOf, nearestOf, rollUpOf } from "./judging/group-standing.ts"
export { holdersOf, isToRestore, reaches, type TierHolders } from "./judging/holders.ts"
export { type Place as JudgedPlace, placesOf } from "./judging/places.ts"
export {
  type AddedLine,
  type NamedLine,
  type ReplacedLine,
  type ReplacedUnit,
  type Replacement,
  replacementOf
} from "./judging/replacement.ts"
export { isFrame, scopeProblem, setOfTier, setsOf, unitsUnder } from "./judging/scope.ts"
export { isJudgedBy } from "./judging/taking-part.ts"
export { proofAnnex } from "./proof/annex.ts"
export { annexDocument, type AnnexDocument, type AnnexField, annexName, type AnnexSet } from "./proof/annex-document.ts"
export type { AnnexGroup, AnnexLine } from "./proof/annex-lines.ts"
export { words as annexWords } from "./proof/annex-words.ts"
export { canonicalJson, saysTwice } from "./proof/canonical.ts"
export { type Disagreement, differences as differencesIn, differing } from "./proof/disagreement.ts"
export { formulaOf, thresholdRowsOf } from "./proof/formula.ts"
export { Seal, sealOf } from "./proof/seal.ts"
export { sha256 } from "./proof/sha256.ts"
export type { ProofSource } from "./proof/proof-values.ts"
export type { VerdictProof } from "./proof/proof.ts"
export { prove } from "./proof/prove.ts"
export {
  formDisagreements,
  sealDisagreements,
  type Verification,
  verifyProof,
  verifyProofText
} from "./proof/verify.ts"
export { judgedFrom } from "./movement/judged-from.ts"
export { effectOn, type NumberStep, stepsOf } from "./movement/effect.ts"
export { type MovedNumber, movement, type Movement, type UnitMove } from "./movement/movement.ts"
export {
  type AsKnownOn,
  causeWords,
  MovementCause,
  orderWords,
  type Standpoint,
  standpointsOf
} from "./movement/standpoint.ts"
