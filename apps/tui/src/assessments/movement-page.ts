import { formatDay } from "@ntm/domain/values"
import { both, say } from "../language/lang.ts"
import { movementLines } from "../movements/movement-lines.ts"
import { CARET, type Line, span } from "../parts/line.ts"
import { cut, fit, width as cells, wrap } from "../parts/text.ts"
import { type AssessState, answered, type Frame, movementKey, type ViewOf } from "./assess-state.ts"

const own = {
  title: both("Vì sao số thay đổi", "Why the numbers moved"),
  from: both("Từ ngày", "From"),
  hint: both("gõ ngày rồi Enter; Esc giữ ngày cũ", "type a day, then Enter; Esc keeps the day"),
  other: both("d: ngày khác", "d: another day"),
  reading: both("Đang so sánh…", "Comparing…"),
  again: both("Bấm r để thử lại.", "Press r to try again.")
} as const

/** A line of text in the room, its indentation kept on every line that it takes. */
const wrapped = (text: string, width: number): ReadonlyArray<Line> => {
  const indent = text.length - text.trimStart().length
  return wrap(text.trimStart(), width - indent).map((part): Line => [span(" ".repeat(indent)), span(part)])
}

const headLine = (view: ViewOf<"Movement">, { lang, width }: Frame): Line => {
  if (view.text === null) {
    const told = `${say(own.title, lang)} · ${say(own.from, lang)} ${formatDay(view.from)} · ${say(own.other, lang)}`
    return [span(cut(told, width), "accent")]
  }
  const asked = `${say(own.from, lang)}: `
  const room = Math.max(0, width - cells(asked) - cells(view.text) - 3)
  const [text, tone] = view.problem === null ? [own.hint, "dim" as const] : [view.problem, "bad" as const]
  return [span(asked, "accent"), span(view.text, "strong"), CARET, span(`  ${fit(say(text, lang), room)}`, tone)]
}

/** Why the numbers of the heat map moved since a day: its first line, and below every number, unit and decision. */
export const movementPage = (assess: AssessState, view: ViewOf<"Movement">, frame: Frame): ReadonlyArray<Line> => {
  const { lang, width } = frame
  const read = assess.spot === null ? undefined : answered(assess, "Movement", movementKey(assess.spot, view.from))
  const head: ReadonlyArray<Line> = [headLine(view, frame), []]
  if (read === undefined) return [...head, [span(say(own.reading, lang), "dim")]]
  if (read._tag === "Failed") {
    const { detail, detailEn, title, titleEn } = read.problem
    const why = lang === "vi" ? (detail ?? title) : (detailEn ?? titleEn)
    return [
      ...head,
      ...wrap(why, width).map((text): Line => [span(text, "bad")]),
      [],
      [span(say(own.again, lang), "dim")]
    ]
  }
  return [...head, ...movementLines(read.movement, lang).flatMap((text) => wrapped(text, width))]
}
