import { keyMotion, motionOf, type Press, typed } from "../parts/press.ts"
import { move, scroll } from "../parts/window.ts"
import { goToPlace } from "./assess-arriving.ts"
import { choicesHere, goToTyped } from "./assess-going.ts"
import { type AssessState, type Frame, type ViewOf } from "./assess-state.ts"
import { inCard, settleCard } from "./card-step.ts"
import { chooserHeight, placesOf } from "./chooser-lines.ts"
import { inGrid } from "./grid-step.ts"
import { chooseSet, inFilter, inMatrix, settleMatrix } from "./matrix-step.ts"
import { movementPage } from "./movement-page.ts"
import { inMovement } from "./movement-step.ts"
import { inReplacement, settleReplacement } from "./replacement-step.ts"
import { summaryPage } from "./summary-lines.ts"
import { targetPage, targetsHeight, targetsOf } from "./targets-list.ts"

const home = (assess: AssessState): AssessState => ({ ...assess, view: { _tag: "Map" } })
const closes = (press: Press): boolean =>
  press._tag === "Typed" ? press.text === "q" : press.key === "escape" || press.key === "left"

const inDay = (assess: AssessState, view: ViewOf<"Day">, press: Press): AssessState => {
  const text = typed(view.text, press)
  if (text !== undefined) return { ...assess, view: { _tag: "Day", text, problem: null } }
  if (press._tag === "Key" && press.key === "enter") return goToTyped(assess, view.text)
  return press._tag === "Key" && press.key === "escape" ? home(assess) : assess
}

const inSets = (assess: AssessState, view: ViewOf<"Sets">, press: Press, frame: Frame): AssessState => {
  const choices = choicesHere(assess)
  const motion = motionOf(press)
  if (motion !== undefined)
    return {
      ...assess,
      view: { ...view, window: move(view.window, motion, choices.length, chooserHeight(frame)) }
    }
  const set = choices[view.window.cursor]
  if (press._tag === "Key" && press.key === "enter" && set !== undefined) return chooseSet(assess, set.asked)
  return closes(press) || (press._tag === "Typed" && press.text === "s") ? home(assess) : assess
}

const inPlaces = (assess: AssessState, view: ViewOf<"Places">, press: Press, frame: Frame): AssessState => {
  const query = typed(view.query, press)
  if (query !== undefined) return { ...assess, view: { ...view, query, window: { cursor: 0, top: 0 } } }
  const read = placesOf(assess, view)
  const items = read?._tag === "Places" ? read.items : []
  const motion = keyMotion(press)
  if (motion !== undefined)
    return { ...assess, view: { ...view, window: move(view.window, motion, items.length, chooserHeight(frame)) } }
  if (press._tag !== "Key") return assess
  if (press.key === "escape") return home(assess)
  const unit = items[view.window.cursor]
  // What an older text found is not what was meant.
  const meant = view.shown === view.query.trim() ? unit : undefined
  return press.key === "enter" && meant !== undefined ? goToPlace(assess, meant) : assess
}

const inSummary = (assess: AssessState, view: ViewOf<"Summary">, press: Press, frame: Frame): AssessState => {
  const motion = motionOf(press)
  if (motion === undefined)
    return closes(press) || (press._tag === "Typed" ? press.text === "i" : press.key === "enter")
      ? home(assess)
      : assess
  const count = summaryPage(assess, frame).length
  return { ...assess, view: { ...view, top: scroll(view.top, motion, count, frame.height) } }
}

const inTargets = (
  assess: AssessState,
  view: ViewOf<"Targets">,
  press: Press,
  document: string | null,
  frame: Frame
): AssessState => {
  const read = targetsOf(assess, document)
  const items = read?._tag === "Targets" ? read.items : []
  const motion = motionOf(press)
  const chosen = items[view.window.cursor]
  if (view.open !== null) {
    const count = chosen === undefined ? 0 : targetPage(chosen, frame).length
    if (motion !== undefined)
      return { ...assess, view: { ...view, open: scroll(view.open, motion, count, frame.height) } }
    const shuts = closes(press) || (press._tag === "Key" && press.key === "enter")
    return shuts ? { ...assess, view: { ...view, open: null } } : assess
  }
  if (motion !== undefined)
    return { ...assess, view: { ...view, window: move(view.window, motion, items.length, targetsHeight(frame)) } }
  if (press._tag === "Key" && press.key === "enter" && chosen !== undefined)
    return { ...assess, view: { ...view, open: 0 } }
  return closes(press) || (press._tag === "Typed" && press.text === "t") ? home(assess) : assess
}

const stepped = (assess: AssessState, press: Press, document: string | null, frame: Frame): AssessState => {
  const { view } = assess
  switch (view._tag) {
    case "Map":
      return inMatrix(assess, press, frame)
    case "Filter":
      return inFilter(assess, press, frame)
    case "Day":
      return inDay(assess, view, press)
    case "Sets":
      return inSets(assess, view, press, frame)
    case "Places":
      return inPlaces(assess, view, press, frame)
    case "Summary":
      return inSummary(assess, view, press, frame)
    case "Movement":
      return inMovement(assess, view, press, frame)
    case "Replacement":
      return inReplacement(assess, view, press, frame)
    case "Targets":
      return inTargets(assess, view, press, document, frame)
    case "Card":
      return inCard(assess, view, press, frame)
    case "Grid":
      return inGrid(assess, view, press, frame)
  }
}

/** After an answer, or in another window: the cursor's row is on show, and no page stands below its end. */
export const settleAssess = (assess: AssessState, frame: Frame): AssessState => {
  const settled = settleMatrix(assess, frame)
  const { view } = settled
  if (view._tag === "Card") return settleCard(settled, view, frame)
  if (view._tag === "Replacement") return settleReplacement(settled, view, frame)
  if (view._tag !== "Summary" && view._tag !== "Movement") return settled
  const page = view._tag === "Summary" ? summaryPage(settled, frame) : movementPage(settled, view, frame)
  const last = Math.max(0, page.length - frame.height)
  return { ...settled, view: { ...view, top: Math.min(view.top, last) } }
}

/** The tab after a press. Turning tabs, the language, help and leaving are the shell's. */
export const stepAssess = (before: AssessState, press: Press, document: string | null, frame: Frame): AssessState =>
  settleAssess(stepped(before.said === null ? before : { ...before, said: null }, press, document, frame), frame)
