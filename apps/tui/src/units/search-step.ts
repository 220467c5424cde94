import { keyMotion, type Press, typed } from "../parts/press.ts"
import { move } from "../parts/window.ts"
import { goToHit } from "./going.ts"
import { answered, type Frame, rowsHeight, searchKey, type UnitsState, type ViewOf } from "./units-state.ts"

const write = (units: UnitsState, view: ViewOf<"Search">, query: string): UnitsState => {
  const text = query.trim()
  const known = units.day !== null && answered(units, "Search", searchKey(text, units.day))?._tag === "Search"
  const shown = text === "" ? null : known ? text : view.shown
  return { ...units, view: { ...view, query, shown, hurried: false, window: { cursor: 0, top: 0 } } }
}

/** The search after a press: letters ask anew, Enter goes to the chosen unit, at once or as soon as it is found. */
export const inSearch = (units: UnitsState, view: ViewOf<"Search">, press: Press, frame: Frame): UnitsState => {
  const query = typed(view.query, press)
  if (query !== undefined) return write(units, view, query)
  if (press._tag === "Key" && press.key === "escape") return { ...units, view: { _tag: "Tree" } }
  const { day } = units
  const found = day === null || view.shown === null ? undefined : answered(units, "Search", searchKey(view.shown, day))
  const hits = found?._tag === "Search" ? found.hits : []
  const motion = keyMotion(press)
  if (motion !== undefined)
    return { ...units, view: { ...view, window: move(view.window, motion, hits.length, rowsHeight(frame)) } }
  if (press._tag !== "Key" || press.key !== "enter") return units
  // A hit of an older text is not what was meant.
  if (view.shown !== view.query.trim()) return { ...units, view: { ...view, hurried: view.query.trim() !== "" } }
  const hit = hits[view.window.cursor]
  return hit === undefined ? units : goToHit(units, hit)
}
