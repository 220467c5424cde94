import type { CriteriaSetId, InputKey, Tier, Verdict } from "../../criteria/index.ts"
import type { DocumentId } from "../../documents/index.ts"
import type { FundingSourceKey } from "../../funding/index.ts"
import type { EntryCount } from "../../inventory/index.ts"
import type { UnitId } from "../../units/index.ts"
import type { Bilingual, Day, Dong } from "../../values/index.ts"
import type { BatchId } from "../../works/index.ts"

/**
 * What closing conditions look at, on the day asked and as known at the moment asked: ports stay outside.
 *
 * **Details** Null is "not known", which never closes anything.
 */
export interface ClosingFacts {
  readonly money: (
    unit: UnitId,
    source: FundingSourceKey,
    year: number,
    by: Day
  ) => { readonly allocated: Dong; readonly disbursed: Dong } | null
  readonly overdueDebt: (unit: UnitId) => Dong | null
  readonly batch: (batch: BatchId) => { readonly works: number; readonly handedOver: number } | null
  /** Of the set as a whole where `criterion` is null. */
  readonly verdict: (unit: UnitId, set: CriteriaSetId, criterion: number | null) => Verdict | null
  readonly holds: (unit: UnitId, tier: Tier) => boolean | null
  readonly states: (document: DocumentId, figure: string) => boolean
  readonly approvals: (unit: UnitId, input: InputKey) => { readonly reported: number; readonly approved: number } | null
  /** Entries of a register in a unit and everything below it; see `countIn`. */
  readonly registered: (unit: UnitId, asked: EntryCount) => number | null
}

/** Whether a condition holds, how it stands and what is wanted, as numbers and as a sentence. */
export interface ConditionOutcome {
  readonly holds: boolean
  /** Null: not known. */
  readonly now: number | null
  readonly wanted: number
  readonly sentence: Bilingual
}
