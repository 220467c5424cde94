import type { Press } from "../parts/press.ts"
import { typed } from "../parts/press.ts"
import { goToTyped } from "./going.ts"
import { inSearch } from "./search-step.ts"
import { inStory } from "./story-step.ts"
import { storyPart } from "./story-lines.ts"
import { inTree, settleTree } from "./tree-step.ts"
import { type Frame, pageOf, type UnitsState, type ViewOf } from "./units-state.ts"

const inDay = (units: UnitsState, view: ViewOf<"Day">, press: Press): UnitsState => {
  const text = typed(view.text, press)
  if (text !== undefined) return { ...units, view: { _tag: "Day", text, problem: null } }
  if (press._tag === "Key" && press.key === "enter") return goToTyped(units, view.text)
  return press._tag === "Key" && press.key === "escape" ? { ...units, view: { _tag: "Tree" } } : units
}

/** The tab after a press. Turning tabs, the language, help and leaving are the shell's. */
export const stepUnits = (before: UnitsState, press: Press, frame: Frame): UnitsState => {
  const units = before.said === null ? before : { ...before, said: null }
  const { view } = units
  switch (view._tag) {
    case "Tree":
      return settleTree(inTree(units, press, frame), frame)
    case "Day":
      return inDay(units, view, press)
    case "Search":
      return inSearch(units, view, press, frame)
    case "Story":
      return inStory(units, view, press, frame)
  }
}

/** After an answer, or in another window: the cursor's row is on show, and no page stands below its end. */
export const settleUnits = (units: UnitsState, frame: Frame): UnitsState => {
  const settled = settleTree(units, frame)
  const { view } = units
  const page = pageOf(units)
  const part = storyPart(units, frame)
  if (view._tag !== "Story" || page === undefined || part === undefined) return settled
  const top = Math.min(page.top, Math.max(0, part.count - frame.height))
  return { ...settled, view: { ...view, pages: [...view.pages.slice(0, -1), { ...page, top }] } }
}
