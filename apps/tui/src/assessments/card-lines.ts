import { comparisonWords, stateWords } from "@ntm/domain/criteria"
import type { ValueDetail } from "@ntm/contract"
import { formatDay, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { choose, type Line, type Span, span } from "../parts/line.ts"
import { cut, fit, width as cells } from "../parts/text.ts"
import { type AssessState, answered, cardKey, type CardView, type Frame } from "./assess-state.ts"
import { countedWords, mark, unverifiedLines, verdictSign } from "./assess-words.ts"
import {
  type CardRow,
  criterionKey,
  decidingLeaf,
  lineLook,
  lineName,
  type LineRow,
  partWords,
  valuesOf
} from "./card-rows.ts"
import { cardHeight, type ShownCard, shownCard } from "./card-shown.ts"
import { typingLines } from "./trial-lines.ts"
import { valueText } from "./value-text.ts"
import { captionLine, columnsFor, heldLine, signRoom, titleLine } from "./card-head-lines.ts"
import { entryLines } from "./entry-lines.ts"
import { stateOf } from "./value-fields.ts"
import { whyLines } from "./why-lines.ts"

const own = {
  reading: both("Đang đọc phiếu đánh giá…", "Reading the scorecard…"),
  again: both("Bấm r để thử lại.", "Press r to try again."),
  none: both("Không có bộ tiêu chí nào cho đơn vị này vào ngày này.", "No set is for this unit on this day."),
  nothingOpen: both("Không còn gì chưa đạt.", "Nothing is left that is not met."),
  days: both("ngày", "days"),
  unverified: both("dòng chưa kiểm chứng", "lines not verified"),
  illustrative: both("dòng minh họa", "illustrative lines")
} as const

const detailOf = (card: ShownCard["card"], row: LineRow): ValueDetail | undefined => {
  const leaf = decidingLeaf(row.line)
  const columns = leaf?.value?.columns ?? []
  return valuesOf(card, row.line).find(({ column }) => columns.includes(column))
}

const stateText = (detail: ValueDetail | undefined, age: number | null, lang: Lang): string => {
  const state = detail?.record === null || detail === undefined ? [] : [say(stateWords[stateOf(detail.record)], lang)]
  const day = detail?.record?.observation.day
  const when =
    age !== null ? [`${formatNumber(age)} ${say(own.days, lang)}`] : day === undefined ? [] : [formatDay(day)]
  return [...state, ...when].join(", ")
}

const marksOf = (row: LineRow, detail: ValueDetail | undefined): string => {
  const sure = row.detail?.confidence
  return [
    sure === "recalled" || sure === "unknown" ? mark.unverified : "",
    sure === "illustrative" || detail?.record?.observation.illustrative === true ? mark.illustrative : "",
    detail?.derived === null || detail === undefined ? "" : mark.provisional
  ].join("")
}

const verdictsBefore = (base: ShownCard["base"]): ReadonlyMap<string, LineRow["line"]["verdict"]> =>
  new Map(
    base.sets.flatMap(({ explanation, set }) => [
      ...explanation.criteria.flatMap((criterion) => [
        [criterionKey(set.id, criterion.no), criterion.verdict] as const,
        ...criterion.indicators.map((line) => [`${set.id} criterion ${line.code}`, line.verdict] as const)
      ]),
      [`${set.id} set`, explanation.verdict] as const
    ])
  )

type Before = ReturnType<typeof verdictsBefore>

/** "✓", or "✗→✓" where a value that is tried changed it. */
const signSpans = (row: CardRow, verdict: LineRow["line"]["verdict"], before: Before, room: number): Line => {
  const { sign, tone } = row._tag === "Line" ? lineLook(row.part, verdict) : verdictSign[verdict]
  const was = before.get(row.key)
  if (room < 4) return [span(`${sign} `, tone)]
  return was === undefined || was === verdict
    ? [span(fit(sign, room), tone)]
    : [span(verdictSign[was].sign, verdictSign[was].tone), span("→", "dim"), span(`${sign} `, tone)]
}

const lineSpans = (row: LineRow, { card }: ShownCard, before: Before, view: CardView, { lang, width }: Frame): Line => {
  const room = columnsFor(width)
  const leaf = decidingLeaf(row.line)
  const detail = detailOf(card, row)
  const attested = leaf?.op === "attested"
  const threshold = leaf?.threshold?.value ?? null
  const { comparison = null, gap = null, value = null } = leaf ?? {}
  const missing =
    row.part !== "withdraw" && gap !== null && gap.amount > 0 ? formatNumber(Number(gap.amount.toFixed(2))) : ""
  const { tone } = lineLook(row.part, row.line.verdict)
  const cell = (text: string, of: number, as: Span["tone"] = "plain"): Line =>
    of === 0 ? [] : [span(" "), span(fit(text, of - 1, "right"), as)]
  const signs = signRoom(view)
  const indent = width < 58 ? 1 : 4
  const marks = marksOf(row, detail)
  const name = lineName(row, lang)
  const left = width - indent - signs - room.value - room.asked - room.gap - room.state - 2
  return [
    span(" ".repeat(indent)),
    ...signSpans(row, row.line.verdict, before, signs),
    span(fit(name, left)),
    span(fit(marks, 2, "right"), "warn"),
    ...cell(value === null ? "" : valueText(value.value, attested, lang), room.value, tone),
    ...cell(
      threshold === null || comparison === null ? "" : comparisonWords(comparison, threshold, null),
      room.asked,
      "dim"
    ),
    ...cell(missing, room.gap, "bad"),
    ...cell(stateText(detail, value?.ageDays ?? null, lang), room.state, "dim")
  ]
}

const rowLine = (row: CardRow, shown: ShownCard, before: Before, view: CardView, frame: Frame): Line => {
  const { lang, width } = frame
  if (row._tag === "Line") return lineSpans(row, shown, before, view, frame)
  if (row._tag === "Criterion") {
    const { name, no, verdict } = row.criterion
    const signs = signSpans(row, verdict, before, signRoom(view))
    return [span(width < 58 ? "" : "  "), ...signs, span(fit(`${no}. ${name}`, width - 2 - signRoom(view)), "strong")]
  }
  const { explanation, set } = row.assessed
  const { tone } = verdictSign[explanation.verdict]
  const right = ` ${explanation.met}/${explanation.outOf} ${say(countedWords[explanation.verdict], lang)}`
  const signs = signSpans(row, explanation.verdict, before, signRoom(view))
  const room = width - 2 - signRoom(view) - cells(right)
  return [span(row.open ? "▾ " : "▸ ", "accent"), ...signs, span(fit(set.name, room), "accent"), span(right, tone)]
}

const footLines = (assess: AssessState, shown: ShownCard, view: CardView, frame: Frame): ReadonlyArray<Line> => {
  const { lang, width } = frame
  if (view.typing !== null) return typingLines(shown, view, frame)
  if (assess.said !== null) return [[span(cut(say(assess.said.text, lang), width), assess.said.tone)], []]
  const row = shown.rows[shown.cursor]
  if (row === undefined)
    return [[span(say(shown.card.sets.length === 0 ? own.none : own.nothingOpen, lang), "warn")], []]
  if (row._tag === "Set") {
    const { set } = row.assessed
    const notes = `${unverifiedLines(set)} ${say(own.unverified, lang)} · ${set.confidence.illustrative} ${say(own.illustrative, lang)}`
    return [[span(cut(set.name, width))], [span(cut(notes, width), "dim")]]
  }
  if (row._tag === "Criterion") return [[span(cut(row.criterion.name, width))], []]
  const { detail, line, part } = row
  const { sign, tone } = lineLook(part, line.verdict)
  const code = part === "criterion" || part === "condition" ? `${line.code} ` : ""
  const about = [say(partWords[part], lang), detail?.unit ?? "", detail?.leadAgency ?? ""].filter((text) => text !== "")
  return [
    [span(`${sign} ${code}`, tone), span(cut(say(line.says, lang), width - 2 - cells(code)))],
    [span(cut(about.join(" · "), width), "dim")]
  ]
}

/** A unit's scorecard: its sets, their criteria and lines; or the whole page of one row. */
export const cardLines = (assess: AssessState, view: CardView, frame: Frame): ReadonlyArray<Line> => {
  const { height, lang, width } = frame
  const shown = shownCard(assess, view)
  if (shown === undefined) {
    const read = answered(assess, "Card", cardKey(assess, view.code))
    return read?._tag === "Failed"
      ? [
          [],
          [span(cut(lang === "vi" ? read.problem.title : read.problem.titleEn, width), "bad")],
          [],
          [span(say(own.again, lang), "dim")]
        ]
      : [[], [span(say(own.reading, lang), "dim")]]
  }
  const { card, cursor, rows } = shown
  if (view.entry !== null) return entryLines(assess, view, view.entry, frame)
  const chosen = rows[cursor]
  if (view.page !== null && chosen !== undefined)
    return whyLines(card, chosen, frame).slice(view.page, view.page + height)
  const before = verdictsBefore(shown.base)
  const count = cardHeight(frame)
  return [
    captionLine(shown, view, assess, frame),
    heldLine(shown, frame),
    titleLine(view, frame),
    ...Array.from({ length: count }, (_, offset): Line => {
      const at = view.top + offset
      const row = rows[at]
      if (row === undefined) return []
      const line = rowLine(row, shown, before, view, frame)
      return at === cursor ? choose(line) : line
    }),
    ...footLines(assess, shown, view, frame)
  ].slice(0, height)
}
