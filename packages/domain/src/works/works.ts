import { Context, type Effect } from "effect"
import type { Actor } from "../criteria/index.ts"
import type { WorkId } from "../funding/index.ts"
import type { UnitId } from "../units/index.ts"
import type { Moment } from "../values/index.ts"
import type { LandEvent, LandEventRecording, LandGift, LandGiftId, LandGiftRecording } from "./land.ts"
import type { WorksRefused } from "./refusal.ts"
import type { RestingWorks } from "./holdings.ts"
import type { WorksRules } from "./rules.ts"
import type { ReportId, ReportRecording, WorkReport } from "./report.ts"
import type { Batch, Work, WorkRecording } from "./work.ts"

/** Works of some units with everything that was ever said of them, in the order of recording. Read `bookOn` for a day. */
export interface WorksJournal {
  readonly batches: ReadonlyArray<Batch>
  readonly works: ReadonlyArray<Work & { readonly recordedAt: Moment }>
  readonly reports: ReadonlyArray<WorkReport>
  readonly gifts: ReadonlyArray<LandGift>
  readonly landEvents: ReadonlyArray<LandEvent>
}

export interface RecordedWorks<Id> {
  readonly ids: ReadonlyArray<Id>
  readonly recordedAt: Moment
}

/** The journal of works, append-only. Batches are written wholly or not at all: refused with every problem of every row. */
export class Works extends Context.Service<
  Works,
  {
    /** Null: of the whole country. */
    readonly journal: (units: ReadonlyArray<UnitId> | null) => Effect.Effect<WorksJournal>
    readonly approve: (
      batch: Batch,
      works: ReadonlyArray<WorkRecording>,
      actor: Actor
    ) => Effect.Effect<RecordedWorks<WorkId>, WorksRefused>
    readonly report: (
      reports: ReadonlyArray<ReportRecording>,
      actor: Actor
    ) => Effect.Effect<RecordedWorks<ReportId>, WorksRefused>
    readonly giveLand: (
      gifts: ReadonlyArray<LandGiftRecording>,
      actor: Actor
    ) => Effect.Effect<RecordedWorks<LandGiftId>, WorksRefused>
    readonly followLand: (
      events: ReadonlyArray<LandEventRecording>,
      actor: Actor
    ) => Effect.Effect<RecordedWorks<LandGiftId>, WorksRefused>
    /** How many works and gifts of land were put down for each unit that has any. */
    readonly resting: () => Effect.Effect<ReadonlyArray<RestingWorks>>
    /** What the programme holds works to, as loaded and as known at a moment; see `WorksRules`. Now for null. */
    readonly rules: (knownAt: Moment | null) => Effect.Effect<WorksRules>
    /** Another one as soon as anything was recorded; null while there is nothing. */
    readonly moment: () => Effect.Effect<Moment | null>
  }
>()("@ntm/domain/works/Works") {}
