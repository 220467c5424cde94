import { type FundingPivot, sourceOf, stageNames } from "@ntm/domain/funding"
import { both, say } from "../language/lang.ts"
import { type Cell, type Column, GAP, gridHeader, gridLine } from "../parts/grid.ts"
import { CARET, type Line, span } from "../parts/line.ts"
import { cut, fit, width as cells } from "../parts/text.ts"
import { dayText } from "../units/asking.ts"
import { amountText, depthOf } from "./amounts.ts"
import { columnsInView } from "./funding-list.ts"
import { flagMark, illustrativeMark, moneyWords, tierNames } from "./funding-words.ts"
import { type MoneyLayout, moneyLayout } from "./money-layout.ts"
import { pageText } from "./money-page.ts"
import { chosenName, flagsHere, flagTone, footText, panelLines } from "./money-panel.ts"
import { columnOf, rowCursor, type TableRow, tableRows } from "./money-rows.ts"
import type { Frame, MoneyState } from "./money-state.ts"

const own = {
  reading: both("Đang đọc nguồn lực…", "Reading the money…"),
  nothing: both("Chưa ghi khoản vốn nào.", "No money was recorded."),
  empty: both(
    "Không có khoản nào của đơn vị này trong năm và giai đoạn này.",
    "Nothing of this unit is stated for this year and stage."
  ),
  printed: both("v: bảng như văn bản in", "v: the tables as printed"),
  again: both("Bấm r để thử lại.", "Press r to try again."),
  filter: both("Lọc đơn vị", "Filter units"),
  of: both("trong", "of"),
  doubted: both("chỉ dòng cần xem", "only what is doubted"),
  day: both("Tính đến ngày", "As of"),
  dayHint: both("ngày/tháng/năm, Enter để xem; bỏ trống: hôm nay", "day/month/year, Enter to see it; empty: today"),
  column: both("nguồn", "source")
} as const

/** "▲ " before an amount, "°" behind it. */
const MARKS = 3

/** Least cells of an amount. */
const CELL = 13

/** Cells of the widest amount of the table with its marks: no amount is ever cut. */
const cellWidth = ({ money, pivot }: MoneyState): number => {
  const all = pivot === null ? [] : [pivot.pivot.total, ...pivot.pivot.rows.map((row) => row.cells)]
  const widths = all.flat().map((cell) => (cell === null ? 0 : amountText(cell.amount, money).length + MARKS))
  return Math.max(CELL, ...widths)
}

/** The sources on show, the chosen one among them. */
const inView = (money: MoneyState, pivot: FundingPivot, { name, table }: MoneyLayout) =>
  columnsInView(columnOf(money, pivot), pivot.sources.length, table - name - GAP, cellWidth(money))

/** What the table is of, and which source of how many is chosen. */
const captionLine = (money: MoneyState, pivot: FundingPivot, rows: number, { height, lang, width }: Frame): Line => {
  const { doubted, pivot: answer } = money
  const place = pivot.unit === null ? say(moneyWords.country, lang) : `${pivot.unit.type} ${pivot.unit.name}`
  const left = [
    place,
    `${say(moneyWords.year, lang).toLowerCase()} ${pivot.year}`,
    say(stageNames[pivot.stage], lang),
    say(tierNames[pivot.tier], lang),
    money.money,
    ...(answer === null ? [] : [`${say(moneyWords.boundaries, lang)} ${dayText(answer.boundaries)}`])
  ]
  const { first, shown } = inView(money, pivot, moneyLayout({ height, width }))
  const before = first > 0 ? "‹ " : ""
  const after = first + shown < pivot.sources.length ? " ›" : ""
  const right = [
    ...(doubted ? [say(own.doubted, lang)] : []),
    `${before}${say(own.column, lang)} ${columnOf(money, pivot) + 1}/${pivot.sources.length}${after}`,
    `${rows === 0 ? 0 : rowCursor(money, tableRows(money)) + 1}/${rows}`
  ]
  const end = cut(` ${right.join(" · ")}`, width)
  return [span(fit(left.join(" · "), width - cells(end)), "strong"), span(end, doubted ? "warn" : "dim")]
}

const cellOf = (money: MoneyState, pivot: FundingPivot, row: TableRow, column: number): Cell => {
  const cell = row.cells[column] ?? null
  const flags = row.row === null ? [] : flagsHere(pivot, row, column)
  const worst = flags.find(({ severity }) => severity === "error") ?? flags[0]
  const text = `${amountText(cell?.amount ?? null, money.money)}${cell?.illustrative === true ? illustrativeMark : ""}`
  if (worst !== undefined) return { text: `${flagMark[worst.severity]} ${text}`, tone: flagTone(worst) }
  const chosen = column === columnOf(money, pivot)
  return { text, tone: cell === null ? "dim" : chosen ? "accent" : row.row === null ? "strong" : "plain" }
}

