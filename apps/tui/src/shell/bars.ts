import { documentLabel } from "@ntm/domain/documents"
import { type Bilingual, formatDay, isDay } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { words } from "../language/words.ts"
import { type Line, plain, type Span, span } from "../parts/line.ts"
import { cut, fit, width } from "../parts/text.ts"
import { tasksHint } from "../assignments/tasks-keys.ts"
import { moneyHint } from "../funding/money-keys.ts"
import { overlayLines } from "./overlay.ts"
import { rooms } from "./rooms.ts"
import { bodyHeight, innerWidth, openList, placeOf, planOf, roomOf, type State, wantedOf } from "./state.ts"
import { isRoom, isTaskRoom, type Tab, tabs, type TaskRoom, taskRooms } from "./tabs.ts"

const own = {
  programme: both("Nông thôn mới", "New Rural Development"),
  search: both("Tìm", "Search"),
  of: both("trong", "of"),
  nothing: both("không có dòng nào khớp, Esc để bỏ tìm", "nothing matches, Esc drops the search"),
  reading: both("đang đọc…", "reading…"),
  day: both("ngày", "on"),
  funding: both("Nguồn lực theo nguồn và đơn vị", "Money by source and unit"),
  works: both("Công trình: tiến độ, vốn, nợ", "Works: progress, money, debt"),
  assessments: both("Đánh giá theo bộ tiêu chí", "Assessment by criteria sets"),
  units: both("Đơn vị hành chính qua các thời kỳ", "Administrative units through time")
}

const hints = {
  Browse: both(
    "↑↓ chọn  Enter mở  / tìm  ? phím  l English  q thoát",
    "↑↓ row  Enter open  / search  ? keys  l tiếng Việt  q quit"
  ),
  Search: both("gõ để tìm, không cần dấu  Enter giữ  Esc bỏ", "type to search  Enter keep  Esc drop"),
  Detail: both("↑↓ cuộn  Esc trở lại  l English", "↑↓ scroll  Esc back  l tiếng Việt"),
  Help: both("↑↓ cuộn  Esc trở lại  l English", "↑↓ scroll  Esc back  l tiếng Việt"),
  Waiting: both("r thử lại  l English  ? phím  q thoát", "r try again  l tiếng Việt  ? keys  q quit")
} as const

/** Left and right on one line of `room` cells; the left part gives way. */
const apart = (left: string, right: string, room: number): readonly [string, string] => {
  const end = cut(right, Math.floor(room / 2))
  return [fit(left, room - width(end) - (end === "" ? 0 : 1)), end === "" ? "" : ` ${end}`]
}

