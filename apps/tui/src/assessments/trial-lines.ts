import { both, say } from "../language/lang.ts"
import { CARET, type Line, span } from "../parts/line.ts"
import { cut, width as cells } from "../parts/text.ts"
import type { CardView, Frame } from "./assess-state.ts"
import { chosenLine, type ShownCard } from "./card-shown.ts"
import { valueText } from "./value-text.ts"

const own = {
  trial: both("THỬ", "TRIAL"),
  type: both("giá trị thử", "value to try"),
  hint: both("Enter xem kết quả · “-” là chưa có số liệu", "Enter shows it · “-” is no data"),
  yesNo: both("có hoặc không", "yes or no"),
  now: both("hiện là", "now")
} as const

/** The value that is being typed to be tried. */
export const typingLines = (shown: ShownCard, view: CardView, { lang, width }: Frame): ReadonlyArray<Line> => {
  const form = view.typing
  if (form === null) return []
  const input = form.inputs[form.which] ?? ""
  const known = shown.base.values.find((value) => value.input === input)
  const line = chosenLine(shown)
  const which = form.inputs.length > 1 ? ` ${form.which + 1}/${form.inputs.length} ↑↓` : ""
  const asked = `${say(own.trial, lang)} ${line?.line.code ?? ""}${which} ${say(own.type, lang)}: `
  const attested = line?.detail?.measure === "attestation"
  const now = `${say(own.now, lang)} ${valueText(known?.value ?? null, attested, lang)} ${line?.detail?.unit ?? ""}`
  const hint = attested ? say(own.yesNo, lang) : say(own.hint, lang)
  const told = form.problem === null ? `${now} · ${hint}` : say(form.problem, lang)
  const room = Math.max(0, width - cells(asked) - cells(form.text) - 3)
  return [
    [
      span(asked, "warn"),
      span(form.text, "strong"),
      CARET,
      span(`  ${cut(told, room)}`, form.problem === null ? "dim" : "bad")
    ],
    [span(cut(input, width), "dim")]
  ]
}
