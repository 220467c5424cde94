import { both, say } from "../language/lang.ts"
import { type Line, span } from "../parts/line.ts"
import { cut, wrap } from "../parts/text.ts"
import { within } from "../parts/within.ts"
import { curveLines } from "./curve-drawing.ts"
import { alertLines, alertsTitle, batchLines, curveFacts, tallyLines } from "./tally-lines.ts"
import { workLines } from "./work-lines.ts"
import type { Summary } from "./works-reads.ts"
import { type Frame, type Stored, summaryKey, workKey, type WorksState } from "./works-state.ts"

const own = {
  reading: both("đang đọc…", "reading…"),
  summary: both("Tổng hợp công trình", "All works"),
  curve: both("Đường tiến độ (%)", "S-curve (%)"),
  batches: both("Theo đợt và địa bàn", "By batch and district")
} as const

/** Alerts of a rule that the page lists; the command lists all. */
const LISTED = 5

const CURVE = { width: 110, height: 16 }

const summaryLines = (
  works: WorksState,
  { alerts, batches, curve }: Summary,
  { lang, width }: Frame
): ReadonlyArray<Line> => {
  const head = (text: string): ReadonlyArray<Line> => [[], [span(cut(text, width), "accent")]]
  return [
    [span(cut(say(own.summary, lang), width), "strong")],
    ...(works.list === null ? [] : tallyLines(works.list.tally, width, lang)),
    ...head(say(own.curve, lang)),
    ...curveFacts(curve.curve, width, lang),
    ...curveLines(curve.curve, Math.min(width, CURVE.width), CURVE.height, lang),
    ...head(say(own.batches, lang)),
    ...batches.items.flatMap((item) => [...batchLines(item, width, lang), []]),
    ...head(say(alertsTitle, lang)),
    ...alertLines(alerts.items, width, lang, LISTED)
  ]
}

const failedLines = (stored: Extract<Stored, { readonly _tag: "Failed" }>, { lang, width }: Frame) => {
  const { detail, detailEn, title, titleEn } = stored.problem
  const why = lang === "vi" ? (detail ?? title) : (detailEn ?? titleEn)
  return wrap(why, width).map((text): Line => [span(text, "bad")])
}

/** The page over the list as lines: what was read, what is being read, or why it could not be. None while there is no page. */
export const worksPage = (works: WorksState, frame: Frame): ReadonlyArray<Line> => {
  const { answers, spot, view } = works
  if (view._tag !== "Work" && view._tag !== "Summary") return []
  const read = answers.get(view._tag === "Work" ? workKey(view.id, spot.asOf) : summaryKey(spot))
  if (read === undefined) return [[span(say(own.reading, frame.lang), "dim")]]
  switch (read._tag) {
    case "Failed":
      return failedLines(read, frame)
    case "Work":
      return workLines(read.work, frame.width, frame.lang).map((line) => within(line, frame.width))
    case "Summary":
      return summaryLines(works, read.summary, frame).map((line) => within(line, frame.width))
    default:
      return []
  }
}
