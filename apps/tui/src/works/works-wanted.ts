import type { WorksHint, WorksRead } from "./works-reads.ts"
import { goKey, isOnTheWay, openKey, summaryKey, workKey, type WorksState } from "./works-state.ts"

/** A search is sent when no letter came for so long; milliseconds. */
const SETTLED = 120

const room = "works"

/** The questions whose answers the tab needs now and does not have. */
export const worksWanted = (works: WorksState, hint: WorksHint): ReadonlyArray<WorksRead> => {
  const { answers, failed, opened, spot, turn, view } = works
  if (failed !== null) return []
  if (!opened) return [{ room, _tag: "Open", key: openKey(turn), hint }]
  const reads: Array<WorksRead> = []
  if (isOnTheWay(works)) {
    const after = view._tag === "Search" && spot.query !== "" ? SETTLED : 0
    reads.push({ room, _tag: "Go", key: goKey(turn), to: spot, after })
  }
  const { asOf, unit } = spot
  if (view._tag === "Work" && !answers.has(workKey(view.id, asOf)))
    reads.push({ room, _tag: "Work", key: workKey(view.id, asOf), id: view.id, asOf })
  if (view._tag === "Summary" && !answers.has(summaryKey(spot)))
    reads.push({ room, _tag: "Summary", key: summaryKey(spot), unit, asOf })
  return reads
}
