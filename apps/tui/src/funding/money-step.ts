import { isDay } from "@ntm/domain/values"
import { keyMotion, motionOf, type Press, typed } from "../parts/press.ts"
import { keepInView, type Motion, move, scroll } from "../parts/window.ts"
import { goDown, goTo, goToTyped, goUp, nextStage, nextTier, stepYear } from "./money-going.ts"
import { moneyLayout } from "./money-layout.ts"
import { pageText } from "./money-page.ts"
import { rowCursor, sourceBeside, type TableRow, tableRows } from "./money-rows.ts"
import type { Frame, MoneyState, PageView, ViewOf } from "./money-state.ts"

const home = (money: MoneyState): MoneyState => ({ ...money, view: { _tag: "Table" } })

const moveRow = (money: MoneyState, motion: Motion, frame: Frame): MoneyState => {
  const rows = tableRows(money)
  const window = { cursor: rowCursor(money, rows), top: money.top }
  const { cursor, top } = move(window, motion, rows.length, moneyLayout(frame).rows)
  return { ...money, at: rows[cursor]?.key ?? money.at, top }
}

const chosenRow = (money: MoneyState): TableRow | undefined => {
  const rows = tableRows(money)
  return rows[rowCursor(money, rows)]
}

/** A page about the unit of the chosen row; about that of the table where the row is none. */
const openPage = (money: MoneyState, of: PageView["of"]): MoneyState => {
  const { pivot, spot } = money
  if (spot === null || pivot === null) return money
  const unit = chosenRow(money)?.row?.unit ?? pivot.pivot.unit
  // A code names a unit only on a day: one that stands no more is asked about on the last day of the boundaries.
  const ended = unit !== null && unit.validTo !== null && unit.validTo < pivot.asOf
  const asOf = ended && of === "entries" && isDay(pivot.boundaries) ? pivot.boundaries : null
  const at = { ...spot, unit: unit?.code ?? null, tier: of === "stages" ? pivot.pivot.tier : null }
  return { ...money, view: { _tag: "Page", of, spot: at, asOf, top: 0 } }
}

const enter = (money: MoneyState): MoneyState => {
  const row = chosenRow(money)?.row
  if (row?.kind === "unit" && row.unit !== null) return goDown(money, row.unit.code)
  return openPage(money, "entries")
}

/** Back to all rows, one narrowing after the other; then up to the table above. */
const back = (money: MoneyState): MoneyState =>
  money.query !== "" ? { ...money, query: "" } : money.doubted ? { ...money, doubted: false } : goUp(money)

const inTable = (money: MoneyState, press: Press, frame: Frame): MoneyState => {
  const motion = motionOf(press)
  if (motion !== undefined) return moveRow(money, motion, frame)
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "v":
      return { ...money, view: { _tag: "Printed" } }
    case "escape":
    case "backspace":
      return back(money)
  }
  if (money.pivot === null) return money
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "left":
      return { ...money, source: sourceBeside(money, -1) }
    case "right":
      return { ...money, source: sourceBeside(money, 1) }
    case "enter":
      return enter(money)
    case "[":
      return stepYear(money, -1)
    case "]":
      return stepYear(money, 1)
    case "s":
      return nextStage(money)
    case "c":
      return nextTier(money)
    case "d":
      return { ...money, view: { _tag: "Day", text: "", problem: null } }
    case "u":
      return { ...money, money: money.money === "triệu đồng" ? "tỷ đồng" : "triệu đồng" }
    case "x":
      return { ...money, doubted: !money.doubted, top: 0 }
    case "i":
      return openPage(money, "stages")
    case "e":
      return openPage(money, "entries")
    case "/":
      return { ...money, view: { _tag: "Filter" } }
    default:
      return money
  }
}

const inFilter = (money: MoneyState, press: Press, frame: Frame): MoneyState => {
  const query = typed(money.query, press)
  if (query !== undefined) {
    const found = { ...money, query, top: 0 }
    // What is looked for is what one wants to stand on, not the total above it.
    return { ...found, at: tableRows(found)[query === "" ? 0 : 1]?.key ?? found.at }
  }
  const motion = keyMotion(press)
  if (motion !== undefined) return moveRow(money, motion, frame)
  if (press._tag !== "Key") return money
  if (press.key === "enter") return home(money)
  return press.key === "escape" ? { ...home(money), query: "" } : money
}

const inDay = (money: MoneyState, view: ViewOf<"Day">, press: Press): MoneyState => {
  const text = typed(view.text, press)
  if (text !== undefined) return { ...money, view: { _tag: "Day", text, problem: null } }
  if (press._tag !== "Key") return money
  if (press.key === "enter")
    return view.text.trim() === "" ? goTo(home(money), { asOf: null }, money.at) : goToTyped(money, view.text)
  return press.key === "escape" ? home(money) : money
}

const inPage = (money: MoneyState, view: PageView, press: Press, frame: Frame): MoneyState => {
  const motion = motionOf(press)
  if (motion !== undefined)
    return {
      ...money,
      view: { ...view, top: scroll(view.top, motion, pageText(money, view, frame).length, frame.height) }
    }
  const letter = view.of === "stages" ? "i" : "e"
  if (press._tag === "Typed") return press.text === "q" || press.text === letter ? home(money) : money
  return ["escape", "enter", "backspace", "left"].includes(press.key) ? home(money) : money
}

const stepped = (money: MoneyState, press: Press, frame: Frame): MoneyState => {
  const { view } = money
  switch (view._tag) {
    case "Table":
      return inTable(money, press, frame)
    case "Filter":
      return inFilter(money, press, frame)
    case "Day":
      return inDay(money, view, press)
    case "Page":
      return inPage(money, view, press, frame)
    // The plan's own list: the shell moves it, and only leaving it is the tab's.
    case "Printed":
      return home(money)
  }
}

/** After an answer, or in another window: the cursor's row is on show, and no page stands below its end. */
export const settleMoney = (money: MoneyState, frame: Frame): MoneyState => {
  const rows = tableRows(money)
  const window = { cursor: rowCursor(money, rows), top: money.top }
  const settled = { ...money, top: keepInView(window, rows.length, moneyLayout(frame).rows).top }
  const { view } = settled
  if (view._tag !== "Page") return settled
  const last = Math.max(0, pageText(settled, view, frame).length - frame.height)
  return { ...settled, view: { ...view, top: Math.min(view.top, last) } }
}

/** The tab after a press. Turning tabs, the language, help and leaving are the shell's. */
export const stepMoney = (before: MoneyState, press: Press, frame: Frame): MoneyState =>
  settleMoney(stepped(before.said === null ? before : { ...before, said: null }, press, frame), frame)
