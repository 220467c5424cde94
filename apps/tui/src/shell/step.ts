import { type Key, keyMotion, motionOf, type Press, typed } from "../parts/press.ts"
import { showPrinted as showPrintedTasks, showTasks } from "../assignments/tasks-step.ts"
import { keepInView, type Motion, move, scroll } from "../parts/window.ts"
import { overlayLines } from "./overlay.ts"
import type { Loaded } from "./plan.ts"
import type { Reply } from "./reading.ts"
import { repliedToRoom, rooms } from "./rooms.ts"
import {
  bodyHeight,
  hasRooms,
  listHeight,
  listOf,
  openList,
  type Place,
  placeOf,
  planOf,
  roomOf,
  type State
} from "./state.ts"
import { taskRoomShown } from "./task-rooms.ts"
import { isRoom, isTaskRoom, type Room, type Tab, tabs, type TaskRoom, taskRooms } from "./tabs.ts"

export type Event =
  | Press
  | Reply
  | { readonly _tag: "Resized"; readonly columns: number; readonly rows: number }
  /** Time to ask again, since the server said that it is only starting. */
  | { readonly _tag: "ReadAgain" }

const atPlace = (state: State, change: Partial<Place>): State => ({
  ...state,
  places: { ...state.places, [listOf(state)]: { ...placeOf(state), ...change } }
})

/** Pulls the window of the list on show back over rows that are there. */
const settle = (state: State): State => {
  const room = roomOf(state)
  if (room !== null) return rooms[room].settle(state)
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

const readPlanAgain = (state: State): State =>
  state.loading ? state : { ...state, loading: true, reads: state.reads + 1 }

const readAgain = (state: State): State => {
  const room = roomOf(state)
  return room === null ? readPlanAgain(state) : rooms[room].readAgain(state)
}

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

/** From the printed tables of the plan back to the table of any source by any unit. */
const leavePrinted = (state: State): State => settle({ ...state, money: { ...state.money, view: { _tag: "Table" } } })

const typedInBrowse = (state: State, text: string): State => {
  if (text === "q") return { ...state, quit: true }
  if (text === "v" && state.tab === "funding") return leavePrinted(state)
  if ((text === "v" || text === "w") && state.tab === "assignments")
    return settle({ ...state, tasks: showTasks(state.tasks) })
  const plan = planOf(state)
  const tab = tabs[Number(text) - 1]
  if (tab !== undefined && isRoom(tab) && hasRooms(state)) return turnTo(state, tab)
  if (plan === null) return everywhere(state, text)
  if (tab !== undefined) return turnTo(state, tab)
  const motion = motionOf({ _tag: "Typed", text })
  if (motion !== undefined) return moveRow(state, motion)
  if (text === "/") return { ...state, mode: { _tag: "Search" } }
  if (text === "t") return settle(atPlace(state, { table: (placeOf(state).table + 1) % openList(state, plan).tables }))
  return everywhere(state, text)
}

const keyInBrowse = (state: State, key: Key): State => {
  const plan = planOf(state)
  if (plan === null) return state
  const motion = keyMotion({ _tag: "Key", key })
  if (motion !== undefined) return moveRow(state, motion)
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
      if (placeOf(state).query !== "") return search(state, "")
      return state.tab === "funding" ? leavePrinted(state) : state
    default:
      return state
  }
}

const inSearch = (state: State, press: Press): State => {
  const query = typed(placeOf(state).query, press)
  if (query !== undefined) return search(state, query)
  const motion = keyMotion(press)
  if (motion !== undefined) return moveRow(state, motion)
  if (press._tag === "Key" && press.key === "enter") return { ...state, mode: { _tag: "Browse" } }
  if (press._tag === "Key" && press.key === "escape") return search({ ...state, mode: { _tag: "Browse" } }, "")
  return state
}

const inOverlay = (state: State, press: Press): State => {
  const close: State = { ...state, mode: { _tag: "Browse" } }
  const motion = motionOf(press)
  if (motion !== undefined) return scrollOverlay(state, motion)
  if (press._tag === "Key") return press.key === "escape" || press.key === "enter" ? close : state
  if (press.text === "q") return close
  const tab = tabs[Number(press.text) - 1]
  return tab === undefined || planOf(state) === null ? everywhere(state, press.text) : turnTo(state, tab)
}

/** The next of the rooms that share the tab of assignments, around the ends. */
const turnTaskRoom = (state: State, room: TaskRoom, by: 1 | -1): State =>
  settle(
    taskRoomShown(state, room, taskRooms[(taskRooms.indexOf(room) + by + taskRooms.length) % taskRooms.length] ?? room)
  )

const showPrinted = (state: State): State => settle({ ...state, tasks: showPrintedTasks(state.tasks) })

/** Turning tabs, the language, reading again, help and leaving are as in every tab; all else is the room's own. */
const inRoom = (state: State, room: Room, press: Press): State => {
  const { isHome, isTyping, step } = rooms[room]
  const own = () => step(state, press)
  if (isTyping(state)) return own()
  if (press._tag === "Key")
    return press.key === "tab" ? turnBy(state, 1) : press.key === "backTab" ? turnBy(state, -1) : own()
  const tab = tabs[Number(press.text) - 1]
  if (tab !== undefined) return turnTo(state, tab)
  if (press.text === "q" && isHome(state)) return { ...state, quit: true }
  if (isTaskRoom(room) && isHome(state)) {
    if (press.text === "v") return showPrinted(state)
    if (press.text === "w") return turnTaskRoom(state, room, 1)
    if (press.text === "W") return turnTaskRoom(state, room, -1)
  }
  const shell = everywhere(state, press.text)
  return shell === state ? own() : shell
}

const planLoaded = (state: State, loaded: Loaded): State => {
  // A detail pane would now be about another row, or about none.
  const mode: State["mode"] = state.mode._tag === "Detail" ? { _tag: "Browse" } : state.mode
  return settle({ ...state, mode, loaded, loading: false })
}

/** The state after a question was carried out: it goes to the room that asked. */
const replied = (state: State, reply: Reply): State =>
  reply.room === "plan"
    ? planLoaded(state, reply._tag === "Failed" ? { _tag: "Failed", problem: reply.problem } : reply.answer)
    : repliedToRoom(state, reply)

const inBrowse = (state: State, press: Press): State => {
  const room = roomOf(state)
  if (room !== null) return inRoom(state, room, press)
  return press._tag === "Key" ? keyInBrowse(state, press.key) : typedInBrowse(state, press.text)
}

/** The state after an event. The only place where the program decides anything; draws nothing, reads nothing. */
export const step = (state: State, event: Event): State => {
  switch (event._tag) {
    case "Resized":
      return keepOverlay(settle({ ...state, columns: event.columns, rows: event.rows }))
    case "Loaded":
    case "Failed":
      return replied(state, event)
    case "ReadAgain":
      return readPlanAgain(state)
    case "Key":
    case "Typed":
      switch (state.mode._tag) {
        case "Browse":
          return inBrowse(state, event)
        case "Search":
          return inSearch(state, event)
        case "Detail":
        case "Help":
          return inOverlay(state, event)
      }
  }
}
