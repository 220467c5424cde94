import { keyMotion, motionOf, type Press, typed } from "../parts/press.ts"
import { keepInView, type Motion, move } from "../parts/window.ts"
import { choicesHere, goTo, stepDay, withAccept } from "./assess-going.ts"
import type { AssessState, Frame } from "./assess-state.ts"
import { cardOpened } from "./card-opened.ts"
import { openGrid } from "./grid-step.ts"
import { openMovement } from "./movement-step.ts"
import { openReplacement } from "./replacement-step.ts"
import { matrixLayout } from "./matrix-layout.ts"
import { chosenUnit, criteriaOf, matrixRows, rowCursor } from "./matrix-rows.ts"

const heightOf = (assess: AssessState, frame: Frame): number => matrixLayout(frame, criteriaOf(assess).length).rows

/** Pulls the window back over rows and columns that are there. */
export const settleMatrix = (assess: AssessState, frame: Frame): AssessState => {
  const rows = matrixRows(assess)
  const window = { cursor: rowCursor(assess, rows), top: assess.top }
  return {
    ...assess,
    column: Math.max(0, Math.min(assess.column, criteriaOf(assess).length - 1)),
    top: keepInView(window, rows.length, heightOf(assess, frame)).top
  }
}

const moveRow = (assess: AssessState, motion: Motion, frame: Frame): AssessState => {
  const rows = matrixRows(assess)
  const window = { cursor: rowCursor(assess, rows), top: assess.top }
  const { cursor, top } = move(window, motion, rows.length, heightOf(assess, frame))
  return { ...assess, at: rows[cursor]?.unit.id ?? assess.at, top }
}

const moveColumn = (assess: AssessState, by: number): AssessState => ({
  ...assess,
  column: Math.max(0, Math.min(assess.column + by, criteriaOf(assess).length - 1))
})

/** Only units that fail the chosen criterion, or all again. */
const toggleFailing = (assess: AssessState): AssessState => {
  const no = criteriaOf(assess)[assess.column]?.no ?? null
  return { ...assess, failing: assess.failing === no ? null : no, top: 0 }
}

const openCard = (assess: AssessState): AssessState => {
  const { matrix, view } = assess
  const row = chosenUnit(assess)
  return row === undefined || matrix === null || view._tag === "Card" ? assess : cardOpened(assess, row.unit)
}

const window = { cursor: 0, top: 0 }

/** Back to all units, one narrowing after the other. */
const widen = (assess: AssessState): AssessState =>
  assess.query === "" ? { ...assess, failing: null } : { ...assess, query: "" }

/** The heat map after a press. */
export const inMatrix = (assess: AssessState, press: Press, frame: Frame): AssessState => {
  const motion = motionOf(press)
  if (motion !== undefined) return moveRow(assess, motion, frame)
  const place: AssessState = { ...assess, view: { _tag: "Places", query: "", shown: null, window } }
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "p":
      return place
    case "left":
      return moveColumn(assess, -1)
    case "right":
      return moveColumn(assess, 1)
    case "[":
      return stepDay(assess, "back")
    case "]":
      return stepDay(assess, "on")
  }
  if (assess.matrix === null) return assess
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "enter":
      return openCard(assess)
    case "d":
      return { ...assess, view: { _tag: "Day", text: "", problem: null } }
    case "s": {
      const cursor = Math.max(
        0,
        choicesHere(assess).findIndex(({ asked }) => asked === assess.spot?.set)
      )
      return { ...assess, view: { _tag: "Sets", window: { cursor, top: 0 } } }
    }
    case "/":
      return { ...assess, view: { _tag: "Filter" } }
    case "x":
      return toggleFailing(assess)
    case "a":
      return withAccept(assess)
    case "e":
      return openGrid(assess)
    case "i":
      return { ...assess, view: { _tag: "Summary", top: 0 } }
    case "m":
      return openMovement(assess)
    case "b":
      return openReplacement(assess)
    case "t":
      return { ...assess, view: { _tag: "Targets", window, open: null } }
    case "escape":
      return widen(assess)
    default:
      return assess
  }
}

/** The filter of units after a press: Enter keeps it, Esc drops it. */
export const inFilter = (assess: AssessState, press: Press, frame: Frame): AssessState => {
  const query = typed(assess.query, press)
  if (query !== undefined) return { ...assess, query, top: 0 }
  const motion = keyMotion(press)
  if (motion !== undefined) return moveRow(assess, motion, frame)
  if (press._tag !== "Key") return assess
  if (press.key === "enter") return { ...assess, view: { _tag: "Map" } }
  return press.key === "escape" ? { ...assess, query: "", view: { _tag: "Map" } } : assess
}

/** Another set for the same place and day. */
export const chooseSet = (assess: AssessState, set: string): AssessState =>
  goTo({ ...assess, view: { _tag: "Map" } }, { set })
