import { detailLines } from "../parts/detail.ts"
import type { Line } from "../parts/line.ts"
import { helpLines } from "./keys-help.ts"
import { innerWidth, openList, placeOf, planOf, roomOf, type State } from "./state.ts"

/** The page that lies over the list, whole: the detail of the chosen row, or the keys. Empty while there is none. */
export const overlayLines = (state: State): ReadonlyArray<Line> => {
  const plan = planOf(state)
  if (state.mode._tag === "Help") return helpLines(roomOf(state), state.lang, innerWidth(state))
  if (state.mode._tag !== "Detail" || plan === null) return []
  return detailLines(openList(state, plan).detail(placeOf(state).cursor), innerWidth(state))
}
