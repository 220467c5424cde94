import type { Scorecard } from "@ntm/contract"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { motionOf, type Press, typed } from "../parts/press.ts"
import { keepInView, type Motion, move, scroll } from "../parts/window.ts"
import { type AssessState, cardOf, type CardView, type Frame, type TrialForm } from "./assess-state.ts"
import { assessedUnder, type CardRow, cardRows, firstOfCriterion, inputsOf, type LineRow } from "./card-rows.ts"
import { criteriaOf } from "./matrix-rows.ts"
import { readValue } from "./value-text.ts"
import { whyLines } from "./why-lines.ts"

/** Lines of a card beside its rows: caption, what is held, titles, and two about the chosen row. */
const AROUND = { head: 3, foot: 2 }

export const cardHeight = ({ height }: Frame): number =>
  Math.max(1, height - AROUND.head - (height < 10 ? 1 : AROUND.foot))

/** A card as it is drawn: as tried out, once that was answered. */
export interface ShownCard {
  readonly card: Scorecard
  /** As it stands without what is tried. */
  readonly base: Scorecard
  readonly rows: ReadonlyArray<CardRow>
  readonly cursor: number
}

/** The card on show, and where its cursor stands; undefined while it is being read. */
export const shownCard = (assess: AssessState, view: CardView): ShownCard | undefined => {
  const base = cardOf(assess, view.code)
  if (base === undefined) return undefined
  const card = cardOf(assess, view.code, view.trials) ?? base
  const set = assess.matrix?.set.id ?? ""
  const first = (assessedUnder(card, set) ?? card.sets[0])?.set.id
  const open = view.open ?? new Set(first === undefined ? [] : [first])
  const rows = cardRows(card, open, view.failing)
  const at = view.at ?? firstOfCriterion(card, set, criteriaOf(assess)[assess.column]?.no ?? 0)
  const cursor = rows.findIndex(({ key }) => key === at)
  return { card, base, rows, cursor: Math.max(0, cursor) }
}

export const settleCard = (assess: AssessState, view: CardView, frame: Frame): AssessState => {
  const shown = shownCard(assess, view)
  if (shown === undefined) return assess
  const { cursor, rows } = shown
  const { top } = keepInView({ cursor, top: view.top }, rows.length, cardHeight(frame))
  const page = view.page === null ? null : Math.min(view.page, Math.max(0, pageLength(shown, frame) - frame.height))
  return { ...assess, view: { ...view, top, page } }
}

export const pageLength = ({ card, cursor, rows }: ShownCard, frame: Frame): number => {
  const row = rows[cursor]
  return row === undefined ? 0 : whyLines(card, row, frame).length
}

/** The line that the cursor stands on; on a criterion its first line. */
export const chosenLine = ({ cursor, rows }: ShownCard): LineRow | undefined => {
  const row = rows[cursor]
  const line = row?._tag === "Criterion" ? rows[cursor + 1] : row
  return line?._tag === "Line" ? line : undefined
}

export const isAttested = (card: Scorecard, line: LineRow, input: string): boolean =>
  line.detail?.measure === "attestation" ||
  (line.line.rule?.op === "attested" && inputsOf(card, line.line).includes(input))

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
