import { formatDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { motionOf, type Press, typed } from "../parts/press.ts"
import { keepInView, type Motion, move, scroll } from "../parts/window.ts"
import type { AssessState, CardView, Frame, TrialForm } from "./assess-state.ts"
import { inputsOf } from "./card-rows.ts"
import { cardHeight, chosenLine, isAttested, pageLength, type ShownCard, shownCard } from "./card-shown.ts"
import { inEntry, openEntry } from "./entry-step.ts"
import { readValue } from "./value-text.ts"

export const settleCard = (assess: AssessState, view: CardView, frame: Frame): AssessState => {
  const shown = shownCard(assess, view)
  if (shown === undefined) return assess
  const { cursor, rows } = shown
  const { top } = keepInView({ cursor, top: view.top }, rows.length, cardHeight(frame))
  const page = view.page === null ? null : Math.min(view.page, Math.max(0, pageLength(shown, frame) - frame.height))
  return { ...assess, view: { ...view, top, page } }
}

const said = (assess: AssessState, vi: string, en: string): AssessState => ({
  ...assess,
  said: { text: both(vi, en), tone: "warn" }
})

const typeTrial = (assess: AssessState, view: CardView, shown: ShownCard): AssessState => {
  const line = chosenLine(shown)
  const inputs = line === undefined ? [] : inputsOf(shown.base, line.line)
  return inputs.length === 0
    ? said(assess, "Dòng này không dựa trên số liệu báo cáo nào", "This line rests on no reported value")
    : { ...assess, view: { ...view, typing: { inputs, which: 0, text: "", problem: null } } }
}

const tryOut = (assess: AssessState, view: CardView, form: TrialForm, shown: ShownCard): AssessState => {
  const line = chosenLine(shown)
  const input = form.inputs[form.which]
  if (line === undefined || input === undefined) return { ...assess, view: { ...view, typing: null } }
  const value =
    form.text.trim() === "-" ? Result.succeed(null) : readValue(form.text, isAttested(shown.base, line, input))
  if (Result.isFailure(value)) return { ...assess, view: { ...view, typing: { ...form, problem: value.failure } } }
  const trials = [...view.trials.filter((trial) => trial.input !== input), { input, value: value.success }]
  return { ...assess, view: { ...view, at: line.key, trials, typing: null } }
}

const inTyping = (
  assess: AssessState,
  view: CardView,
  form: TrialForm,
  shown: ShownCard,
  press: Press
): AssessState => {
  const text = typed(form.text, press)
  if (text !== undefined) return { ...assess, view: { ...view, typing: { ...form, text, problem: null } } }
  const count = form.inputs.length
  switch (press._tag === "Key" ? press.key : "") {
    case "enter":
      return tryOut(assess, view, form, shown)
    case "escape":
      return { ...assess, view: { ...view, typing: null } }
    case "up":
    case "left":
      return { ...assess, view: { ...view, typing: { ...form, which: (form.which + count - 1) % count } } }
    case "down":
    case "right":
      return { ...assess, view: { ...view, typing: { ...form, which: (form.which + 1) % count } } }
    default:
      return assess
  }
}

const inPage = (assess: AssessState, view: CardView, page: number, shown: ShownCard, press: Press, frame: Frame) => {
  const motion = motionOf(press)
  if (motion !== undefined)
    return { ...assess, view: { ...view, page: scroll(page, motion, pageLength(shown, frame), frame.height) } }
  const closes = press._tag === "Typed" ? press.text === "q" : ["escape", "enter", "left"].includes(press.key)
  return closes ? { ...assess, view: { ...view, page: null } } : assess
}

const moveRow = (assess: AssessState, view: CardView, shown: ShownCard, motion: Motion, frame: Frame): AssessState => {
  const window = move({ cursor: shown.cursor, top: view.top }, motion, shown.rows.length, cardHeight(frame))
  return { ...assess, view: { ...view, at: shown.rows[window.cursor]?.key ?? view.at, top: window.top } }
}

const fold = (assess: AssessState, view: CardView, { rows, cursor }: ShownCard, opens: boolean): AssessState => {
  const row = rows[cursor]
  if (row === undefined) return assess
  const { id } = row.assessed.set
  const before = new Set(rows.flatMap((one) => (one._tag === "Set" && one.open ? [one.assessed.set.id] : [])))
  if (opens) return row._tag === "Set" ? { ...assess, view: { ...view, at: row.key, open: before.add(id) } } : assess
  before.delete(id)
  // First up to the heading, then the heading closes.
  return row._tag === "Set"
    ? { ...assess, view: { ...view, at: row.key, open: before } }
    : { ...assess, view: { ...view, at: `${id} set` } }
}

const home = (assess: AssessState): AssessState => ({ ...assess, view: { _tag: "Map" } })

/** A unit's scorecard after a press. */
export const inCard = (assess: AssessState, view: CardView, press: Press, frame: Frame): AssessState => {
  const shown = shownCard(assess, view)
  const pressed = press._tag === "Typed" ? press.text : press.key
  if (shown === undefined) return pressed === "escape" || pressed === "q" ? home(assess) : assess
  if (view.entry !== null) return inEntry(assess, view, view.entry, press)
  if (view.typing !== null) return inTyping(assess, view, view.typing, shown, press)
  if (view.page !== null) return inPage(assess, view, view.page, shown, press, frame)
  const motion = motionOf(press)
  if (motion !== undefined) return moveRow(assess, view, shown, motion, frame)
  const row = shown.rows[shown.cursor]
  switch (pressed) {
    case "right":
    case "left":
      return fold(assess, view, shown, pressed === "right")
    case "enter":
      return row === undefined ? assess : { ...assess, view: { ...view, at: row.key, page: 0 } }
    case "x":
      return { ...assess, view: { ...view, at: row?.key ?? view.at, failing: !view.failing } }
    case "e":
      return openEntry(assess, view, shown, assess.spot === null ? "" : formatDay(assess.spot.day))
    case "w":
      return typeTrial(assess, view, shown)
    case "escape":
      return view.trials.length > 0 ? { ...assess, view: { ...view, trials: [] } } : home(assess)
    case "q":
      return home(assess)
    default:
      return assess
  }
}
