import type { Problem } from "@ntm/contract"
import { stateWords } from "@ntm/domain/criteria"
import { formatDay } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { CARET, choose, type Line, span } from "../parts/line.ts"
import { cut, fit, wrap } from "../parts/text.ts"
import type { AssessState, CardView, Frame } from "./assess-state.ts"
import {
  cellKey,
  type EntryField,
  type EntryForm,
  type GridView,
  type Observed,
  type SingleEntry
} from "./entry-state.ts"
import { observedInput } from "./entry-step.ts"
import { gridColumn, gridHeight, gridInput, gridInputs } from "./grid-step.ts"
import { matrixRows } from "./matrix-rows.ts"
import { stateOf } from "./value-fields.ts"
import { valueText } from "./value-text.ts"

const own = {
  entry: both("Nhập số liệu", "Enter a value"),
  value: both("Giá trị", "Value"),
  day: both("Ngày của số liệu", "As of"),
  note: both("Ghi chú", "Note"),
  submit: both("Nộp", "Submit"),
  draft: both("Lưu nháp", "Save as draft"),
  sending: both("đang gửi…", "sending…"),
  now: both("Đang tính", "In force"),
  present: both("Hiện có", "Present"),
  pending: both("Mới hơn, chưa duyệt", "Newer, not approved"),
  none: both("chưa có", "none"),
  reading: both("đang đọc số liệu hiện có…", "reading the present values…"),
  yesNo: both("có/không", "yes/no"),
  refused: both("Không ghi", "Refused"),
  grid: both("Nhập theo cột", "Enter a column"),
  criterion: both("TC", "criterion"),
  unit: both("Đơn vị", "Unit"),
  typed: both("Giá trị mới", "New value"),
  typedCount: both(
    "giá trị đã gõ · Enter xuống dòng · Tab gửi · Esc thôi",
    "typed · Enter next · Tab send · Esc leave"
  ),
  send: both("Gửi", "Send"),
  values: both("giá trị", "values"),
  recorded: both("đã ghi", "recorded"),
  noInput: both("Tiêu chí này không dựa trên số liệu báo cáo nào", "This criterion rests on no reported value")
} as const

const LABEL = 20

const fieldLine = (form: EntryForm, field: EntryField, at: number, label: string, width: number): Line => {
  const chosen = form.field === at
  const mark = span(chosen ? "› " : "  ", "accent")
  if (field === "submit" || field === "draft") {
    const button = span(`[ ${label} ]`, chosen ? "strong" : "plain")
    return [mark, chosen ? { ...button, chosen: true } : button]
  }
  const text = form[field]
  const room = Math.max(4, width - LABEL - 4)
  // The end of a long text is what one types at.
  const shown = text.length > room ? `…${text.slice(-(room - 1))}` : text
  return [mark, span(fit(`${label}:`, LABEL), "dim"), span(shown, "strong"), ...(chosen ? [CARET] : [])]
}

/** The server's own words: every row's refusal, or the problem as a whole. */
const refusalLines = (problem: Problem, lang: Lang, width: number): ReadonlyArray<Line> => {
  const { detail, detailEn, errors = [], title, titleEn } = problem
  const told =
    errors.length > 0
      ? errors.map(({ message, messageEn }) => (lang === "vi" ? message : (messageEn ?? message)))
      : [lang === "vi" ? (detail ?? title) : (detailEn ?? titleEn)]
  return told.flatMap((text) =>
    wrap(`${say(own.refused, lang)}: ${text}`, width).map((one): Line => [span(one, "bad")])
  )
}

const labels = { value: own.value, day: own.day, note: own.note, submit: own.submit, draft: own.draft } as const

/** What there is to say about a form: that it is on its way, or why it is not. */
const noteLines = (form: EntryForm, sending: boolean, { lang, width }: Frame): ReadonlyArray<Line> => [
  ...(sending ? [[span(say(own.sending, lang), "dim")]] : []),
  ...(form.problem === null ? [] : wrap(say(form.problem, lang), width).map((one): Line => [span(one, "bad")])),
  ...(form.refused === null ? [] : refusalLines(form.refused, lang, width))
]

/** A form below a line about it. In a low window what there is to say takes that line's place, so that it is always seen. */
const formLines = (
  form: EntryForm,
  about: Line,
  unit: string | null,
  sending: boolean,
  frame: Frame
): ReadonlyArray<Line> => {
  const { lang, width } = frame
  const fields = form.fields.map((field, at) => {
    const label = `${say(labels[field], lang)}${field === "value" && unit !== null ? ` (${unit})` : ""}`
    return fieldLine(form, field, at, cut(label, LABEL - 2), width)
  })
  const notes = noteLines(form, sending, frame)
  const low = frame.height < fields.length + 2 + Math.max(1, notes.length)
  return low ? [notes[0] ?? about, ...fields] : [about, ...fields, ...notes]
}

type Known = NonNullable<Observed["inForce"]>