const shortServer = (server: string): string => server.replace(/^https?:\/\//, "")

const taskRoomNames = {
  assignments: both("Nhiệm vụ", "Tasks"),
  recommendations: both("Kiến nghị", "Recommendations"),
  dossiers: both("Hồ sơ công nhận", "Recognition dossiers"),
  inventory: both("Sổ theo dõi", "Registers")
} as const satisfies Record<TaskRoom, Bilingual>

/** The rooms that share the tab of assignments, the one on show marked; that one alone where there is no room for all. */
const taskRoomsBar = (room: TaskRoom, lang: Lang, space: number): Line => {
  const all = taskRooms.flatMap((one, index): Line => {
    const name = {
      ...span(` ${say(taskRoomNames[one], lang)} `, one === room ? "strong" : "dim"),
      chosen: one === room
    }
    return index === 0 ? [name] : [span("·", "dim"), name]
  })
  return width(plain(all)) <= space ? all : [span(cut(say(taskRoomNames[room], lang), space), "strong")]
}

/** The document on show or the rooms of the tab, and the server it was read from. */
export const titleBar = (state: State, server: string): Line => {
  const plan = planOf(state)
  const room = roomOf(state)
  if (room !== null && isTaskRoom(room)) {
    const space = innerWidth(state) - 5
    const right = shortServer(server)
    const left = taskRoomsBar(room, state.lang, space)
    const rest = space - width(plain(left))
    return [
      span("NTM  ", "accent"),
      ...left,
      span(rest > width(right) ? fit(right, rest, "right") : " ".repeat(rest), "dim")
    ]
  }
  const name =
    room !== null
      ? say(own[room], state.lang)
      : plan === null
        ? say(own.programme, state.lang)
        : [
            documentLabel(plan.document),
            plan.document.kind,
            plan.document.issuer,
            plan.document.date === null ? null : formatDay(plan.document.date)
          ]
            .filter((part) => part !== null)
            .join(" · ")
  const [left, right] = apart(name, shortServer(server), innerWidth(state) - 5)
  return [span("NTM  ", "accent"), span(left, "strong"), span(right, "dim")]
}

const tabName = {
  criteria: words.criteria,
  funding: words.funding,
  assignments: words.assignments,
  findings: words.findings,
  units: words.units,
  assessments: words.assessments,
  works: words.works
}

const tabCount = (state: State, tab: Tab): string => {
  const plan = planOf(state)
  if (plan === null || isRoom(tab)) return ""
  const list = openList(state, plan, tab)
  return list.count === list.total ? ` ${list.total}` : ` ${list.count}/${list.total}`
}

/** How much is said of the tabs that are not on show; `tight`: names without a blank more than is needed. */
type Told = "count" | "name" | "tight" | "number"

const tabsOf = (state: State, told: Told): Line =>
  tabs.flatMap((tab, index): Line => {
    const chosen = tab === state.tab
    const name = chosen || told !== "number" ? ` ${say(tabName[tab], state.lang)}` : ""
    const count = (chosen && told !== "tight") || told === "count" ? tabCount(state, tab) : ""
    const text = told === "tight" ? `${index + 1}${name}` : ` ${index + 1}${name}${count} `
    const doubted =
      tab === "findings" && (planOf(state)?.findings.some((finding) => finding.severity === "error") ?? false)
    const shown: Span = { text, tone: chosen ? "strong" : doubted ? "bad" : "dim", chosen }
    return index === 0 ? [shown] : [span(" "), shown]
  })

/** The tabs with their counts; as the window narrows only the open one keeps its count, then names stand close, then only the open one has its. */
export const tabBar = (state: State): Line =>
  (["count", "name", "tight"] as const)
    .map((told) => tabsOf(state, told))
    .find((line) => width(plain(line)) <= innerWidth(state)) ?? tabsOf(state, "number")

/** The caption of the list, and which row of how many is chosen. */
export const captionBar = (state: State, caption: string, count: number): Line => {
  const [left, right] = apart(caption, count === 0 ? "" : `${placeOf(state).cursor + 1}/${count}`, innerWidth(state))
  return [span(left, "strong"), span(right, "dim")]
}

const searchText = (query: string, count: number, total: number, lang: Lang, typing: boolean): Line => [
  span(`${say(own.search, lang)}: `, "accent"),
  span(query, "strong"),
  ...(typing ? [{ ...span(" "), chosen: true }] : []),
  span(
    `  ${count === 0 ? say(own.nothing, lang) : `${count} ${say(own.of, lang)} ${total}`}`,
    count === 0 ? "warn" : "dim"
  )
]

/** Below the list: the search while there is one, else a line about the chosen row. */
export const footBar = (state: State): Line => {
  const plan = planOf(state)
  if (plan === null) return []
  const list = openList(state, plan)
  const { cursor, query } = placeOf(state)
  const typing = state.mode._tag === "Search"
  return typing || query !== "" ? searchText(query, list.count, list.total, state.lang, typing) : list.foot(cursor)
}

/** "1–31/48": which lines of a page are on show, where it is longer than the window. */
const pagePart = (state: State): string => {
  const room = roomOf(state)
  const page =
    "top" in state.mode
      ? { top: state.mode.top, count: overlayLines(state).length }
      : room === null
        ? undefined
        : rooms[room].page(state)
  const height = bodyHeight(state)
  if (page === undefined || page.count <= height) return ""
  return `${page.top + 1}–${Math.min(page.count, page.top + height)}/${page.count}`
}

/** The keys that mean something now; the part of a long page on show; the day of the facts. */
export const statusBar = (state: State): Line => {
  const plan = planOf(state)
  const room = roomOf(state)
  const browsing =
    room !== null
      ? rooms[room].hint(state)
      : plan === null
        ? hints.Waiting
        : state.tab === "funding"
          ? moneyHint(state.money)
          : state.tab === "assignments"
            ? tasksHint(state.tasks)
            : hints.Browse
  const hint = state.mode._tag === "Browse" ? browsing : hints[state.mode._tag]
  const asOf = room === null ? (plan?.asOf ?? "") : rooms[room].day(state)
  const day = isDay(asOf) ? formatDay(asOf) : asOf
  const facts =
    wantedOf(state).length > 0 ? say(own.reading, state.lang) : day === "" ? "" : `${say(own.day, state.lang)} ${day}`
  const right = [pagePart(state), facts].filter((part) => part !== "").join(" · ")
  const [left, end] = apart(say(hint, state.lang), right, innerWidth(state))
  return [span(left, "dim"), span(end, "dim")]
}
