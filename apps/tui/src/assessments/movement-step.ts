import { Day, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { motionOf, type Press, typed } from "../parts/press.ts"
import { scroll } from "../parts/window.ts"
import type { AssessState, Frame, ViewOf } from "./assess-state.ts"
import { movementPage } from "./movement-page.ts"

const home = (assess: AssessState): AssessState => ({ ...assess, view: { _tag: "Map" } })

/** Why numbers moved, from the end of the year before the day of the heat map on. */
export const openMovement = (assess: AssessState): AssessState => {
  if (assess.spot === null) return assess
  const from = Day.make(`${Number(assess.spot.day.slice(0, 4)) - 1}-12-31`)
  return { ...assess, view: { _tag: "Movement", from, text: null, problem: null, top: 0 } }
}

const inDay = (assess: AssessState, view: ViewOf<"Movement">, text: string, press: Press): AssessState => {
  const next = typed(text, press)
  if (next !== undefined) return { ...assess, view: { ...view, text: next, problem: null } }
  if (press._tag !== "Key") return assess
  if (press.key === "escape") return { ...assess, view: { ...view, text: null, problem: null } }
  if (press.key !== "enter") return assess
  const day = parseDay(text)
  return Result.isFailure(day)
    ? { ...assess, view: { ...view, problem: day.failure.sentence } }
    : { ...assess, view: { _tag: "Movement", from: day.success, text: null, problem: null, top: 0 } }
}

/** The page of a movement after a press: it scrolls, d types another first day, Esc goes back. */
export const inMovement = (assess: AssessState, view: ViewOf<"Movement">, press: Press, frame: Frame): AssessState => {
  if (view.text !== null) return inDay(assess, view, view.text, press)
  const motion = motionOf(press)
  if (motion !== undefined) {
    const count = movementPage(assess, view, frame).length
    return { ...assess, view: { ...view, top: scroll(view.top, motion, count, frame.height) } }
  }
  if (press._tag === "Typed")
    return press.text === "d"
      ? { ...assess, view: { ...view, text: "", problem: null } }
      : press.text === "m" || press.text === "q"
        ? home(assess)
        : assess
  return press.key === "escape" || press.key === "left" || press.key === "enter" ? home(assess) : assess
}