const recordText = (record: Known, attested: boolean, lang: Lang): string => {
  const { day, value } = record.observation
  return `${valueText(value, attested, lang)} · ${say(stateWords[stateOf(record)], lang)} · ${formatDay(day)}`
}

const knownText = ({ inForce, pending }: Observed, attested: boolean, lang: Lang): string =>
  [
    `${say(own.now, lang)}: ${inForce === null ? say(own.none, lang) : recordText(inForce, attested, lang)}`,
    ...(pending === null ? [] : [`${say(own.pending, lang)}: ${recordText(pending, attested, lang)}`])
  ].join("; ")

/** The form for one value of a unit. */
export const entryLines = (
  assess: AssessState,
  view: CardView,
  entry: SingleEntry,
  frame: Frame
): ReadonlyArray<Line> => {
  const { height, lang, width } = frame
  const input = entry.inputs[entry.which] ?? ""
  const known = observedInput(assess, view.code, input)
  const spec = known === undefined || known === "failed" ? undefined : known
  const attested = spec?.input.kind === "attestation"
  const which =
    entry.inputs.length > 1 ? ` · ${entry.which + 1}/${entry.inputs.length} ←→ ${spec?.input.name ?? input}` : ""
  const now = spec === undefined ? say(own.reading, lang) : knownText(spec, attested, lang)
  const unit = attested ? say(own.yesNo, lang) : (spec?.input.unit ?? null)
  return [
    [span(cut(`${say(own.entry, lang)} · ${entry.name}${which}`, width), "strong")],
    ...formLines(entry, [span(cut(now, width), "dim")], unit, assess.sending !== null, frame)
  ].slice(0, height)
}

/** The grid down the units, or the form that sends it. */
export const gridLines = (assess: AssessState, grid: GridView, frame: Frame): ReadonlyArray<Line> => {
  const { height, lang, width } = frame
  const inputs = gridInputs(assess, grid)
  const input = gridInput(assess, grid)
  const column = gridColumn(assess, input)
  const spec = column?._tag === "Column" ? column.input : undefined
  const attested = spec?.kind === "attestation"
  const many = inputs !== undefined && inputs.length > 1 ? ` ${grid.which + 1}/${inputs.length} ←→` : ""
  const title = `${say(own.grid, lang)} · ${say(own.criterion, lang)} ${grid.no}${many} · ${spec?.name ?? input}`
  if (grid.form !== null)
    return [
      [span(cut(`${say(own.send, lang)} ${grid.texts.size} ${say(own.values, lang)} · ${title}`, width), "strong")],
      ...formLines(grid.form, [], null, assess.sending !== null, frame)
    ].slice(0, height)
  const rows = matrixRows(assess)
  const { cursor, top } = grid.window
  const count = ` ${rows.length === 0 ? 0 : cursor + 1}/${rows.length}`
  const unit = attested ? say(own.yesNo, lang) : (spec?.unit ?? "")
  const columns: ReadonlyArray<Column> = spread(
    [
      { title: say(own.unit, lang), width: 10, grow: 1 },
      { title: say(own.present, lang), width: width < 60 ? 8 : 28, align: "right" },
      {
        title: `${say(own.typed, lang)} ${unit === "" ? "" : `(${unit})`}`,
        width: width < 60 ? 12 : 22,
        align: "right"
      },
      { title: "", width: 2 }
    ],
    width
  )
  const line = (at: number): Line => {
    const row = rows[at]
    if (row === undefined) return []
    const key = cellKey(input, row.unit.id)
    const known = column?._tag === "Column" ? column.items.find((item) => item.unit.id === row.unit.id) : undefined
    const record = known?.pending ?? known?.inForce ?? null
    const now =
      record === null
        ? ""
        : width < 60
          ? valueText(record.observation.value, attested, lang)
          : recordText(record, attested, lang)
    const result = grid.results.get(key)
    const sign = result === undefined ? "" : result === null ? "✓" : "▲"
    const cells = gridLine(columns, [
      { text: `${row.unit.type} ${row.unit.name}` },
      { text: now, tone: "dim" },
      { text: grid.texts.get(key) ?? (result === null ? say(own.recorded, lang) : ""), tone: "strong" },
      { text: sign, tone: result === null ? "good" : "bad" }
    ])
    return at === cursor ? choose(cells) : cells
  }
  const chosen = rows[cursor]
  const why = chosen === undefined ? undefined : grid.results.get(cellKey(input, chosen.unit.id))
  const foot: Line =
    inputs?.length === 0
      ? [span(cut(say(own.noInput, lang), width), "warn")]
      : assess.said !== null
        ? [span(cut(say(assess.said.text, lang), width), assess.said.tone)]
        : why === undefined || why === null
          ? [span(cut(`${grid.texts.size} ${say(own.typedCount, lang)}`, width), "dim")]
          : [span(cut(say(why, lang), width), "bad")]
  return [
    [span(fit(title, width - count.length), "strong"), span(count, "dim")],
    ...gridHeader(columns, 1),
    ...Array.from({ length: gridHeight(frame) }, (_, offset) => line(top + offset)),
    foot
  ]
}
