import { Sector } from "@ntm/domain/works"
import { parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { keyMotion, motionOf, type Press, typed } from "../parts/press.ts"
import { keepInView, type Motion, move, scroll } from "../parts/window.ts"
import { listHeight } from "./works-layout.ts"
import { worksPage } from "./works-page.ts"
import type { Sort, WorksSpot } from "./works-reads.ts"
import { cursorOf, type Frame, type ViewOf, type WorksState } from "./works-state.ts"
import { states } from "./works-words.ts"

/** Asks for another list; what is on show stays until it comes. */
const goTo = (works: WorksState, change: Partial<WorksSpot>): WorksState => ({
  ...works,
  spot: { ...works.spot, ...change },
  turn: works.turn + 1,
  top: 0
})

const home = (works: WorksState): WorksState => ({ ...works, view: { _tag: "List" } })

/** The next of some choices, after the last none of them. */
const next = <Choice>(choices: ReadonlyArray<Choice>, now: Choice | null): Choice | null =>
  now === null ? (choices[0] ?? null) : (choices[choices.indexOf(now) + 1] ?? null)

const sorts: ReadonlyArray<Sort> = ["late", "value", "name", "debt"]

const moveRow = (works: WorksState, motion: Motion, frame: Frame): WorksState => {
  const items = works.list?.items ?? []
  const { cursor, top } = move({ cursor: cursorOf(works), top: works.top }, motion, items.length, listHeight(frame))
  return { ...works, at: items[cursor]?.id ?? works.at, top }
}

/** Back to all works, one narrowing after the other. */
const widen = (works: WorksState): WorksState => {
  const { late, query, sector, state } = works.spot
  if (query !== "") return goTo(works, { query: "" })
  if (late) return goTo(works, { late: false })
  if (state !== null) return goTo(works, { state: null })
  return sector === null ? works : goTo(works, { sector: null })
}

const inList = (works: WorksState, press: Press, frame: Frame): WorksState => {
  const motion = motionOf(press)
  if (motion !== undefined) return moveRow(works, motion, frame)
  if (!works.opened) return works
  const { late, sector, sort, state } = works.spot
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "enter": {
      const id = works.list?.items[cursorOf(works)]?.id
      return id === undefined ? works : { ...works, at: id, view: { _tag: "Work", id, top: 0 } }
    }
    case "/":
      return { ...works, view: { _tag: "Search" } }
    case "d":
      return { ...works, view: { _tag: "Day", text: "", problem: null } }
    case "i":
      return { ...works, view: { _tag: "Summary", top: 0 } }
    case "f":
      return goTo(works, { sector: next(Sector.literals, sector) })
    case "t":
      return goTo(works, { state: next(states, state) })
    case "x":
      return goTo(works, { late: !late })
    case "o":
      return goTo(works, { sort: next(sorts, sort) ?? "late" })
    case "escape":
    case "backspace":
      return widen(works)
    default:
      return works
  }
}

const inSearch = (works: WorksState, press: Press, frame: Frame): WorksState => {
  const query = typed(works.spot.query, press)
  if (query !== undefined) return goTo(works, { query })
  const motion = keyMotion(press)
  if (motion !== undefined) return moveRow(works, motion, frame)
  if (press._tag !== "Key") return works
  if (press.key === "enter") return home(works)
  if (press.key !== "escape") return works
  return works.spot.query === "" ? home(works) : goTo(home(works), { query: "" })
}

const inDay = (works: WorksState, view: ViewOf<"Day">, press: Press): WorksState => {
  const text = typed(view.text, press)
  if (text !== undefined) return { ...works, view: { _tag: "Day", text, problem: null } }
  if (press._tag !== "Key") return works
  if (press.key === "escape") return home(works)
  if (press.key !== "enter") return works
  if (view.text.trim() === "") return goTo(home(works), { asOf: null })
  const day = parseDay(view.text)
  return Result.isFailure(day)
    ? { ...works, view: { ...view, problem: day.failure.sentence } }
    : goTo(home(works), { asOf: day.success })
}

/** A work's page leads to the works beside it in the list. */
const beside = (works: WorksState, by: -1 | 1): WorksState => {
  const id = works.list?.items[cursorOf(works) + by]?.id
  return id === undefined ? works : { ...works, at: id, view: { _tag: "Work", id, top: 0 } }
}

const inPage = (
  works: WorksState,
  view: ViewOf<"Summary"> | ViewOf<"Work">,
  press: Press,
  frame: Frame
): WorksState => {
  const motion = motionOf(press)
  if (motion !== undefined)
    return { ...works, view: { ...view, top: scroll(view.top, motion, worksPage(works, frame).length, frame.height) } }
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "n":
      return view._tag === "Work" ? beside(works, 1) : works
    case "p":
      return view._tag === "Work" ? beside(works, -1) : works
    case "i":
      return view._tag === "Summary" ? home(works) : works
    case "q":
    case "escape":
    case "backspace":
    case "enter":
    case "left":
      return home(works)
    default:
      return works
  }
}

const stepped = (works: WorksState, press: Press, frame: Frame): WorksState => {
  const { view } = works
  switch (view._tag) {
    case "List":
      return inList(works, press, frame)
    case "Search":
      return inSearch(works, press, frame)
    case "Day":
      return inDay(works, view, press)
    case "Work":
    case "Summary":
      return inPage(works, view, press, frame)
  }
}

/** After an answer, or in another window: the cursor's row is on show, and no page stands below its end. */
export const settleWorks = (works: WorksState, frame: Frame): WorksState => {
  const window = { cursor: cursorOf(works), top: works.top }
  const settled = { ...works, top: keepInView(window, works.list?.items.length ?? 0, listHeight(frame)).top }
  const { view } = settled
  if (view._tag !== "Work" && view._tag !== "Summary") return settled
  const last = Math.max(0, worksPage(settled, frame).length - frame.height)
  return { ...settled, view: { ...view, top: Math.min(view.top, last) } }
}

/** The tab after a press. Turning tabs, the language, help and leaving are the shell's. */
export const stepWorks = (before: WorksState, press: Press, frame: Frame): WorksState =>
  settleWorks(stepped(before.said === null ? before : { ...before, said: null }, press, frame), frame)
