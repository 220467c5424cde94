import type { CriteriaSetSummary } from "@ntm/contract"
import { choicesHere } from "./assess-going.ts"
import { both, say } from "../language/lang.ts"
import { CARET, choose, type Line, span } from "../parts/line.ts"
import { cut, fit, width as cells } from "../parts/text.ts"
import { answered, type AssessState, type Frame, placesKey, type ViewOf } from "./assess-state.ts"

const own = {
  sets: both("Chọn bộ tiêu chí", "Choose a criteria set"),
  place: both("Chọn tỉnh hoặc huyện", "Choose a province or district"),
  typing: both("gõ tên, không cần dấu", "type a name without marks"),
  none: both("Không tìm thấy tỉnh, huyện nào", "No province or district was found"),
  searching: both("đang tìm…", "searching…"),
  criteria: both("tiêu chí", "criteria"),
  skeleton: both("chưa đủ để đánh giá", "not complete enough to judge by"),
  unverified: both("chưa kiểm chứng", "not verified")
} as const

export const chooserHeight = ({ height }: Frame): number => Math.max(1, height - 2)

const setText = (set: CriteriaSetSummary, frame: Frame): Line => {
  const { lang, width } = frame
  const loose = set.recalled + set.unknown
  const notes = set.doNotEvaluate
    ? say(own.skeleton, lang)
    : [
        `${set.periodFrom}–${set.periodTo}`,
        `${set.criteriaCount} ${say(own.criteria, lang)}`,
        ...(loose === 0 ? [] : [`* ${loose}/${set.indicatorCount} ${say(own.unverified, lang)}`])
      ].join(" · ")
  const right = width < 60 ? "" : `  ${notes}`
  return [
    span(fit(set.name, width - cells(right)), set.doNotEvaluate ? "dim" : "plain"),
    span(right, set.doNotEvaluate ? "warn" : "dim")
  ]
}

const page = (rows: ReadonlyArray<Line>, cursor: number, top: number, frame: Frame): ReadonlyArray<Line> =>
  rows.slice(top, top + chooserHeight(frame)).map((line, offset) => (top + offset === cursor ? choose(line) : line))

/** The sets to choose from. */
export const setsLines = (assess: AssessState, { window }: ViewOf<"Sets">, frame: Frame): ReadonlyArray<Line> => {
  const choices = choicesHere(assess)
  return [
    [span(say(own.sets, frame.lang), "strong"), span(`  ${window.cursor + 1}/${choices.length}`, "dim")],
    [],
    ...page(
      choices.map(({ used }) => setText(used, frame)),
      window.cursor,
      window.top,
      frame
    )
  ]
}

/** The places that a text finds, as last answered; undefined before the first answer. */
export const placesOf = (assess: AssessState, { shown }: ViewOf<"Places">) => {
  const day = assess.spot?.day ?? assess.today
  return day === null || shown === null ? undefined : answered(assess, "Places", placesKey(shown, day))
}

/** The provinces and districts to choose from; all provinces before anything is typed. */
export const placesLines = (assess: AssessState, view: ViewOf<"Places">, frame: Frame): ReadonlyArray<Line> => {
  const { lang, width } = frame
  const { cursor, top } = view.window
  const read = placesOf(assess, view)
  const items = read?._tag === "Places" ? read.items : []
  const late = view.shown !== view.query.trim()
  const state = late
    ? say(own.searching, lang)
    : read?._tag === "Failed"
      ? lang === "vi"
        ? read.problem.title
        : read.problem.titleEn
      : items.length === 0
        ? say(own.none, lang)
        : `${cursor + 1}/${items.length}${view.query === "" ? ` · ${say(own.typing, lang)}` : ""}`
  const asked = `${say(own.place, lang)}: `
  const room = Math.max(0, width - cells(asked) - cells(view.query) - 3)
  return [
    [span(asked, "accent"), span(view.query, "strong"), CARET, span(`  ${cut(state, room)}`, "dim")],
    [],
    ...page(
      items.map((unit): Line => [span(fit(unit.code, 6), "dim"), span(fit(`${unit.type} ${unit.name}`, width - 6))]),
      cursor,
      top,
      frame
    )
  ]
}
