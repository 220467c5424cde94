import { type Day, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { keyMotion, motionOf, type Press, typed } from "../parts/press.ts"
import { keepInView, type Motion, move, scroll } from "../parts/window.ts"
import type { Desk, DeskKind, Leads } from "./desk.ts"
import { deskPage } from "./desk-lines.ts"
import {
  cursorOf,
  type DeskState,
  type DeskView,
  type Frame,
  listHeight,
  movesOf,
  pageRead,
  type PageView,
  rowsOf
} from "./desk-state.ts"
import { inMoving } from "./moving-step.ts"

const nothing = both("Không có việc gì ghi được ở đây", "There is nothing to record here")

type ViewOf<K extends DeskKind, Tag extends DeskView<K>["_tag"]> = Extract<DeskView<K>, { readonly _tag: Tag }>

/** Asks for another list; what is on show stays until it comes. */
const goTo = <K extends DeskKind>(state: DeskState<K>, spot: K["spot"]): DeskState<K> => ({
  ...state,
  spot,
  turn: state.turn + 1,
  top: 0
})

/** The same list as of another day. */
export const deskOn = <K extends DeskKind>(state: DeskState<K>, asOf: Day | null): DeskState<K> =>
  state.spot.asOf === asOf ? state : goTo(state, { ...state.spot, asOf })

const home = <K extends DeskKind>(state: DeskState<K>): DeskState<K> => ({ ...state, view: { _tag: "List" } })

const openPage = <K extends DeskKind>(
  state: DeskState<K>,
  of: K["subject"],
  under: ReadonlyArray<K["subject"]> = []
): DeskState<K> => ({ ...state, view: { _tag: "Page", of, top: 0, under, moving: null } })

const led = <K extends DeskKind>(state: DeskState<K>, leads: Leads<K>): DeskState<K> =>
  leads._tag === "Spot" ? goTo({ ...home(state), query: "" }, leads.spot) : openPage(state, leads.of)

/** Another text is searched: among what was read, or by the server. */
const search = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>, query: string): DeskState<K> => {
  const next = { ...state, query, top: 0 }
  return desk.isSearchedHere(state.spot) ? next : goTo(next, { ...state.spot })
}

const moveRow = <K extends DeskKind>(
  desk: Desk<K>,
  state: DeskState<K>,
  motion: Motion,
  frame: Frame
): DeskState<K> => {
  const rows = rowsOf(desk, state)
  const window = { cursor: cursorOf<K>(rows, state), top: state.top }
  const { cursor, top } = move(window, motion, rows.length, listHeight(frame))
  return { ...state, at: rows[cursor]?.id ?? state.at, top }
}

const openRow = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>, by: number): DeskState<K> => {
  const rows = rowsOf(desk, state)
  const row = rows[cursorOf<K>(rows, state) + by]
  const leads = row === undefined ? null : desk.open(row, state.shown ?? state.spot)
  if (row === undefined || leads === null) return state
  return leads._tag === "Page" ? led({ ...state, at: row.id }, leads) : by === 0 ? led(state, leads) : state
}

/** What is searched is dropped first, then one narrowing after the other. */
const widen = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>): DeskState<K> => {
  if (state.query !== "") return search(desk, state, "")
  const spot = desk.widen(state.spot)
  return spot === null ? state : goTo(state, spot)
}

const inList = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>, press: Press, frame: Frame): DeskState<K> => {
  const motion = motionOf(press)
  if (motion !== undefined) return moveRow(desk, state, motion, frame)
  const key = press._tag === "Typed" ? press.text : press.key
  switch (key) {
    case "enter":
      return openRow(desk, state, 0)
    case "/":
      return { ...state, view: { _tag: "Search" } }
    case "escape":
    case "backspace":
      return widen(desk, state)
    default: {
      if (key === "d" || Object.hasOwn(desk.prompts, key))
        return { ...state, view: { _tag: "Ask", prompt: key, text: "", problem: null } }
      const spot = desk.turn(key, state.spot, state.list)
      return spot === undefined ? state : goTo(state, spot)
    }
  }
}

