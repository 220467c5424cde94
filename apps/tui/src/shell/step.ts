import { keepInView, type Motion, move, scroll } from "../parts/window.ts"
import { overlayLines } from "./overlay.ts"
import type { Loaded } from "./plan.ts"
import { bodyHeight, listHeight, openList, type Place, placeOf, planOf, type State, type Tab, tabs } from "./state.ts"

export type Key = Motion | "left" | "right" | "enter" | "escape" | "tab" | "backTab" | "backspace"

export type Event =
  | { readonly _tag: "Key"; readonly key: Key }
  /** One typed letter. */
  | { readonly _tag: "Typed"; readonly text: string }
  | { readonly _tag: "Resized"; readonly columns: number; readonly rows: number }
  | { readonly _tag: "Loaded"; readonly loaded: Loaded }
  /** Time to ask again, since the server said that it is only starting. */
  | { readonly _tag: "ReadAgain" }

const motions: ReadonlySet<string> = new Set<Motion>(["up", "down", "pageUp", "pageDown", "home", "end"])
const isMotion = (key: Key): key is Motion => motions.has(key)

/** Letters that stand for motions where nothing is being typed. */
const typedMotion: Readonly<Record<string, Motion>> = { j: "down", k: "up", g: "home", G: "end", " ": "pageDown" }

const atPlace = (state: State, change: Partial<Place>): State => ({
  ...state,
  places: { ...state.places, [state.tab]: { ...placeOf(state), ...change } }
})

/** Pulls the window of the list on show back over rows that are there. */
const settle = (state: State): State => {
  const plan = planOf(state)
  if (plan === null) return state
  const list = openList(state, plan)
  const place = placeOf(state)
  return atPlace(state, {
    ...keepInView(place, list.count, listHeight(state, list)),
    column: Math.max(0, Math.min(place.column, list.columns - 1)),
    table: Math.max(0, Math.min(place.table, list.tables - 1))
  })
}

const turnTo = (state: State, tab: Tab): State => settle({ ...state, tab, mode: { _tag: "Browse" } })

const turnBy = (state: State, by: number): State =>
  turnTo(state, tabs[(tabs.indexOf(state.tab) + by + tabs.length) % tabs.length] ?? state.tab)

const moveRow = (state: State, motion: Motion): State => {
  const plan = planOf(state)
  if (plan === null) return state
  const list = openList(state, plan)
  return atPlace(state, move(placeOf(state), motion, list.count, listHeight(state, list)))
}

const search = (state: State, query: string): State => settle(atPlace(state, { query, cursor: 0, top: 0 }))

const scrollOverlay = (state: State, motion: Motion): State =>
  state.mode._tag === "Detail" || state.mode._tag === "Help"
    ? {
        ...state,
        mode: { ...state.mode, top: scroll(state.mode.top, motion, overlayLines(state).length, bodyHeight(state)) }
      }
    : state

/** After a resize the page is wrapped anew: no blank page below its end. */
const keepOverlay = (state: State): State => {
  if (state.mode._tag !== "Detail" && state.mode._tag !== "Help") return state
  const last = Math.max(0, overlayLines(state).length - bodyHeight(state))
  return { ...state, mode: { ...state.mode, top: Math.min(state.mode.top, last) } }
}

const readAgain = (state: State): State => (state.loading ? state : { ...state, loading: true, reads: state.reads + 1 })

const everywhere = (state: State, text: string): State => {
  switch (text) {
    case "l":
      return keepOverlay(settle({ ...state, lang: state.lang === "vi" ? "en" : "vi" }))
    case "r":
      return readAgain(state)
    case "?":
      return { ...state, mode: state.mode._tag === "Help" ? { _tag: "Browse" } : { _tag: "Help", top: 0 } }
    default:
      return state
  }
}

const typedInBrowse = (state: State, text: string): State => {
  if (text === "q") return { ...state, quit: true }
  const plan = planOf(state)
  if (plan === null) return everywhere(state, text)
  const tab = tabs[Number(text) - 1]
  if (tab !== undefined) return turnTo(state, tab)
  const motion = typedMotion[text]
  if (motion !== undefined) return moveRow(state, motion)
  if (text === "/") return { ...state, mode: { _tag: "Search" } }
  if (text === "t") return settle(atPlace(state, { table: (placeOf(state).table + 1) % openList(state, plan).tables }))
  return everywhere(state, text)
}

const keyInBrowse = (state: State, key: Key): State => {
  const plan = planOf(state)
  if (plan === null) return state
  if (isMotion(key)) return moveRow(state, key)
  switch (key) {
    case "left":
    case "right":
      return settle(atPlace(state, { column: placeOf(state).column + (key === "left" ? -1 : 1) }))
    case "tab":
      return turnBy(state, 1)
    case "backTab":
      return turnBy(state, -1)
    case "enter":
      return openList(state, plan).count === 0 ? state : { ...state, mode: { _tag: "Detail", top: 0 } }
    case "escape":
      return placeOf(state).query === "" ? state : search(state, "")
    case "backspace":
      return state
  }
}

const inSearch = (state: State, event: Extract<Event, { readonly _tag: "Key" | "Typed" }>): State => {
  const { query } = placeOf(state)
  if (event._tag === "Typed") return search(state, query + event.text)
  if (isMotion(event.key)) return moveRow(state, event.key)
  if (event.key === "backspace") return search(state, Array.from(query).slice(0, -1).join(""))
  if (event.key === "enter") return { ...state, mode: { _tag: "Browse" } }
  if (event.key === "escape") return search({ ...state, mode: { _tag: "Browse" } }, "")
  return state
}

const inOverlay = (state: State, event: Extract<Event, { readonly _tag: "Key" | "Typed" }>): State => {
  const close: State = { ...state, mode: { _tag: "Browse" } }
  if (event._tag === "Key") {
    if (isMotion(event.key)) return scrollOverlay(state, event.key)
    return event.key === "escape" || event.key === "enter" ? close : state
  }
  if (event.text === "q") return close
  const motion = typedMotion[event.text]
  if (motion !== undefined) return scrollOverlay(state, motion)
  const tab = tabs[Number(event.text) - 1]
  return tab === undefined || planOf(state) === null ? everywhere(state, event.text) : turnTo(state, tab)
}

/** The state after an event. The only place where the program decides anything; draws nothing, reads nothing. */
export const step = (state: State, event: Event): State => {
  switch (event._tag) {
    case "Resized":
      return keepOverlay(settle({ ...state, columns: event.columns, rows: event.rows }))
    case "Loaded": {
      // A detail pane would now be about another row, or about none.
      const mode: State["mode"] = state.mode._tag === "Detail" ? { _tag: "Browse" } : state.mode
      return settle({ ...state, mode, loaded: event.loaded, loading: false })
    }
    case "ReadAgain":
      return readAgain(state)
    case "Key":
    case "Typed":
      switch (state.mode._tag) {
        case "Browse":
          return event._tag === "Key" ? keyInBrowse(state, event.key) : typedInBrowse(state, event.text)
        case "Search":
          return inSearch(state, event)
        case "Detail":
        case "Help":
          return inOverlay(state, event)
      }
  }
}
