import type { TargetOnDay } from "@ntm/contract"
import type { TargetStanding } from "@ntm/domain/criteria"
import { formatDay, formatNumber } from "@ntm/domain/values"
import { both, say } from "../language/lang.ts"
import { detailLines, type Field } from "../parts/detail.ts"
import { type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { choose, type Line, span, type Tone } from "../parts/line.ts"
import { cut, fit } from "../parts/text.ts"
import { answered, type AssessState, type Frame, targetsKey, type ViewOf } from "./assess-state.ts"
import { mark, markWords } from "./assess-words.ts"

const own = {
  caption: both("Chỉ tiêu kế hoạch, theo nhóm nội dung, đến ngày", "Targets of the plan by group, as of"),
  reading: both("Đang đọc chỉ tiêu kế hoạch…", "Reading the targets…"),
  noPlan: both("Máy chủ chưa có kế hoạch nào có chỉ tiêu.", "The server holds no plan with targets."),
  state: both("Tình trạng", "State"),
  target: both("Chỉ tiêu", "Target"),
  actual: both("Đã đạt", "Reached"),
  needed: both("Cần", "Needed"),
  by: both("Hạn", "By"),
  pace: both("Cần mỗi tháng", "Needed a month"),
  expected: both("Theo tiến độ đều phải có", "At a steady pace"),
  unknown: both("chưa biết", "not known"),
  asPrinted: both("Văn bản ghi", "As printed"),
  baseline: both("Ban đầu", "Baseline"),
  added: both("Thêm", "Added"),
  total: both("Tổng", "Total"),
  scope: both("Phạm vi", "Scope"),
  group: both("Nhóm", "Group"),
  fault: both("▲ Không khớp", "▲ Does not agree"),
  note: both("Ghi chú", "Note"),
  source: both("Văn bản", "Document")
} as const

export const stateWords = {
  reached: both("đã đạt", "reached"),
  onCourse: both("đúng tiến độ", "on course"),
  behind: both("chậm", "behind"),
  missed: both("không đạt", "missed"),
  noData: both("chưa có số liệu", "no data"),
  notMeasured: both("không đo bằng số", "not measured")
} as const satisfies Record<TargetStanding["state"], unknown>

export const look = {
  reached: { sign: "✓", tone: "good" },
  onCourse: { sign: "→", tone: "good" },
  behind: { sign: "!", tone: "warn" },
  missed: { sign: "✗", tone: "bad" },
  noData: { sign: "?", tone: "warn" },
  notMeasured: { sign: "–", tone: "dim" }
} as const satisfies Record<TargetStanding["state"], { readonly sign: string; readonly tone: Tone }>

export const targetsHeight = ({ height }: Frame): number => Math.max(1, height - 3)

/** Targets of the plan; undefined while they are being read. */
export const targetsOf = (assess: AssessState, document: string | null) =>
  document === null || assess.spot === null ? undefined : answered(assess, "Targets", targetsKey(document, assess.spot))

/** How many reach it out of how many, with the share, and of how many it is not known: in words, or as its sign alone. */
const actualText = ({ standing: { actual, percent } }: TargetOnDay, unknown: string): string =>
  actual === null
    ? ""
    : [
        `${formatNumber(actual.reached)}${actual.outOf === null ? "" : `/${formatNumber(actual.outOf)}`}`,
        ...(percent === null ? [] : [`${formatNumber(percent)} %`]),
        ...(actual.unknown === 0 ? [] : [`? ${actual.unknown}${unknown}`])
      ].join(" · ")

/** The same for a line of the list, where no number is cut: a narrow window has room for the count alone. */
const listedActual = (item: TargetOnDay, narrow: boolean): string => {
  const text = actualText(item, "")
  const shown = narrow ? (text.split(" · ")[0] ?? "") : text
  return shown === "" ? "" : `${item.illustrative ? mark.illustrative : ""}${shown}`
}

const neededText = ({ standing: { needed }, target }: TargetOnDay): string =>
  needed === null
    ? target.value === null
      ? ""
      : `${formatNumber(target.value)} ${target.unit ?? ""}`.trim()
    : formatNumber(needed)

/** One decimal; below one two digits, so that a small pace does not read as none. */
export const paceText = (number: number): string =>
  formatNumber(Number(Math.abs(number) < 1 ? number.toPrecision(2) : number.toFixed(1)))

const numbers = (text: number): string => formatNumber(Number(text.toFixed(2)))

/** Everything about one target: as printed, where it stands, what has to be added, what does not agree. */
export const targetPage = (item: TargetOnDay, { lang, width }: Pick<Frame, "lang" | "width">): ReadonlyArray<Line> => {
  const { faults, standing, target } = item
  const { expected, perMonth, state } = standing
  const { sign, tone } = look[state]
  const field = (label: keyof typeof own, text: string | null, tone?: Tone): ReadonlyArray<Field> =>
    text === null || text === ""
      ? []
      : [{ label: say(own[label], lang), text, ...(tone === undefined ? {} : { tone }) }]
  const count = (value: number | null): string | null => (value === null ? null : formatNumber(value))
  return detailLines(
    {
      title: target.text,
      fields: [
        ...field("state", `${sign} ${say(stateWords[state], lang)}`, tone),
        ...field("actual", actualText(item, ` ${say(own.unknown, lang)}`)),
        ...field("needed", neededText(item)),
        ...field("expected", expected === null ? null : numbers(expected)),
        ...field("pace", perMonth === null || perMonth === 0 ? null : paceText(perMonth)),
        ...field("by", `${formatDay(target.from)} – ${formatDay(target.by)}`),
        ...field("asPrinted", target.value === null ? null : `${formatNumber(target.value)} ${target.unit ?? ""}`),
        ...field("baseline", count(target.baseline)),
        ...field("added", count(target.added)),
        ...field(
          "total",
          target.total === null ? null : `${target.total}${target.outOf === null ? "" : `/${target.outOf}`}`
        ),
        ...field("scope", [target.scope.text, ...target.scope.units].filter((text) => text !== "").join(", ")),
        ...faults.flatMap((fault) => field("fault", say(fault, lang), "bad")),
        ...(item.illustrative
          ? [{ label: mark.illustrative, text: say(markWords.illustrative, lang), tone: "warn" as const }]
          : []),
        ...field("note", target.note),
        ...field("group", `${target.group.no} ${target.group.title}`),
        ...field("source", target.document)
      ]
    },
    width
  )
}

/** The targets of a plan on the tab's day, a row each, in the plan's order; the first of a group names it. */
export const targetsLines = (
  assess: AssessState,
  view: ViewOf<"Targets">,
  document: string | null,
  frame: Frame
): ReadonlyArray<Line> => {
  const { height, lang, width } = frame
  const read = targetsOf(assess, document)
  if (document === null) return [[], [span(say(own.noPlan, lang), "warn")]]
  if (read === undefined) return [[], [span(say(own.reading, lang), "dim")]]
  if (read._tag === "Failed")
    return [[], [span(cut(lang === "vi" ? read.problem.title : read.problem.titleEn, width), "bad")]]
  const { items } = read
  const { cursor, top } = view.window
  const chosen = items[cursor]
  if (view.open !== null && chosen !== undefined) return targetPage(chosen, frame).slice(view.open, view.open + height)
  const actuals = items.map((item) => listedActual(item, width < 70))
  const columns: ReadonlyArray<Column> = spread(
    [
      { title: say(own.state, lang), width: width < 70 ? 2 : 18 },
      { title: say(own.target, lang), width: 12, grow: 1 },
      { title: say(own.actual, lang), width: Math.max(9, ...actuals.map(({ length }) => length)), align: "right" },
      { title: say(own.needed, lang), width: 7, align: "right" },
      ...(width < 70 ? [] : [{ title: say(own.by, lang), width: 10 }])
    ],
    width
  )
  const line = (item: TargetOnDay): Line => {
    const { state } = item.standing
    const { sign, tone } = look[state]
    return gridLine(columns, [
      { text: width < 70 ? sign : `${sign} ${say(stateWords[state], lang)}`, tone },
      { text: `${item.faults.length > 0 ? "▲ " : ""}${item.target.text}`, tone: "plain" },
      { text: listedActual(item, width < 70), tone },
      { text: neededText(item) },
      ...(width < 70 ? [] : [{ text: formatDay(item.target.by), tone: "dim" as const }])
    ])
  }
  const day = assess.spot === null ? "" : formatDay(assess.spot.day)
  const caption = `${say(own.caption, lang)} ${day}`
  const count = items.length === 0 ? "" : ` ${cursor + 1}/${items.length}`
  return [
    [span(fit(caption, width - count.length), "strong"), span(count, "dim")],
    ...gridHeader(columns, 1),
    ...Array.from({ length: targetsHeight(frame) }, (_, offset): Line => {
      const item = items[top + offset]
      return item === undefined ? [] : top + offset === cursor ? choose(line(item)) : line(item)
    }),
    chosen === undefined
      ? [span(say(own.noPlan, lang), "warn")]
      : [span(cut(`${chosen.target.group.no} ${chosen.target.group.title}`, width), "dim")]
  ]
}
