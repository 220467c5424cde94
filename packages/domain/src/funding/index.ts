export { boundariesOf, calendarPercent, firstDayOf, lastDayOf } from "./budget-year.ts"
export type { OwnBudget, StageComparison, StageLine, YearLine } from "./comparison.ts"
export { checkEntries, type CheckedEntries, type CheckedEntry, type FundingChecking, sameness } from "./entry-checks.ts"
export { type AdjustedEntry, checkAdjustments, statedAlready } from "./entry-journal-checks.ts"
export { fundingHoldings } from "./holdings.ts"
export { fundingRefusalFor } from "./refusal-of.ts"
export { EntryRecording, FundingEntry, FundingEntryId, FundingEntryKind, Giver, Quantity, WorkId } from "./entry.ts"
export {
  type EntriesQuestion,
  Funding,
  type LateFunding,
  type LateQuestion,
  type RestingFunding,
  type TiersQuestion
} from "./funding.ts"
export { type PlacedRow, type PlacementPlan, placementOf, standInOn } from "./placement.ts"
export { endedUnits, lateFlags } from "./late.ts"
export { type PivotHead, pivotOf } from "./pivot-of.ts"
export { comparableTier, stageComparison, type StagesHead } from "./stage-comparison.ts"
export { isWithin, pathOf, sourceOf, sourcesBelow } from "./source-tree.ts"
export { highestTier, usualTier } from "./stated-tier.ts"
export { ownBudget, yearComparison } from "./year-comparison.ts"
export type { FundingFlag, FundingPivot, PivotCell, PivotRow } from "./pivot.ts"
export type { FundingAsOf, FundingSum, Placement, StatedTier, SumsQuestion } from "./pivot-question.ts"
export { FundingProblem, FundingProblemKind, FundingRefused } from "./refusal.ts"
export { grandTotal, type SourceShare, sourceShares, totalRow } from "./shares.ts"
export { type FundingSource, FundingSourceKey, fundingSources } from "./source.ts"
export { FundingStage, stageNames } from "./stage.ts"
export { FundingRow, FundingTable } from "./table.ts"
export { entriesOfTable, type TableEntries } from "./entries-of-table.ts"
export { HeadRow, placeOfRow, RowHolder, TableHead, type TablePlaces } from "./table-head.ts"
export { type RowSum, tableOfEntries } from "./table-of-entries.ts"
