export { AttributeChange, UnitAttributeNames, UnitAttributes } from "./attributes.ts"
export { apply, undo } from "./reorganisation/applying.ts"
export { chronicleAt, inForceAt, type JournalEvent } from "./reorganisation/chronicle-at.ts"
export { Boundaries, type NewBoundaries, type RecordedBoundaries } from "./maps/boundaries.ts"
export { BoundaryImport, type Polygon, type Position, type Ring, UnitBoundary } from "./maps/boundary.ts"
export { centreOn } from "./maps/centre.ts"
export { type Chronicle, chronicleOf, eventOf, type Lineage, lineageOf } from "./chronicle.ts"
export { type RegisterPair, reorganisationFromRegisters } from "./reorganisation/derive.ts"
export { extentOn } from "./maps/extent.ts"
export { type GroundDay, groundDays } from "./maps/ground.ts"
export { type HistoryEntry, HistoryKind, historyOf } from "./history.ts"
export { boundariesFor, type KnownBoundaries, unitsBehind } from "./maps/known-ground.ts"
export { standingUnits, storyIn, wholeTree } from "./known-units.ts"
export { codeDigits, type LevelPeriod, levelPeriods, levelWords, rankOf } from "./levels.ts"
export { predecessorsOf, type Relative, relativesOn, successorsOf } from "./lineage.ts"
export { insteadOf, type NotStanding, notStanding, unitMeant } from "./not-standing.ts"
export { Plan } from "./reorganisation/plan.ts"
export { plan } from "./reorganisation/planning.ts"
export { type FieldChange, type PlanPreview, preview, type UnitEffect } from "./reorganisation/preview.ts"
export { groundMadeBy, nothingRecorded, type Recorded } from "./recorded.ts"
export { Refusal, RefusalKind, ReorganisationRefused } from "./reorganisation/refusal.ts"
export { Holding, HoldingFate, HoldingKind, type HoldingOutcome, Lot } from "./reorganisation/holding.ts"
export { outcomesOf } from "./reorganisation/holdings.ts"
export {
  ancestorsOn,
  childrenOn,
  countOn,
  descendantsOn,
  type Register,
  registerOf,
  standsOn,
  treeOn,
  unitByCode,
  unitOn,
  unitsOn,
  type UnitTree
} from "./register.ts"
export {
  Change,
  NewUnit,
  Piece,
  Reorganisation,
  ReorganisationDocument,
  Target,
  UnitRef
} from "./reorganisation/reorganisation.ts"
export {
  type AppliedReorganisation,
  type KnownRegister,
  type RecordedReorganisation,
  RegisterChanged,
  type RegisterSnapshot,
  ReorganisationNotFound,
  Reorganisations
} from "./reorganisation/reorganisations.ts"
export { type UnitHit, searchUnits, type UnitSearchOptions } from "./search/search.ts"
export { type UnitSearchEntry, unitSearchEntries } from "./search/search-entry.ts"
export { buildUnitSearch, type UnitSearchIndex } from "./search/search-index.ts"
export { type Interval, intervalOf, Share, shareOf, StatedShare } from "./share.ts"
export { Transfer } from "./transfer.ts"
export { LineageLink, Unit, UnitCode, UnitId, UnitLevel } from "./unit.ts"
export { UnitNotFound, Units, type UnitStory } from "./units.ts"
export { weightNames, weightOf, weightsOf } from "./unit-weights.ts"
export { StatedWeights, WeightName, Weights } from "./weights.ts"
export { type Answer, type Derived, type NoValue, NoValueKind, type Part, type Reported } from "./facts/answer.ts"
export { CarryRule } from "./facts/carry-rule.ts"
export { type Epoch, type EpochLink, epochOn, type Epochs, epochsOf } from "./facts/epochs.ts"
export { type Range } from "./facts/range.ts"
export { handedOn, reachedBy } from "./facts/reach.ts"
export { type Direction, type Reaggregation, reaggregation } from "./facts/reaggregation.ts"
export { reportDays } from "./facts/report-days.ts"
export { type Report } from "./facts/series.ts"
export { type AsAsked, unitsAs } from "./facts/units-as.ts"
