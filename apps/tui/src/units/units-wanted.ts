import { rowsOf, provinceOf } from "./branches.ts"
import type { UnitRead } from "./unit-reads.ts"
import {
  belowKey,
  daysKey,
  type Frame,
  hasPanel,
  mapKey,
  pageOf,
  placeKey,
  searchKey,
  storyKey,
  type UnitsState
} from "./units-state.ts"

/** A search is sent when no letter came for so long, a map when the cursor stayed in the province; milliseconds. */
const SETTLED = { search: 120, map: 150 }

const room = "units"

/**
 * The questions whose answers the tab needs now and does not have.
 *
 * **Details** What is no longer among them is given up: an answer to an older text or day is never waited for.
 */
export const unitsWanted = (units: UnitsState, frame: Frame): ReadonlyArray<UnitRead> => {
  const { answers, day, going, turn, view, wide } = units
  const reads: Array<UnitRead> = []
  if (going !== null) reads.push({ room, _tag: "Place", key: placeKey(turn), day: going.day, from: going.from })
  const missing = (read: UnitRead) => {
    if (!answers.has(read.key)) reads.push(read)
  }
  missing({ room, _tag: "Days", key: daysKey })
  if (day === null) return reads
  const page = pageOf(units)
  if (page !== undefined) missing({ room, _tag: "Story", key: storyKey(page), code: page.code, day: page.day })
  if (view._tag === "Search") {
    const query = view.query.trim()
    const key = searchKey(query, day)
    if (query !== "") missing({ room, _tag: "Search", key, query, day, after: SETTLED.search })
  }
  const rows = rowsOf(units)
  for (const row of rows)
    if (row._tag === "Reading") missing({ room, _tag: "Below", key: belowKey(row.code, day), code: row.code, day })
  const showsTree = view._tag === "Tree" || view._tag === "Day"
  const province = showsTree && (wide || hasPanel(frame)) ? provinceOf(units, rows) : undefined
  if (province !== undefined) {
    const { code } = province
    missing({ room, _tag: "Map", key: mapKey(code, day), province: code, day, after: SETTLED.map })
  }
  return reads
}
