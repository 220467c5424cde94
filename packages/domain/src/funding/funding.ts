import { Context, type Effect } from "effect"
import type { Actor } from "../criteria/index.ts"
import type { DocumentId } from "../documents/index.ts"
import type { UnitId, UnitLevel } from "../units/index.ts"
import type { Day, Dong, Moment } from "../values/index.ts"
import type { EntryRecording, FundingEntry, FundingEntryId, WorkId } from "./entry.ts"
import type { FundingAsOf, FundingSum, StatedTier, SumsQuestion } from "./pivot-question.ts"
import type { FundingRefused } from "./refusal.ts"
import type { FundingSourceKey } from "./source.ts"
import type { FundingStage } from "./stage.ts"
import type { FundingTable } from "./table.ts"

/** Entries asked one by one; what is null does not narrow. */
export interface EntriesQuestion extends FundingAsOf {
  readonly units: ReadonlyArray<UnitId> | null
  readonly years: ReadonlyArray<number> | null
  readonly works: ReadonlyArray<WorkId> | null
  readonly stages?: ReadonlyArray<FundingStage> | null
  /** For reading long answers piece by piece: only entries recorded after this one, and at most so many. */
  readonly after?: FundingEntryId | null
  readonly limit?: number | null
}

/** At which tiers anything is stated: of units, and of some years only where they are told. */
export interface TiersQuestion extends FundingAsOf {
  readonly units: ReadonlyArray<UnitId>
  readonly years?: ReadonlyArray<number> | null
}

/** Units that ended, each with its last day along `units`, and which of their money is meant. */
export interface LateQuestion extends FundingAsOf {
  readonly units: ReadonlyArray<UnitId>
  readonly lastDays: ReadonlyArray<Day>
  readonly tier: UnitLevel
  readonly years: ReadonlyArray<number>
  readonly stages: ReadonlyArray<FundingStage>
}

/** Money recorded for a unit of a day on which it stood no more: an event came to be known afterwards. */
export interface LateFunding {
  readonly unit: UnitId
  readonly source: FundingSourceKey
  readonly amount: Dong
  readonly day: Day
}

/** Entries of a budget year that rest on a unit. */
export interface RestingFunding {
  readonly unit: UnitId
  readonly year: number
  readonly count: number
}

/** The journal of money, append-only, and the tables that documents publish out of it. Batches are written wholly or not at all. */
export class Funding extends Context.Service<
  Funding,
  {
    /** Tables of one document, or of all for null, put together again from the entries that were made of them. */
    readonly tables: (document: DocumentId | null) => Effect.Effect<ReadonlyArray<FundingTable>>
    /** Refused with every problem of every row; then nothing is written. */
    readonly record: (
      batch: ReadonlyArray<EntryRecording>,
      actor: Actor
    ) => Effect.Effect<{ readonly ids: ReadonlyArray<FundingEntryId>; readonly recordedAt: Moment }, FundingRefused>
    /** In one statement, whatever the number of units; only rows that have anything. */
    readonly sums: (question: SumsQuestion) => Effect.Effect<ReadonlyArray<FundingSum>>
    /** Tiers at which anything of these units is stated, with the totals: the newest year first. */
    readonly tiers: (question: TiersQuestion) => Effect.Effect<ReadonlyArray<StatedTier>>
    /** In the order of recording. */
    readonly entries: (question: EntriesQuestion) => Effect.Effect<ReadonlyArray<FundingEntry>>
    /** Money of units of a later day than their last: by unit and source, with the first such day. In one statement; none, most often. */
    readonly late: (question: LateQuestion) => Effect.Effect<ReadonlyArray<LateFunding>>
    /** What rests on these units: how many entries of each budget year. In one statement; only units that have any. */
    readonly resting: (
      question: FundingAsOf & { readonly units: ReadonlyArray<UnitId> }
    ) => Effect.Effect<ReadonlyArray<RestingFunding>>
    /** Another one as soon as anything was recorded: the moment of the last batch; null while there is none. */
    readonly moment: () => Effect.Effect<Moment | null>
  }
>()("@ntm/domain/funding/Funding") {}
