import { both } from "../language/lang.ts"
import { motionOf, type Press } from "../parts/press.ts"
import { keepInView, move } from "../parts/window.ts"
import { choicesHere } from "./assess-going.ts"
import type { AssessState, Frame, ViewOf } from "./assess-state.ts"
import { cardOpened } from "./card-opened.ts"
import { replacementHeight, replacementRows } from "./replacement-page.ts"

const noOther = both("Không có bộ nào khác cho cùng cấp đơn vị", "There is no other set for units of this level")

/** The other sets of the level: first those of the same tier whose period begins later, the next one first. */
const candidates = (assess: AssessState): ReadonlyArray<string> => {
  const choices = choicesHere(assess)
  const from = choices.find(({ asked }) => asked === assess.spot?.set)?.used
  if (from === undefined) return []
  const others = choices.filter(({ asked, used }) => used.level === from.level && asked !== assess.spot?.set)
  const follows = ({ used }: (typeof others)[number]): boolean =>
    used.tier === from.tier && used.periodFrom > from.periodFrom
  return [
    ...others.filter(follows).toSorted((a, b) => a.used.periodFrom - b.used.periodFrom),
    ...others.filter((one) => !follows(one))
  ].map(({ asked }) => asked)
}

const replacing = (assess: AssessState, to: string): AssessState => ({
  ...assess,
  view: { _tag: "Replacement", to, window: { cursor: 0, top: 0 } }
})

/** The next period's set in the place of that of the heat map, else the first other one. */
export const openReplacement = (assess: AssessState): AssessState => {
  const [to] = candidates(assess)
  return to === undefined ? { ...assess, said: { text: noOther, tone: "warn" } } : replacing(assess, to)
}

const nextSet = (assess: AssessState, { to }: ViewOf<"Replacement">): AssessState => {
  const all = candidates(assess)
  return replacing(assess, all[(all.indexOf(to) + 1) % all.length] ?? to)
}

/** Pulls the window back over rows that are there. */
export const settleReplacement = (assess: AssessState, view: ViewOf<"Replacement">, frame: Frame): AssessState => {
  const count = replacementRows(assess, view, frame).length
  return { ...assess, view: { ...view, window: keepInView(view.window, count, replacementHeight(frame)) } }
}

/** The page after a press: Enter opens the unit's scorecard, b takes another set, Esc goes back. */
export const inReplacement = (
  assess: AssessState,
  view: ViewOf<"Replacement">,
  press: Press,
  frame: Frame
): AssessState => {
  const motion = motionOf(press)
  const rows = replacementRows(assess, view, frame)
  if (motion !== undefined)
    return { ...assess, view: { ...view, window: move(view.window, motion, rows.length, replacementHeight(frame)) } }
  const home: AssessState = { ...assess, view: { _tag: "Map" } }
  if (press._tag === "Typed") return press.text === "b" ? nextSet(assess, view) : press.text === "q" ? home : assess
  if (press.key === "escape" || press.key === "left") return home
  const unit = press.key === "enter" ? (rows[view.window.cursor]?.unit ?? null) : null
  return unit === null ? assess : cardOpened(assess, unit)
}