const inSearch = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>, press: Press, frame: Frame): DeskState<K> => {
  const query = typed(state.query, press)
  if (query !== undefined) return search(desk, state, query)
  const motion = keyMotion(press)
  if (motion !== undefined) return moveRow(desk, state, motion, frame)
  if (press._tag !== "Key") return state
  if (press.key === "enter") return home(state)
  if (press.key !== "escape") return state
  return state.query === "" ? home(state) : search(desk, home(state), "")
}

const readPrompt = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>, key: string, text: string) => {
  const prompt = desk.prompts[key]
  if (prompt !== undefined) return prompt.read(text, state.spot)
  const to = (spot: K["spot"]): Leads<K> => ({ _tag: "Spot", spot })
  return text === ""
    ? Result.succeed(to({ ...state.spot, asOf: null }))
    : Result.map(
        Result.mapError(parseDay(text), ({ sentence }) => sentence),
        (asOf) => to({ ...state.spot, asOf })
      )
}

const inAsk = <K extends DeskKind>(
  desk: Desk<K>,
  state: DeskState<K>,
  view: ViewOf<K, "Ask">,
  press: Press
): DeskState<K> => {
  const text = typed(view.text, press)
  if (text !== undefined) return { ...state, view: { ...view, text, problem: null } }
  if (press._tag !== "Key") return state
  if (press.key === "escape") return home(state)
  if (press.key !== "enter") return state
  const read = readPrompt(desk, state, view.prompt, view.text.trim())
  return Result.isFailure(read) ? { ...state, view: { ...view, problem: read.failure } } : led(state, read.success)
}

const inPage = <K extends DeskKind>(
  desk: Desk<K>,
  state: DeskState<K>,
  view: PageView<K>,
  press: Press,
  frame: Frame
): DeskState<K> => {
  const motion = motionOf(press)
  if (motion !== undefined) {
    const top = scroll(view.top, motion, deskPage(desk, state, frame).length, frame.height)
    return { ...state, view: { ...view, top } }
  }
  const key = press._tag === "Typed" ? press.text : press.key
  switch (key) {
    case "n":
      return view.under.length > 0 ? state : openRow(desk, state, 1)
    case "p":
      return view.under.length > 0 ? state : openRow(desk, state, -1)
    case "e":
      return movesOf(desk, state).length === 0
        ? pageRead(desk, state) === undefined
          ? state
          : { ...state, said: { text: nothing, tone: "warn" } }
        : { ...state, view: { ...view, moving: { _tag: "Menu", cursor: 0 } } }
    case "q":
    case "escape":
    case "backspace":
    case "enter":
    case "left": {
      const below = view.under.at(-1)
      return below === undefined ? home(state) : openPage(state, below, view.under.slice(0, -1))
    }
    default: {
      const to = desk.beyond(key, view.of, pageRead(desk, state))
      return to === undefined
        ? state
        : openPage(state, to, to._tag === view.of._tag ? view.under : [...view.under, view.of])
    }
  }
}

const stepped = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>, press: Press, frame: Frame): DeskState<K> => {
  const { view } = state
  switch (view._tag) {
    case "List":
      return inList(desk, state, press, frame)
    case "Search":
      return inSearch(desk, state, press, frame)
    case "Ask":
      return inAsk(desk, state, view, press)
    case "Page":
      return view.moving === null ? inPage(desk, state, view, press, frame) : inMoving(desk, state, view, press)
  }
}

/** After an answer, or in another window: the cursor's row is on show, and no page stands below its end. */
export const settleDesk = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>, frame: Frame): DeskState<K> => {
  const rows = rowsOf(desk, state)
  const window = { cursor: cursorOf<K>(rows, state), top: state.top }
  const settled = { ...state, top: keepInView(window, rows.length, listHeight(frame)).top }
  const { view } = settled
  if (view._tag !== "Page") return settled
  const last = Math.max(0, deskPage(desk, settled, frame).length - frame.height)
  return { ...settled, view: { ...view, top: Math.min(view.top, last) } }
}

/** The desk after a press. Turning tabs and desks, the language, help and leaving are the shell's. */
export const stepDesk = <K extends DeskKind>(
  desk: Desk<K>,
  before: DeskState<K>,
  press: Press,
  frame: Frame
): DeskState<K> =>
  settleDesk(desk, stepped(desk, before.said === null ? before : { ...before, said: null }, press, frame), frame)
