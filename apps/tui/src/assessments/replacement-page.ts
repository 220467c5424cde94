import type { NamedUnit } from "@ntm/contract"
import { both, say } from "../language/lang.ts"
import { choose, type Line, span } from "../parts/line.ts"
import { cut, wrap } from "../parts/text.ts"
import { type AssessState, answered, type Frame, replacementKey, type ViewOf } from "./assess-state.ts"
import { groupReplacementLines, toldUnits, unitsTitle } from "./replacement-text.ts"

const own = {
  title: both("Thay bộ tiêu chí", "Replace the set"),
  other: both("b: bộ khác", "b: another set"),
  reading: both("Đang đánh giá theo cả hai bộ…", "Judging by both sets…"),
  again: both("Bấm r để thử lại.", "Press r to try again."),
  none: both("Không đơn vị nào đổi.", "No unit changes.")
} as const

/** A line of the page; the unit that it speaks of, where it speaks of one. */
export interface ReplacementRow {
  readonly line: Line
  readonly unit: NamedUnit | null
}

const HEAD = 2

/** Lines that are left for the rows below the title. */
export const replacementHeight = ({ height }: Frame): number => Math.max(1, height - HEAD)

/** A line of text in the room, its indentation kept on every line that it takes. */
const wrapped = (text: string, width: number): ReadonlyArray<string> => {
  const indent = text.length - text.trimStart().length
  return text === "" ? [""] : wrap(text.trimStart(), width - indent).map((part) => " ".repeat(indent) + part)
}

/** Everything below the title: what units lose and gain together, then one by one. */
export const replacementRows = (
  assess: AssessState,
  view: ViewOf<"Replacement">,
  { lang, width }: Frame
): ReadonlyArray<ReplacementRow> => {
  const plain = (text: string, tone: "plain" | "dim" | "bad" | "strong" = "plain"): ReadonlyArray<ReplacementRow> =>
    wrapped(text, width).map((part) => ({ line: [span(part, tone)], unit: null }))
  const read = assess.spot === null ? undefined : answered(assess, "Replacement", replacementKey(assess.spot, view.to))
  if (read === undefined) return plain(say(own.reading, lang), "dim")
  if (read._tag === "Failed") {
    const { detail, detailEn, title, titleEn } = read.problem
    const why = lang === "vi" ? (detail ?? title) : (detailEn ?? titleEn)
    return [...plain(why, "bad"), ...plain(""), ...plain(say(own.again, lang), "dim")]
  }
  const told = toldUnits(read.replacement, lang)
  return [
    ...groupReplacementLines(read.replacement, lang).flatMap((text) => plain(text)),
    ...plain(""),
    ...plain(`${unitsTitle(read.replacement, lang)} (${told.length})`, "strong"),
    ...(told.length === 0 ? plain(say(own.none, lang), "dim") : []),
    ...told.map(({ text, unit }) => ({ line: [span(cut(text, width))], unit }))
  ]
}

/** One set in the place of another: a title, and the rows in sight. */
export const replacementPage = (
  assess: AssessState,
  view: ViewOf<"Replacement">,
  frame: Frame
): ReadonlyArray<Line> => {
  const { lang, width } = frame
  const name = assess.sets.find(({ id }) => id === view.to)?.name ?? view.to
  const { cursor, top } = view.window
  return [
    [span(cut(`${say(own.title, lang)} · ${name} · ${say(own.other, lang)}`, width), "accent")],
    [],
    ...replacementRows(assess, view, frame)
      .slice(top, top + replacementHeight(frame))
      .map(({ line }, offset) => (top + offset === cursor ? choose(line) : line))
  ]
}
