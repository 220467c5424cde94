import type { TaskLine } from "@ntm/contract"
import type { HolderLoad } from "@ntm/domain/assignments"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { CARET, choose, type Line, span } from "../parts/line.ts"
import { cut, fit, width as cells } from "../parts/text.ts"
import { tasksPage } from "./tasks-page.ts"
import { cursorOf, type Frame, listHeight, type TasksState } from "./tasks-state.ts"
import { shortKey } from "./tasks-tables.ts"
import { dueText, namesText, standingText, tasksWords, timelinessTone } from "./tasks-words.ts"

const own = {
  due: both("Quá hạn và đến hạn trong 14 ngày", "Overdue and due within 14 days"),
  all: both("Mọi nhiệm vụ, gấp nhất trước", "All tasks, the most pressing first"),
  load: both("Ai đang giữ bao nhiêu việc", "Who owes how many"),
  nothing: both("Không có việc nào.", "Nothing."),
  reading: both("đang đọc…", "reading…"),
  again: both("r thử lại", "r try again"),
  day: both("Ngày", "Day"),
  dayHint: both("ví dụ 20/6/2025; bỏ trống: hôm nay", "for example 20/6/2025; empty: today"),
  search: both("Tìm", "Search"),
  found: both("nhiệm vụ", "tasks"),
  holder: both("Cơ quan, đơn vị", "Agency or unit"),
  overdue: both("Quá hạn", "Overdue"),
  worst: both("Lâu nhất", "Longest"),
  soon: both("Sắp hạn", "Soon"),
  open: both("Còn hạn", "Open"),
  next: both("Hạn tới", "Next due"),
  days: both("ngày", "days")
} as const

/** What a narrow window leaves out: the line below the list tells it. */
const hasNumbers = ({ width }: Pick<Frame, "width">): boolean => width >= 60
const hasHolders = ({ width }: Pick<Frame, "width">): boolean => width >= 76

const taskColumns = ({ lang, width }: Frame): ReadonlyArray<Column> =>
  spread(
    [
      { title: say(tasksWords.due, lang), width: 10 },
      { title: say(tasksWords.state, lang), width: width < 100 ? 14 : 22 },
      ...(hasNumbers({ width }) ? [{ title: say(tasksWords.no, lang), width: width < 100 ? 9 : 20 }] : []),
      { title: say(tasksWords.task, lang), width: 10, grow: 3 },
      ...(hasHolders({ width }) ? [{ title: say(tasksWords.who, lang), width: 12, grow: 2 }] : [])
    ],
    width
  )

const holderColumns = ({ lang, width }: Frame): ReadonlyArray<Column> =>
  spread(
    [
      { title: say(own.holder, lang), width: 12, grow: 1 },
      { title: say(own.overdue, lang), width: 8, align: "right" },
      { title: say(own.worst, lang), width: 9, align: "right" },
      ...(width < 60
        ? []
        : ([
            { title: say(own.soon, lang), width: 7, align: "right" },
            { title: say(own.open, lang), width: 7, align: "right" },
            { title: say(own.next, lang), width: 10 }
          ] as const))
    ],
    width
  )

const taskRow = (line: TaskLine, columns: ReadonlyArray<Column>, { lang, width }: Frame): Line =>
  gridLine(columns, [
    { text: dueText(line.due) },
    { text: standingText(line, lang), tone: timelinessTone[line.timeliness] },
    ...(hasNumbers({ width }) ? [{ text: shortKey(line.key), tone: "dim" as const }] : []),
    { text: line.title },
    { text: namesText(line.holders, lang), tone: "dim" }
  ])

const holderRow = (load: HolderLoad, columns: ReadonlyArray<Column>, lang: Lang): Line =>
  gridLine(columns, [
    { text: say(load.label, lang) },
    { text: formatNumber(load.overdue), tone: load.overdue > 0 ? "bad" : "dim" },
    { text: load.worstDays > 0 ? `${load.worstDays} ${say(own.days, lang)}` : "–", tone: "dim" },
    { text: formatNumber(load.dueSoon), tone: load.dueSoon > 0 ? "warn" : "dim" },
    { text: formatNumber(load.open) },
    { text: dueText(load.nextDue), tone: "dim" }
  ])

const captionLine = (tasks: TasksState, { lang, width }: Frame): Line => {
  const { list, shown } = tasks
  if (list === null || shown === null) return []
  const left = [
    say(own[shown.kind], lang),
    ...(shown.holder === null ? [] : [shown.holder.name]),
    ...(shown.query === "" ? [] : [`/${shown.query}`])
  ]
  const { length } = list.rows
  const right = length === 0 ? "" : ` ${cursorOf(tasks) + 1}/${length}${list.more ? "+" : ""}`
  return [span(fit(left.join(" · "), width - cells(right)), "strong"), span(right, "dim")]
}

/** The line below the list: what is typed or was said, else the chosen row whole as far as there is room. */
const footLine = (tasks: TasksState, { lang, width }: Frame): Line => {
  const { list, said, spot, view } = tasks
  if (view._tag === "Day") {
    const asked = `${say(own.day, lang)}: `
    const why = view.problem === null ? say(own.dayHint, lang) : say(view.problem, lang)
    const room = Math.max(0, width - cells(asked) - cells(view.text) - 3)
    return [
      span(asked, "accent"),
      span(view.text, "strong"),
      CARET,
      span(`  ${cut(why, room)}`, view.problem === null ? "dim" : "bad")
    ]
  }
  if (view._tag === "Search") {
    const count = list?.rows.length ?? 0
    return [
      span(`${say(own.search, lang)}: `, "accent"),
      span(spot.query, "strong"),
      CARET,
      span(`  ${count}${list?.more === true ? "+" : ""} ${say(own.found, lang)}`, count === 0 ? "warn" : "dim")
    ]
  }
  if (said !== null) return [span(cut(say(said.text, lang), width), said.tone)]
  const row = list?.rows[cursorOf(tasks)]
  if (row?._tag !== "Task") return []
  const { documentLabel, holders, title } = row.line
  return [
    span(cut([documentLabel, title, namesText(holders, lang)].filter((text) => text !== "").join(" · "), width), "dim")
  ]
}

const telling = (text: string, then: string, tone: "dim" | "bad", { width }: Frame): ReadonlyArray<Line> => [
  [],
  [span(cut(text, width), tone)],
  [],
  [span(cut(then, width), "dim")]
]

/** The body of the tab: at most `height` lines of at most `width` cells. */
export const tasksLines = (tasks: TasksState, frame: Frame): ReadonlyArray<Line> => {
  const { failed, list, shown, view } = tasks
  const { height, lang } = frame
  if (failed !== null) return telling(lang === "vi" ? failed.title : failed.titleEn, say(own.again, lang), "bad", frame)
  if (view._tag === "Page") return tasksPage(tasks, frame).slice(view.top, view.top + height)
  if (list === null) return telling(say(own.reading, lang), "", "dim", frame)
  const columns = shown?.kind === "load" ? holderColumns(frame) : taskColumns(frame)
  const cursor = cursorOf(tasks)
  const rows = Array.from({ length: listHeight(frame) }, (_, offset): Line => {
    const row = list.rows[tasks.top + offset]
    if (row === undefined) return offset === 0 && list.rows.length === 0 ? [span(say(own.nothing, lang), "good")] : []
    const drawn = row._tag === "Task" ? taskRow(row.line, columns, frame) : holderRow(row.load, columns, lang)
    return tasks.top + offset === cursor ? choose(drawn) : drawn
  })
  return [captionLine(tasks, frame), ...gridHeader(columns, 1), ...rows, footLine(tasks, frame)]
}
