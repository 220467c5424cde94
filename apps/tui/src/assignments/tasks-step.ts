import { type Day, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { keyMotion, motionOf, type Press, typed } from "../parts/press.ts"
import { keepInView, type Motion, move, scroll } from "../parts/window.ts"
import { tasksPage } from "./tasks-page.ts"
import type { TasksKind, TasksRow, TasksSpot } from "./tasks-reads.ts"
import { cursorOf, type Frame, listHeight, type TasksState, type ViewOf } from "./tasks-state.ts"

/** Asks for another list; what is on show stays until it comes. */
const goTo = (tasks: TasksState, change: Partial<TasksSpot>): TasksState => ({
  ...tasks,
  spot: { ...tasks.spot, ...change },
  turn: tasks.turn + 1,
  top: 0
})

/** The same list as of another day. */
export const tasksOn = (tasks: TasksState, asOf: Day | null): TasksState =>
  tasks.spot.asOf === asOf ? tasks : goTo(tasks, { asOf })

const home = (tasks: TasksState): TasksState => ({ ...tasks, view: { _tag: "List" } })

/** From what the plan prints to what stands how, and back. */
export const showTasks = home
export const showPrinted = (tasks: TasksState): TasksState => ({ ...tasks, view: { _tag: "Printed" } })

const kinds: ReadonlyArray<TasksKind> = ["due", "all", "load"]

const nextKind = (tasks: TasksState): TasksState => {
  const kind = kinds[(kinds.indexOf(tasks.spot.kind) + 1) % kinds.length] ?? "due"
  return goTo(tasks, { kind, query: "", ...(kind === "load" ? { holder: null } : {}) })
}

const moveRow = (tasks: TasksState, motion: Motion, frame: Frame): TasksState => {
  const rows = tasks.list?.rows ?? []
  const { cursor, top } = move({ cursor: cursorOf(tasks), top: tasks.top }, motion, rows.length, listHeight(frame))
  return { ...tasks, at: rows[cursor]?.id ?? tasks.at, top }
}

/** Opens the task under the cursor, or the list of who is under it; nobody could be asked for by a name that is not known. */
const open = (tasks: TasksState, row: TasksRow | undefined): TasksState => {
  if (row === undefined) return tasks
  if (row._tag === "Task")
    return { ...tasks, at: row.id, view: { _tag: "Page", of: { _tag: "Task", id: row.id }, top: 0 } }
  return row.load.holder._tag === "unknown"
    ? tasks
    : goTo(tasks, { kind: "all", holder: { id: row.id, name: row.load.label.vi } })
}

/** One narrowing after the other, then back to what is due. */
const widen = (tasks: TasksState): TasksState => {
  const { holder, kind, query } = tasks.spot
  if (query !== "") return goTo(tasks, { query: "" })
  if (holder !== null) return goTo(tasks, { kind: "load", holder: null })
  return kind === "due" ? tasks : goTo(tasks, { kind: "due" })
}

const inList = (tasks: TasksState, press: Press, frame: Frame): TasksState => {
  const motion = motionOf(press)
  if (motion !== undefined) return moveRow(tasks, motion, frame)
  const row = tasks.list?.rows[cursorOf(tasks)]
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "enter":
      return open(tasks, row)
    case "i":
      return row?._tag === "Task"
        ? { ...tasks, view: { _tag: "Page", of: { _tag: "Timeline", id: row.line.document }, top: 0 } }
        : tasks
    case "/":
      return tasks.spot.kind === "all"
        ? { ...tasks, view: { _tag: "Search" } }
        : { ...goTo(tasks, { kind: "all" }), view: { _tag: "Search" } }
    case "d":
      return { ...tasks, view: { _tag: "Day", text: "", problem: null } }
    case "t":
      return nextKind(tasks)
    case "escape":
    case "backspace":
      return widen(tasks)
    default:
      return tasks
  }
}

const inSearch = (tasks: TasksState, press: Press, frame: Frame): TasksState => {
  const query = typed(tasks.spot.query, press)
  if (query !== undefined) return goTo(tasks, { query })
  const motion = keyMotion(press)
  if (motion !== undefined) return moveRow(tasks, motion, frame)
  if (press._tag !== "Key") return tasks
  if (press.key === "enter") return home(tasks)
  if (press.key !== "escape") return tasks
  return tasks.spot.query === "" ? home(tasks) : goTo(home(tasks), { query: "" })
}

const inDay = (tasks: TasksState, view: ViewOf<"Day">, press: Press): TasksState => {
  const text = typed(view.text, press)
  if (text !== undefined) return { ...tasks, view: { _tag: "Day", text, problem: null } }
  if (press._tag !== "Key") return tasks
  if (press.key === "escape") return home(tasks)
  if (press.key !== "enter") return tasks
  if (view.text.trim() === "") return goTo(home(tasks), { asOf: null })
  const day = parseDay(view.text)
  return Result.isFailure(day)
    ? { ...tasks, view: { ...view, problem: day.failure.sentence } }
    : goTo(home(tasks), { asOf: day.success })
}

const inPage = (tasks: TasksState, view: ViewOf<"Page">, press: Press, frame: Frame): TasksState => {
  const motion = motionOf(press)
  if (motion !== undefined)
    return { ...tasks, view: { ...view, top: scroll(view.top, motion, tasksPage(tasks, frame).length, frame.height) } }
  const beside = (by: -1 | 1): TasksState => {
    const row = tasks.list?.rows[cursorOf(tasks) + by]
    return view.of._tag === "Task" && row?._tag === "Task" ? open(tasks, row) : tasks
  }
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "n":
      return beside(1)
    case "p":
      return beside(-1)
    case "q":
    case "escape":
    case "backspace":
    case "enter":
    case "left":
      return home(tasks)
    default:
      return tasks
  }
}

const stepped = (tasks: TasksState, press: Press, frame: Frame): TasksState => {
  const { view } = tasks
  switch (view._tag) {
    case "Printed":
      return tasks
    case "List":
      return inList(tasks, press, frame)
    case "Search":
      return inSearch(tasks, press, frame)
    case "Day":
      return inDay(tasks, view, press)
    case "Page":
      return inPage(tasks, view, press, frame)
  }
}

/** After an answer, or in another window: the cursor's row is on show, and no page stands below its end. */
export const settleTasks = (tasks: TasksState, frame: Frame): TasksState => {
  const window = { cursor: cursorOf(tasks), top: tasks.top }
  const settled = { ...tasks, top: keepInView(window, tasks.list?.rows.length ?? 0, listHeight(frame)).top }
  const { view } = settled
  if (view._tag !== "Page") return settled
  const last = Math.max(0, tasksPage(settled, frame).length - frame.height)
  return { ...settled, view: { ...view, top: Math.min(view.top, last) } }
}

/** The tab after a press. Turning tabs, the language, help and leaving are the shell's. */
export const stepTasks = (before: TasksState, press: Press, frame: Frame): TasksState =>
  settleTasks(stepped(before.said === null ? before : { ...before, said: null }, press, frame), frame)
