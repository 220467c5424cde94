import type { MatrixRow } from "@ntm/contract"
import { formatDay, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { CARET, choose, type Line, type Span, span } from "../parts/line.ts"
import { cut, fit, width as cells } from "../parts/text.ts"
import { acceptWords, heldWords, mark, markWords, signOf, tierShort, verdictAt, verdictSign } from "./assess-words.ts"
import { type AssessState, cardOf, type Frame } from "./assess-state.ts"
import { criterionWhy } from "./card-rows.ts"
import { firstShown, MARKS, type MatrixLayout, matrixLayout, MET } from "./matrix-layout.ts"
import { chosenUnit, criteriaOf, matrixRows, rowCursor } from "./matrix-rows.ts"
import { summaryLines } from "./summary-lines.ts"

const own = {
  filter: both("Lọc đơn vị", "Filter units"),
  day: both("Xem vào ngày", "As of"),
  dayHint: both("ngày/tháng/năm, Enter để xem", "day/month/year, Enter to see it"),
  of: both("trong", "of"),
  none: both("không có đơn vị nào khớp, Esc để bỏ", "no unit matches, Esc drops it"),
  noUnits: both("Bộ tiêu chí này không dùng cho đơn vị nào ở đây.", "This set is for no unit here."),
  failing: both("chỉ đơn vị chưa đạt TC", "only units failing criterion"),
  criterion: both("TC", "C"),
  met: both("Đạt", "Met"),
  units: both("đơn vị", "units"),
  reading: both("đang đọc lý do…", "reading why…"),
  on: both("ngày", "on")
} as const

/** "° ~": what to keep in mind about a row. */
const marksOf = ({ illustrative, provisional }: MatrixRow): string =>
  `${illustrative ? mark.illustrative : " "}${provisional ? mark.provisional : " "}`

const cellsOf = (row: MatrixRow, first: number, { pitch, shown }: MatrixLayout, column: number | null): Line =>
  Array.from({ length: shown }, (_, offset): Span => {
    const at = first + offset
    const { sign, tone } = signOf(verdictAt(row.verdicts, at))
    const cell = span(fit(sign, pitch, "right"), tone)
    return at === column ? { ...cell, chosen: true } : cell
  })

const rowLine = (row: MatrixRow, first: number, layout: MatrixLayout, column: number | null, total: number): Line => {
  const { tone } = verdictSign[row.verdict]
  const chosen = column !== null
  return [
    span(fit(`${row.unit.type} ${row.unit.name}`, layout.name), chosen ? "strong" : "plain"),
    span(fit(marksOf(row), MARKS), "warn"),
    span(fit(`${row.met}/${total}`, MET - 1, "right"), tone),
    span(" "),
    ...cellsOf(row, first, layout, column)
  ]
}

/** The numbers of the criteria: beside each other, or digit above digit where they are set close. */
const headerLines = (assess: AssessState, first: number, layout: MatrixLayout, lang: Lang): ReadonlyArray<Line> => {
  const { header, name, pitch, shown } = layout
  const criteria = criteriaOf(assess).slice(first, first + shown)
  const chosen = assess.column - first
  const numbers = (text: (no: number) => string): Line =>
    criteria.map(({ no }, at) => {
      const cell = span(fit(text(no), pitch, "right"), at === chosen ? "accent" : "dim")
      return at === chosen ? { ...cell, chosen: true } : cell
    })
  const rest = assess.query === "" ? "" : `${say(own.filter, lang)}: ${assess.query}`
  const left = (last: boolean): Line => [
    span(fit(last ? rest : "", name + MARKS), "accent"),
    span(fit(last ? say(own.met, lang) : "", MET - 1, "right"), "dim"),
    span(" ")
  ]
  if (header === 1) return [[...left(true), ...numbers(String)]]
  return [
    [...left(false), ...numbers((no) => (no < 10 ? "" : String(Math.floor(no / 10))))],
    [...left(true), ...numbers((no) => String(no % 10))]
  ]
}

/** The set, the place, the day and how many units. */
const captionLine = (assess: AssessState, rows: ReadonlyArray<MatrixRow>, { lang, width }: Frame): Line => {
  const { failing, matrix, spot } = assess
  if (matrix === null || spot === null) return []
  const count = `${rows.length === 0 ? 0 : rowCursor(assess, rows) + 1}/${rows.length}`
  const parts = [
    formatDay(spot.day),
    spot.parent.name,
    `${formatNumber(matrix.items.length)} ${say(own.units, lang)}`,
    matrix.set.name
  ]
  const narrowed = failing === null ? [] : [`${say(own.failing, lang)} ${failing}`]
  const accepted = spot.accept === "approved" ? [] : [say(acceptWords[spot.accept], lang)]
  const right = cut(` ${[...narrowed, ...accepted, count].join(" · ")}`, width)
  return [span(fit(parts.join(" · "), width - cells(right)), "strong"), span(right, failing === null ? "dim" : "warn")]
}

/** What stands under the cursor: the criterion, the verdict, why, and what to keep in mind about the unit. */
const cellLines = (assess: AssessState, row: MatrixRow | undefined, { lang, width }: Frame): ReadonlyArray<Line> => {
  const criterion = criteriaOf(assess)[assess.column]
  if (row === undefined || criterion === undefined) return [[], []]
  const { sign, tone } = signOf(verdictAt(row.verdicts, assess.column))
  const card = cardOf(assess, row.unit.code)
  const why =
    card === undefined ? say(own.reading, lang) : criterionWhy(card, assess.matrix?.set.id ?? "", criterion.no, lang)
  const head = `${sign} ${say(own.criterion, lang)} ${criterion.no} ${criterion.name}: `
  const held =
    row.held === null
      ? []
      : [`${say(heldWords[row.held], lang)}${row.tier === null ? "" : ` ${say(tierShort[row.tier], lang)}`}`]
  const notes = [
    // Names repeat within a province: the district tells them apart.
    [row.unit, ...(card?.above.slice(0, -1) ?? [])].map(({ name, type }) => `${type} ${name}`).join(", "),
    ...held,
    ...(row.illustrative ? [`${mark.illustrative} ${say(markWords.illustrative, lang)}`] : []),
    ...(row.provisional ? [`${mark.provisional} ${say(markWords.provisional, lang)}`] : [])
  ]
  const shownHead = cut(head, width)
  return [
    [
      span(shownHead, tone),
      span(cut(why, Math.max(0, width - cells(shownHead))), card === undefined ? "dim" : "plain")
    ],
    [span(cut(notes.join(" · "), width), "dim")]
  ]
}

const footLines = (assess: AssessState, rows: ReadonlyArray<MatrixRow>, frame: Frame): ReadonlyArray<Line> => {
  const { said, view } = assess
  const { lang, width } = frame
  const two = cellLines(assess, chosenUnit(assess, rows), frame)
  if (view._tag === "Day") {
    const asked = `${say(own.day, lang)}: `
    const problem = view.problem === null ? say(own.dayHint, lang) : say(view.problem, lang)
    const room = Math.max(0, width - cells(asked) - cells(view.text) - 3)
    const tone = view.problem === null ? "dim" : "bad"
    return [
      [span(asked, "accent"), span(view.text, "strong"), CARET, span(`  ${fit(problem, room)}`, tone)],
      two[1] ?? []
    ]
  }
  if (view._tag === "Filter") {
    const total = assess.matrix?.items.length ?? 0
    const found = rows.length === 0 ? say(own.none, lang) : `${rows.length} ${say(own.of, lang)} ${total}`
    return [
      [
        span(`${say(own.filter, lang)}: `, "accent"),
        span(assess.query, "strong"),
        CARET,
        span(`  ${found}`, rows.length === 0 ? "warn" : "dim")
      ],
      two[1] ?? []
    ]
  }
  if (said !== null) return [[span(fit(say(said.text, lang), width), said.tone)], two[0] ?? []]
  return two
}

/** The heat map: units by criteria, what is under the cursor, and all units together. */
export const matrixLines = (assess: AssessState, frame: Frame): ReadonlyArray<Line> => {
  const { lang, width } = frame
  const rows = matrixRows(assess)
  const criteria = criteriaOf(assess)
  const layout = matrixLayout(frame, criteria.length)
  const first = firstShown(layout, criteria.length, assess.column)
  const cursor = rowCursor(assess, rows)
  const empty = assess.matrix?.items.length === 0
  return [
    captionLine(assess, rows, frame),
    ...headerLines(assess, first, layout, lang),
    ...Array.from({ length: layout.rows }, (_, offset): Line => {
      const at = assess.top + offset
      const row = rows[at]
      if (row === undefined) return empty && offset === 0 ? [span(fit(say(own.noUnits, lang), width), "warn")] : []
      const line = rowLine(row, first, layout, at === cursor ? assess.column : null, criteria.length)
      const [name, ...others] = line
      return at === cursor && name !== undefined ? [...choose([name]), ...others] : line
    }),
    ...footLines(assess, rows, frame).slice(0, layout.foot),
    ...summaryLines(assess, frame).slice(0, layout.summary)
  ]
}
