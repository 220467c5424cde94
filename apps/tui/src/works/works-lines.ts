import type { WorkLine } from "@ntm/contract"
import { sectorNames } from "@ntm/domain/works"
import { formatMoney, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { bar, type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { CARET, choose, type Line, span } from "../parts/line.ts"
import { cut, fit, width as cells } from "../parts/text.ts"
import { dayText } from "../units/asking.ts"
import { builtBar } from "./bars.ts"
import { footHeight, listHeight } from "./works-layout.ts"
import { worksPage } from "./works-page.ts"
import { cursorOf, type Frame, type WorksState } from "./works-state.ts"
import { illustrativeMark, lateText, lateTone, stateNames, worksWords } from "./works-words.ts"

const own = {
  reading: both("Đang đọc các công trình…", "Reading the works…"),
  again: both("Bấm r để thử lại.", "Press r to try again."),
  search: both("Tìm công trình", "Search works"),
  found: both("công trình", "works"),
  day: both("Tính đến ngày", "As of"),
  dayHint: both("ngày/tháng/năm, Enter để xem; bỏ trống: hôm nay", "day/month/year, Enter to see it; empty: today"),
  onlyLate: both("chỉ công trình chậm", "late works only"),
  commune: both("Xã", "Commune"),
  builtPlanned: both("Đã làm ▒ kế hoạch", "Built ▒ planned"),
  paid: both("Đã trả", "Paid"),
  debt: both("nợ", "owes"),
  problems: both("vướng mắc", "problems"),
  sorts: {
    late: both("chậm nhất trước", "the latest first"),
    value: both("lớn nhất trước", "the largest first"),
    name: both("theo tên", "by name"),
    debt: both("nợ nhiều nhất trước", "the most owing first")
  }
} as const

interface Layout {
  readonly columns: ReadonlyArray<Column>
  readonly unit: boolean
  readonly bars: number
  readonly paid: number
}

/** What of a work fits beside its name; the days behind always do. */
const layoutOf = ({ lang, width }: Frame): Layout => {
  const unit = width >= 76
  const bars = width >= 100 ? 20 : width >= 58 ? 10 : 0
  const paid = width >= 100 ? 8 : 0
  return {
    unit,
    bars,
    paid,
    columns: spread(
      [
        { title: say(worksWords.work, lang), width: 14, grow: 1 },
        ...(unit ? [{ title: say(own.commune, lang), width: 20 }] : []),
        ...(bars > 0 ? [{ title: say(own.builtPlanned, lang), width: bars }] : []),
        { title: "%", width: 4, align: "right" as const },
        ...(paid > 0 ? [{ title: say(own.paid, lang), width: paid }] : []),
        { title: say(worksWords.late, lang), width: 9, align: "right" as const }
      ],
      width
    )
  }
}

const rowLine = (line: WorkLine, { bars, columns, paid, unit }: Layout, lang: Lang): Line => {
  const behind = line.donePercent < line.plannedPercent
  return gridLine(columns, [
    { text: `${line.name}${line.illustrative ? ` ${illustrativeMark}` : ""}` },
    ...(unit ? [{ text: line.unit === null ? "" : `${line.unit.type} ${line.unit.name}`, tone: "dim" as const }] : []),
    ...(bars > 0
      ? [
          {
            text: builtBar(line.donePercent, line.plannedPercent, bars),
            tone: behind ? ("warn" as const) : ("good" as const)
          }
        ]
      : []),
    { text: formatNumber(line.donePercent, 0) },
    ...(paid > 0
      ? [
          {
            text: bar(line.paidPercent / 100, paid),
            tone: line.paidPercent > line.donePercent ? ("warn" as const) : ("plain" as const)
          }
        ]
      : []),
    { text: line.daysBehind > 0 ? lateText(line.daysBehind, lang) : "–", tone: lateTone(line.daysBehind) }
  ])
}

const captionLine = (works: WorksState, { lang, width }: Frame): Line => {
  const { list, shown } = works
  if (list === null || shown === null) return []
  const narrowed = [
    ...(shown.sector === null ? [] : [say(sectorNames[shown.sector], lang)]),
    ...(shown.state === null ? [] : [say(stateNames[shown.state], lang)]),
    ...(shown.late ? [say(own.onlyLate, lang)] : []),
    ...(shown.query === "" ? [] : [`/${shown.query}`])
  ]
  const left = [
    `${formatNumber(list.tally.works)} ${say(worksWords.works, lang)}`,
    `${formatNumber(list.tally.late)} ${say(worksWords.late, lang).toLowerCase()}`,
    ...narrowed,
    say(own.sorts[shown.sort], lang)
  ]
  const count =
    list.items.length === 0 ? "" : `${cursorOf(works) + 1}/${list.items.length}${list.next !== null ? "+" : ""}`
  const right = cut(` ${count}`, width)
  return [
    span(fit(left.join(" · "), width - cells(right)), "strong"),
    span(right, narrowed.length > 0 ? "warn" : "dim")
  ]
}

/** The chosen work in two lines: what it is, and where it stands in money and days. */
const aboutLines = (line: WorkLine | undefined, { lang, width }: Frame): ReadonlyArray<Line> => {
  if (line === undefined) return []
  const what = [
    line.code,
    ...(line.unit === null ? [] : [`${line.unit.type} ${line.unit.name}`]),
    say(sectorNames[line.sector], lang),
    say(stateNames[line.state], lang),
    formatMoney(line.value, { unit: "tỷ đồng", decimals: 1 })
  ]
  const stands = [
    `${dayText(line.plannedFinish)} → ${dayText(line.expectedFinish)}`,
    ...(line.debt > 0 ? [`${say(own.debt, lang)} ${formatMoney(line.debt, { unit: "triệu đồng", decimals: 0 })}`] : []),
    ...(line.problems > 0 ? [`${line.problems} ${say(own.problems, lang)}`] : []),
    ...(line.illustrative ? [`${illustrativeMark} ${say(worksWords.illustrative, lang)}`] : []),
    `${say(worksWords.done, lang).toLowerCase()} ${formatNumber(line.donePercent)} %`,
    `${say(worksWords.planned, lang).toLowerCase()} ${formatNumber(line.plannedPercent)} %`,
    `${say(own.paid, lang).toLowerCase()} ${formatNumber(line.paidPercent)} %`
  ]
  return [[span(cut(what.join(" · "), width))], [span(cut(stands.join(" · "), width), "dim")]]
}

const typingLine = (works: WorksState, { lang, width }: Frame): Line | null => {
  const { list, said, spot, view } = works
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
    const count = list?.items.length ?? 0
    return [
      span(`${say(own.search, lang)}: `, "accent"),
      span(spot.query, "strong"),
      CARET,
      span(
        `  ${count}${list !== null && list.next !== null ? "+" : ""} ${say(own.found, lang)}`,
        count === 0 ? "warn" : "dim"
      )
    ]
  }
  return said === null ? null : [span(cut(say(said.text, lang), width), said.tone)]
}

const telling = (text: string, then: string, tone: "dim" | "bad", { width }: Frame): ReadonlyArray<Line> => [
  [],
  [span(cut(text, width), tone)],
  [],
  [span(cut(then, width), "dim")]
]

/** The body of the tab of works: at most `height` lines of at most `width` cells. */
export const worksLines = (works: WorksState, frame: Frame): ReadonlyArray<Line> => {
  const { failed, list, view } = works
  const { height, lang } = frame
  if (failed !== null) return telling(lang === "vi" ? failed.title : failed.titleEn, say(own.again, lang), "bad", frame)
  if (view._tag === "Work" || view._tag === "Summary") return worksPage(works, frame).slice(view.top, view.top + height)
  if (list === null) return telling(say(own.reading, lang), "", "dim", frame)
  const layout = layoutOf(frame)
  const cursor = cursorOf(works)
  const rows = Array.from({ length: listHeight(frame) }, (_, offset): Line => {
    const line = list.items[works.top + offset]
    if (line === undefined)
      return offset === 0 && list.items.length === 0 ? [span(say(worksWords.none, lang), "warn")] : []
    const drawn = rowLine(line, layout, lang)
    const [name, ...others] = drawn
    return works.top + offset === cursor && name !== undefined ? [...choose([name]), ...others] : drawn
  })
  const typing = typingLine(works, frame)
  const about = aboutLines(list.items[cursor], frame)
  const foot = typing === null ? about : [typing, ...about]
  return [
    captionLine(works, frame),
    ...gridHeader(layout.columns, 1),
    ...rows,
    ...Array.from({ length: footHeight(frame) }, (_, at): Line => foot[at] ?? [])
  ]
}
