import { assessPage } from "../assessments/assess-lines.ts"
import { assessHint } from "../assessments/assess-keys.ts"
import { documentLabel } from "@ntm/domain/documents"
import { type Bilingual, formatDay, isDay } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { words } from "../language/words.ts"
import { type Line, plain, span } from "../parts/line.ts"
import { cut, fit, width } from "../parts/text.ts"
import { storyPart } from "../units/story-lines.ts"
import { pageOf, type UnitsState } from "../units/units-state.ts"
import { overlayLines } from "./overlay.ts"
import { bodyHeight, contextOf, frameOf, innerWidth, openList, placeOf, planOf, type State, wantedOf } from "./state.ts"
import { isRoom, type Tab, tabs } from "./tabs.ts"

const own = {
  programme: both("Nông thôn mới", "New Rural Development"),
  search: both("Tìm", "Search"),
  of: both("trong", "of"),
  nothing: both("không có dòng nào khớp, Esc để bỏ tìm", "nothing matches, Esc drops the search"),
  reading: both("đang đọc…", "reading…"),
  day: both("ngày", "on"),
  assessments: both("Đánh giá theo bộ tiêu chí", "Assessment by criteria sets"),
  units: both("Đơn vị hành chính qua các thời kỳ", "Administrative units through time")
}

const hints = {
  Browse: both(
    "↑↓ chọn  Enter mở  / tìm  ? phím  l English  q thoát",
    "↑↓ row  Enter open  / search  ? keys  l tiếng Việt  q quit"
  ),
  Cells: both(
    "↑↓←→ chọn ô  Enter mở  / tìm  ? phím  l English  q thoát",
    "↑↓←→ cell  Enter open  / search  ? keys  l tiếng Việt  q quit"
  ),
  Search: both("gõ để tìm, không cần dấu  Enter giữ  Esc bỏ", "type to search  Enter keep  Esc drop"),
  Detail: both("↑↓ cuộn  Esc trở lại  l English", "↑↓ scroll  Esc back  l tiếng Việt"),
  Help: both("↑↓ cuộn  Esc trở lại  l English", "↑↓ scroll  Esc back  l tiếng Việt"),
  Tree: both(
    "? phím  ↑↓ →← mở, đóng  Enter xem  / tìm  [ ] d ngày  m bản đồ  q thoát",
    "? keys  ↑↓ →← open, close  Enter story  / find  [ ] d day  m map  q quit"
  ),
  Map: both("[ ] ngày  ↑↓ →← đơn vị  Enter mở  Esc trở lại", "[ ] day  ↑↓ →← unit  Enter story  Esc back"),
  Day: both("gõ ngày  Enter xem  Esc bỏ", "type a day  Enter see it  Esc drop"),
  Find: both("gõ để tìm  ↑↓ chọn  Enter tới  Esc bỏ", "type to find  ↑↓ choose  Enter go  Esc drop"),
  Story: both(
    "↑↓ cuộn  o trước, sau  t về cây  Esc trở lại  l English",
    "↑↓ scroll  o before, after  t tree  Esc back  l tiếng Việt"
  ),
  Kin: both("↑↓ chọn  Enter tới  Esc trở lại", "↑↓ choose  Enter go  Esc back"),
  Waiting: both("r thử lại  l English  ? phím  q thoát", "r try again  l tiếng Việt  ? keys  q quit")
} as const

/** Left and right on one line of `room` cells; the left part gives way. */
const apart = (left: string, right: string, room: number): readonly [string, string] => {
  const end = cut(right, Math.floor(room / 2))
  return [fit(left, room - width(end) - (end === "" ? 0 : 1)), end === "" ? "" : ` ${end}`]
}

const shortServer = (server: string): string => server.replace(/^https?:\/\//, "")

/** The document on show, and the server it was read from. */
export const titleBar = (state: State, server: string): Line => {
  const plan = planOf(state)
  const name = isRoom(state.tab)
    ? say(own[state.tab], state.lang)
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
  assessments: words.assessments
}

const tabCount = (state: State, tab: Tab): string => {
  const plan = planOf(state)
  if (plan === null || isRoom(tab)) return ""
  const list = openList(state, plan, tab)
  return list.count === list.total ? ` ${list.total}` : ` ${list.count}/${list.total}`
}

/** How much is said of the tabs that are not on show. */
type Told = "count" | "name" | "number"

const tabsOf = (state: State, told: Told): Line =>
  tabs.flatMap((tab, index): Line => {
    const chosen = tab === state.tab
    const name = chosen || told !== "number" ? ` ${say(tabName[tab], state.lang)}` : ""
    const text = ` ${index + 1}${name}${chosen || told === "count" ? tabCount(state, tab) : ""} `
    const doubted =
      tab === "findings" && (planOf(state)?.findings.some((finding) => finding.severity === "error") ?? false)
    return [{ text, tone: chosen ? "strong" : doubted ? "bad" : "dim", chosen }, span(" ")]
  })

/** The tabs with their counts; as the window narrows only the open one keeps its count, then its name. */
export const tabBar = (state: State): Line =>
  (["count", "name"] as const)
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
  const page =
    "top" in state.mode
      ? { top: state.mode.top, count: overlayLines(state).length }
      : state.tab === "units"
        ? storyPart(state.units, frameOf(state))
        : state.tab === "assessments"
          ? assessPage(state.assessments, contextOf(state).document, frameOf(state))
          : undefined
  const height = bodyHeight(state)
  if (page === undefined || page.count <= height) return ""
  return `${page.top + 1}–${Math.min(page.count, page.top + height)}/${page.count}`
}

const unitsHint = ({ view, wide }: UnitsState): Bilingual => {
  switch (view._tag) {
    case "Tree":
      return wide ? hints.Map : hints.Tree
    case "Day":
      return hints.Day
    case "Search":
      return hints.Find
    case "Story":
      return view.kin === null ? hints.Story : hints.Kin
  }
}

/** The day of the facts on show, `YYYY-MM-DD`; "" before the first answer. */
const dayOf = (state: State): string => {
  switch (state.tab) {
    case "units":
      return pageOf(state.units)?.day ?? state.units.day ?? ""
    case "assessments":
      return state.assessments.spot?.day ?? ""
    default:
      return planOf(state)?.asOf ?? ""
  }
}

/** The keys that mean something now; the part of a long page on show; the day of the facts. */
export const statusBar = (state: State): Line => {
  const plan = planOf(state)
  const browsing =
    state.tab === "units"
      ? unitsHint(state.units)
      : state.tab === "assessments"
        ? assessHint(state.assessments)
        : plan === null
          ? hints.Waiting
          : state.tab === "funding"
            ? hints.Cells
            : hints.Browse
  const hint = state.mode._tag === "Browse" ? browsing : hints[state.mode._tag]
  const asOf = dayOf(state)
  const day = isDay(asOf) ? formatDay(asOf) : asOf
  const facts =
    wantedOf(state).length > 0 ? say(own.reading, state.lang) : day === "" ? "" : `${say(own.day, state.lang)} ${day}`
  const right = [pagePart(state), facts].filter((part) => part !== "").join(" · ")
  const [left, end] = apart(say(hint, state.lang), right, innerWidth(state))
  return [span(left, "dim"), span(end, "dim")]
}
