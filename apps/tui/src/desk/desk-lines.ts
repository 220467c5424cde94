import { both, say } from "../language/lang.ts"
import { gridHeader, gridLine } from "../parts/grid.ts"
import { CARET, choose, type Line, span } from "../parts/line.ts"
import { cut, fit, width as cells, wrap } from "../parts/text.ts"
import { within } from "../parts/within.ts"
import type { Desk, DeskKind } from "./desk.ts"
import {
  cursorOf,
  type DeskState,
  type Frame,
  listHeight,
  movesOf,
  type PageView,
  pageKey,
  rowsOf
} from "./desk-state.ts"
import { formLines } from "./form-lines.ts"

const own = {
  reading: both("đang đọc…", "reading…"),
  again: both("r thử lại", "r try again"),
  search: both("Tìm", "Search"),
  found: both("dòng", "rows"),
  nothing: both("không có dòng nào khớp, Esc để bỏ tìm", "nothing matches, Esc drops the search"),
  day: both("Ngày", "Day"),
  dayHint: both("ví dụ 20/6/2025; bỏ trống: hôm nay", "for example 20/6/2025; empty: today"),
  record: both("Ghi việc gì", "What to record"),
  form: both("Ghi", "Record")
} as const

/** The page over the list as lines: what was read, what is being read, or why it could not be. None while there is no page. */
export const deskPage = <K extends DeskKind>(
  desk: Desk<K>,
  { answers, spot, view }: Pick<DeskState<K>, "answers" | "spot" | "view">,
  { lang, width }: Pick<Frame, "lang" | "width">
): ReadonlyArray<Line> => {
  if (view._tag !== "Page") return []
  const read = answers.get(pageKey(desk.room, view.of, spot))
  if (read === undefined) return [[span(say(own.reading, lang), "dim")]]
  if (read._tag === "Page") return desk.page(read.page, view.of, width, lang).map((line) => within(line, width))
  const { detail, detailEn, title, titleEn } = read.problem
  const why = lang === "vi" ? (detail ?? title) : (detailEn ?? titleEn)
  return wrap(why, width).map((text): Line => [span(text, "bad")])
}

/** What lies over a page: what can be recorded, or the form of what was chosen. */
const movingLines = <K extends DeskKind>(
  desk: Desk<K>,
  state: DeskState<K>,
  moving: NonNullable<PageView<K>["moving"]>,
  frame: Frame
): ReadonlyArray<Line> => {
  const { height, lang, width } = frame
  const moves = movesOf(desk, state)
  const title = deskPage(desk, state, frame)[0] ?? []
  const head = (text: string): ReadonlyArray<Line> => [title, [span(cut(text, width), "accent")]]
  if (moving._tag === "Form") {
    const chosen = moves.find(({ key }) => key === moving.form.move)
    if (chosen === undefined) return head(say(own.reading, lang))
    const top = head(`${say(own.form, lang)}: ${say(chosen.label, lang)}`)
    return [
      ...top,
      ...formLines(moving.form, chosen.fields, state.sending !== null, { ...frame, height: height - top.length })
    ]
  }
  const room = Math.max(1, height - 2)
  const first = Math.max(0, Math.min(moving.cursor - room + 1, moves.length - room))
  return [
    ...head(say(own.record, lang)),
    ...moves.slice(first, first + room).map(({ label }, at): Line => {
      const line = [span(fit(`  ${say(label, lang)}`, width))]
      return first + at === moving.cursor ? choose(line) : line
    })
  ]
}

const captionLine = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>, count: number, frame: Frame): Line => {
  const { lang, width } = frame
  const { list, query, shown, spot } = state
  const left = [
    ...(list === null ? [] : desk.caption(shown ?? spot, lang, list)),
    ...(query === "" ? [] : [`/${query}`])
  ].join(" · ")
  const rows = rowsOf(desk, state)
  const right = count === 0 ? "" : ` ${cursorOf<K>(rows, state) + 1}/${count}${list?.more === true ? "+" : ""}`
  return [span(fit(left, width - cells(right)), "strong"), span(right, "dim")]
}