const tableLines = (
  money: MoneyState,
  pivot: FundingPivot,
  rows: ReadonlyArray<TableRow>,
  layout: MoneyLayout,
  { lang }: Frame
): ReadonlyArray<Line> => {
  const column = columnOf(money, pivot)
  const { first, shown } = inView(money, pivot, layout)
  const sources = pivot.sources.slice(first, first + shown)
  const cell = cellWidth(money)
  const columns: ReadonlyArray<Column> = [
    { title: money.query === "" ? say(moneyWords.unit, lang) : `/${money.query}`, width: layout.name },
    ...sources.map((source): Column => ({
      // Depth in the tree, where the parts of a source stand behind it.
      title: `${"›".repeat(Math.max(0, depthOf(source) - 1))}${say(sourceOf(source).name, lang)}`,
      width: cell,
      align: "right"
    }))
  ]
  const cursor = rowCursor(money, rows)
  return [
    ...gridHeader(columns, layout.header, (index) => (index - 1 + first === column ? "accent" : "dim")),
    ...Array.from({ length: layout.rows }, (_, offset): Line => {
      const at = money.top + offset
      const row = rows[at]
      if (row === undefined) return []
      const name: Cell = { text: chosenName(row, lang), tone: row.row === null ? "strong" : "plain" }
      const line = gridLine(columns, [name, ...sources.map((_, index) => cellOf(money, pivot, row, first + index))])
      // Spans alternate with gaps: the unit is the first, the chosen cell the (column − first + 1)th after it.
      const under = 2 * (column - first + 1)
      return at === cursor
        ? line.map((part, place) => (place === 0 || place === under ? { ...part, chosen: true } : part))
        : line
    })
  ]
}

const typingLine = (money: MoneyState, { lang, width }: Frame): Line | null => {
  const { query, said, view } = money
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
  if (view._tag === "Filter") {
    const found = Math.max(0, tableRows(money).length - 1)
    const all = Math.max(0, tableRows({ ...money, query: "", doubted: false }).length - 1)
    return [
      span(`${say(own.filter, lang)}: `, "accent"),
      span(query, "strong"),
      CARET,
      span(`  ${found} ${say(own.of, lang)} ${all}`, found === 0 ? "warn" : "dim")
    ]
  }
  return said === null ? null : [span(cut(say(said.text, lang), width), said.tone)]
}

/** The panel to the right of the lines of the table. */
const beside = (lines: ReadonlyArray<Line>, panel: ReadonlyArray<Line>, table: number): ReadonlyArray<Line> =>
  lines.map((line, at) => {
    const used = line.reduce((sum, { text }) => sum + cells(text), 0)
    return [...line, span(" ".repeat(Math.max(0, table - used))), span(fit("│", GAP), "dim"), ...(panel[at] ?? [])]
  })

const telling = (text: string, then: string, tone: "dim" | "bad", { width }: Frame): ReadonlyArray<Line> => [
  [],
  [span(cut(text, width), tone)],
  [],
  [span(cut(then, width), "dim")]
]

/** The body of the tab of money: at most `height` lines of at most `width` cells. */
export const moneyLines = (money: MoneyState, frame: Frame): ReadonlyArray<Line> => {
  const { failed, going, pivot: answer, stated, view } = money
  const { height, lang, width } = frame
  if (failed !== null) return telling(lang === "vi" ? failed.title : failed.titleEn, say(own.again, lang), "bad", frame)
  if (stated !== null && stated.length === 0)
    return telling(say(own.nothing, lang), say(own.printed, lang), "dim", frame)
  if (answer === null) return telling(say(going === null ? own.nothing : own.reading, lang), "", "dim", frame)
  if (view._tag === "Page") return pageText(money, view, frame).slice(view.top, view.top + height)
  const { pivot } = answer
  const layout = moneyLayout(frame)
  const rows = tableRows(money)
  const chosen = rows[rowCursor(money, rows)]
  const caption = captionLine(money, pivot, rows.length, frame)
  const table =
    pivot.rows.length === 0
      ? telling(say(own.empty, lang), say(own.printed, lang), "dim", { ...frame, width: layout.table })
      : tableLines(money, pivot, rows, layout, frame)
  const filled = Array.from({ length: layout.header + layout.rows }, (_, at): Line => table[at] ?? [])
  const panel = layout.panel === 0 || chosen === undefined ? [] : panelLines(money, chosen, layout.panel, lang)
  const typing = typingLine(money, frame)
  const foot = layout.panel > 0 ? [] : footText(money, chosen, width, layout.foot, lang)
  const shownFoot = typing === null ? foot : [typing, ...foot]
  return [
    caption,
    ...(layout.panel === 0 ? filled : beside(filled, panel, layout.table)),
    ...Array.from({ length: layout.foot }, (_, at): Line => shownFoot[at] ?? [])
  ]
}
