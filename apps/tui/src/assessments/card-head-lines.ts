import { formatDay, isDay } from "@ntm/domain/values"
import { both, say } from "../language/lang.ts"
import { type Line, span } from "../parts/line.ts"
import { cut, fit, width as cells } from "../parts/text.ts"
import { type AssessState, answered, cardKey, type CardView, type Frame } from "./assess-state.ts"
import { heldWords, mark, markWords, tierShort } from "./assess-words.ts"
import type { ShownCard } from "./card-shown.ts"

const own = {
  trial: both("THỬ", "TRIAL"),
  trying: both("đang tính thử…", "trying…"),
  values: both("số liệu, chưa ghi; Esc để bỏ", "values, not recorded; Esc drops them"),
  value: both("Giá trị", "Value"),
  asked: both("Mức", "Asked"),
  gap: both("Thiếu", "Short"),
  state: both("Tình trạng", "State"),
  indicator: both("Chỉ tiêu", "Indicator"),
  held: both("Danh hiệu", "Title"),
  noTitle: both("chưa có", "none")
} as const

const dayText = (day: string): string => (isDay(day) ? formatDay(day) : day)

/** Columns to the right of a line's name; the narrower the window the fewer. */
export const columnsFor = (width: number) => ({
  value: width < 58 ? 8 : 11,
  asked: width < 58 ? 0 : 11,
  gap: width < 92 ? 0 : 10,
  state: width < 104 ? 0 : 22
})

/** Room of the sign; where something is tried, of the one before it as well. */
export const signRoom = (view: CardView): number => (view.trials.length > 0 ? 4 : 2)

/** Whose card it is, of which day, what is tried out, and which row of how many. */
export const captionLine = (
  { card, cursor, rows }: ShownCard,
  view: CardView,
  assess: AssessState,
  frame: Frame
): Line => {
  const { lang, width } = frame
  const { above, unit } = card
  const count = rows.length === 0 ? "" : ` ${cursor + 1}/${rows.length}`
  const tried = view.trials.length
  const waits = tried > 0 && answered(assess, "Card", cardKey(assess, view.code, view.trials)) === undefined
  const note =
    tried === 0
      ? ""
      : waits
        ? ` ${say(own.trial, lang)}: ${say(own.trying, lang)}`
        : ` ${say(own.trial, lang)} ${tried} ${say(own.values, lang)}`
  const places = above.map(({ name, type }) => `${type} ${name}`)
  const name = [`${unit.type} ${unit.name} (${unit.code})`, ...places].join(", ")
  const end = cut(note, Math.floor(width / 2))
  const left = `${name} · ${dayText(card.asOf)}`
  return [span(fit(left, width - cells(end) - cells(count)), "strong"), span(end, "warn"), span(count, "dim")]
}

/** The title that the unit holds, and what the marks mean. */
export const heldLine = ({ card }: ShownCard, { lang, width }: Frame): Line => {
  const { held } = card
  const title =
    held === null
      ? say(own.noTitle, lang)
      : [say(heldWords[held.kind], lang), held.tier === null ? "" : say(tierShort[held.tier], lang)]
          .filter((part) => part !== "")
          .join(": ")
  const marks = (["unverified", "illustrative", "provisional"] as const)
    .map((name) => `${mark[name]} ${say(markWords[name], lang)}`)
    .join("  ")
  const left = `${say(own.held, lang)}: ${title}`
  const room = width - cells(left) - 3
  return [span(cut(left, width)), span(room < 20 ? "" : `   ${cut(marks, room)}`, "dim")]
}

/** The titles above the columns. */
export const titleLine = (view: CardView, { lang, width }: Frame): Line => {
  const room = columnsFor(width)
  const cell = (text: string, of: number): string => (of === 0 ? "" : ` ${fit(text, of - 1, "right")}`)
  const right =
    cell(say(own.value, lang), room.value) +
    cell(say(own.asked, lang), room.asked) +
    cell(say(own.gap, lang), room.gap) +
    cell(say(own.state, lang), room.state)
  const indent = (width < 58 ? 1 : 4) + signRoom(view)
  return [span(`${" ".repeat(indent)}${fit(say(own.indicator, lang), width - indent - cells(right))}${right}`, "dim")]
}
