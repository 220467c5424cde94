import type { EntryRecording } from "@ntm/domain/funding"
import type { Batch, Work } from "@ntm/domain/works"
import type { PilotGift, PilotLandEvent } from "./works-land.ts"
import type { PilotReport } from "./works-reports.ts"

/** Works, what was told of them and their money. Numbers of works, reports and gifts count on from 1 within their lists. */
export interface PilotWorks {
  readonly batches: ReadonlyArray<Batch>
  readonly works: ReadonlyArray<Work>
  readonly reports: ReadonlyArray<PilotReport>
  readonly gifts: ReadonlyArray<PilotGift>
  readonly landEvents: ReadonlyArray<PilotLandEvent>
  readonly entries: ReadonlyArray<EntryRecording>
}

export const noWorks: PilotWorks = { batches: [], works: [], reports: [], gifts: [], landEvents: [], entries: [] }
