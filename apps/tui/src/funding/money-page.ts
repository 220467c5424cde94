import { stageNames } from "@ntm/domain/funding"
import { both, say } from "../language/lang.ts"
import { type Line, span } from "../parts/line.ts"
import { cut, wrap } from "../parts/text.ts"
import { stagesLines } from "./comparison-text.ts"
import { entriesLines } from "./entries-text.ts"
import type { Frame, MoneyState, PageView } from "./money-state.ts"
import { pageKey } from "./money-state.ts"

const own = {
  reading: both("đang đọc…", "reading…"),
  stages: both("Từ kế hoạch đến giải ngân", "From the plan to the payment"),
  entries: both("Từng bút toán", "Entry by entry"),
  more: both("còn nữa: dùng ntm funding entries", "there are more: use ntm funding entries")
} as const

/** The page over the table as lines: what was read, what is being read, or why it could not be. */
export const pageText = (
  { answers, money }: MoneyState,
  view: PageView,
  { lang, width }: Frame
): ReadonlyArray<Line> => {
  const { spot } = view
  const title = `${say(own[view.of], lang)} · ${spot.year}${view.of === "stages" ? "" : ` · ${say(stageNames[spot.stage], lang)}`}`
  const head: ReadonlyArray<Line> = [[span(cut(title, width), "accent")], []]
  const read = answers.get(pageKey(view))
  const plainLine = (text: string): Line => (text === "" ? [] : [span(cut(text, width))])
  if (read === undefined) return [...head, [span(say(own.reading, lang), "dim")]]
  if (read._tag === "Failed") {
    const { detail, detailEn, title: vi, titleEn } = read.problem
    const why = lang === "vi" ? (detail ?? vi) : (detailEn ?? titleEn)
    return [...head, ...wrap(why, width).map((text): Line => [span(text, "bad")])]
  }
  if (read._tag === "Stages") return [...head, ...stagesLines(read.stages, money, lang, width).map(plainLine)]
  if (read._tag !== "Entries") return head
  const { entries } = read
  const lines = entriesLines(entries, money, lang, width).map(plainLine)
  return [...head, ...lines, ...(entries.next !== null ? [[span(cut(say(own.more, lang), width), "warn")]] : [])]
}