/** The line below the list: what is typed or was said, else what of the chosen row the columns have no room for. */
const footLine = <K extends DeskKind>(
  desk: Desk<K>,
  state: DeskState<K>,
  rows: ReadonlyArray<K["row"]>,
  { lang, width }: Frame
): Line => {
  const { list, query, said, view } = state
  if (view._tag === "Ask") {
    const prompt = desk.prompts[view.prompt]
    const asked = `${say(prompt?.label ?? own.day, lang)}: `
    const why = say(view.problem ?? prompt?.hint ?? own.dayHint, lang)
    const room = Math.max(0, width - cells(asked) - cells(view.text) - 3)
    return [
      span(asked, "accent"),
      span(view.text, "strong"),
      CARET,
      span(`  ${cut(why, room)}`, view.problem === null ? "dim" : "bad")
    ]
  }
  if (view._tag === "Search") {
    const asked = `${say(own.search, lang)}: `
    const count =
      rows.length === 0
        ? say(own.nothing, lang)
        : `${rows.length}${list?.more === true ? "+" : ""} ${say(own.found, lang)}`
    const room = Math.max(0, width - cells(asked) - cells(query) - 3)
    return [
      span(asked, "accent"),
      span(query, "strong"),
      CARET,
      span(`  ${cut(count, room)}`, rows.length === 0 ? "warn" : "dim")
    ]
  }
  if (said !== null) return [span(cut(say(said.text, lang), width), said.tone)]
  const row = rows[cursorOf<K>(rows, state)]
  return row === undefined ? [] : [span(cut(desk.foot(row, lang), width), "dim")]
}

const telling = (text: string, then: string, tone: "dim" | "bad", { width }: Frame): ReadonlyArray<Line> => [
  [],
  [span(cut(text, width), tone)],
  [],
  [span(cut(then, width), "dim")]
]

/** The body of the tab: at most `height` lines of at most `width` cells. */
export const deskLines = <K extends DeskKind>(
  desk: Desk<K>,
  state: DeskState<K>,
  frame: Frame
): ReadonlyArray<Line> => {
  const { failed, list, said, view } = state
  const { height, lang, width } = frame
  if (failed !== null) {
    const why = lang === "vi" ? (failed.detail ?? failed.title) : (failed.detailEn ?? failed.titleEn)
    return telling(why, say(own.again, lang), "bad", frame)
  }
  if (view._tag === "Page") {
    if (view.moving !== null)
      return movingLines(desk, state, view.moving, frame)
        .map((line) => within(line, width))
        .slice(0, height)
    const lines = deskPage(desk, state, frame).slice(view.top, view.top + height)
    if (said === null) return lines
    const above = Array.from({ length: height - 1 }, (_, at): Line => lines[at] ?? [])
    return [...above, [span(cut(say(said.text, lang), width), said.tone)]]
  }
  if (list === null) return telling(say(own.reading, lang), "", "dim", frame)
  const spot = state.shown ?? state.spot
  const rows = rowsOf(desk, state)
  const columns = desk.columns(spot, width, lang)
  const cursor = cursorOf<K>(rows, state)
  const drawn = Array.from({ length: listHeight(frame) }, (_, offset): Line => {
    const row = rows[state.top + offset]
    if (row === undefined)
      return offset === 0 && rows.length === 0
        ? [span(cut(say(state.query === "" ? desk.empty : own.nothing, lang), width), "dim")]
        : []
    const line = gridLine(columns, desk.cells(row, spot, width, lang))
    return state.top + offset === cursor ? choose(line) : line
  })
  return [
    captionLine(desk, state, rows.length, frame),
    ...gridHeader(columns, 1),
    ...drawn,
    footLine(desk, state, rows, frame)
  ]
}
