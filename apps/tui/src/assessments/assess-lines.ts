import { both, say } from "../language/lang.ts"
import { type Line, span } from "../parts/line.ts"
import { cut } from "../parts/text.ts"
import { type AssessState, type Frame } from "./assess-state.ts"
import { cardLines } from "./card-lines.ts"
import { pageLength, shownCard } from "./card-shown.ts"
import { placesLines, setsLines } from "./chooser-lines.ts"
import { gridLines } from "./entry-lines.ts"
import { matrixLines } from "./matrix-lines.ts"
import { movementPage } from "./movement-page.ts"
import { replacementPage } from "./replacement-page.ts"
import { summaryPage } from "./summary-lines.ts"
import { targetPage, targetsLines, targetsOf } from "./targets-list.ts"

const own = {
  reading: both("Đang đọc các bộ tiêu chí…", "Reading the criteria sets…"),
  judging: both("Đang đánh giá các đơn vị…", "Judging the units…"),
  choose: both("Bấm p để chọn tỉnh.", "Press p to choose a province."),
  again: both("Bấm r để thử lại.", "Press r to try again.")
} as const

/** The body of the tab of assessments: at most `height` lines of at most `width` cells. */
export const assessLines = (assess: AssessState, document: string | null, frame: Frame): ReadonlyArray<Line> => {
  const { failed, going, matrix, said, view } = assess
  const { height, lang, width } = frame
  const telling = (text: string, tone: "dim" | "bad", then: string): ReadonlyArray<Line> => [
    [],
    [span(cut(text, width), tone)],
    [],
    [span(cut(then, width), "dim")]
  ]
  if (failed !== null) return telling(lang === "vi" ? failed.title : failed.titleEn, "bad", say(own.again, lang))
  if (assess.today === null) return telling(say(own.reading, lang), "dim", "")
  switch (view._tag) {
    case "Sets":
      return setsLines(assess, view, frame)
    case "Places":
      return placesLines(assess, view, frame)
    case "Targets":
      return targetsLines(assess, view, document, frame)
    case "Summary":
      return summaryPage(assess, frame).slice(view.top, view.top + height)
    case "Movement":
      return movementPage(assess, view, frame).slice(view.top, view.top + height)
    case "Replacement":
      return replacementPage(assess, view, frame)
    case "Card":
      return cardLines(assess, view, frame)
    case "Grid":
      return gridLines(assess, view, frame)
    default:
      if (matrix !== null) return matrixLines(assess, frame)
      if (said !== null)
        return telling(say(said.text, lang), said.tone === "bad" ? "bad" : "dim", say(own.choose, lang))
      return telling(going === null ? say(own.choose, lang) : say(own.judging, lang), "dim", "")
  }
}

/** Which lines of a page are seen, where one lies over the tab. */
export const assessPage = (
  assess: AssessState,
  document: string | null,
  frame: Frame
): { readonly top: number; readonly count: number } | undefined => {
  const { view } = assess
  switch (view._tag) {
    case "Summary":
      return { top: view.top, count: summaryPage(assess, frame).length }
    case "Movement":
      return { top: view.top, count: movementPage(assess, view, frame).length }
    case "Targets": {
      const read = targetsOf(assess, document)
      const item = read?._tag === "Targets" ? read.items[view.window.cursor] : undefined
      return view.open === null || item === undefined
        ? undefined
        : { top: view.open, count: targetPage(item, frame).length }
    }
    case "Card": {
      const shown = view.page === null ? undefined : shownCard(assess, view)
      return view.page === null || shown === undefined ? undefined : { top: view.page, count: pageLength(shown, frame) }
    }
    default:
      return undefined
  }
}
