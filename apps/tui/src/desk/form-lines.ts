import type { Problem } from "@ntm/contract"
import { both, type Lang, say } from "../language/lang.ts"
import { CARET, type Line, span } from "../parts/line.ts"
import { cut, fit, wrap } from "../parts/text.ts"
import { type FormField, type FormState, textOf } from "./form.ts"

const own = {
  record: both("Ghi", "Record"),
  refused: both("Không ghi", "Refused"),
  sending: both("đang gửi…", "sending…"),
  optional: both("có thể để trống", "may stay empty")
} as const

const LABEL = 26

const fieldLine = (form: FormState, field: FormField, chosen: boolean, width: number, lang: Lang): Line => {
  const label = Math.min(LABEL, Math.floor(width / 2))
  const mark = span(chosen ? "› " : "  ", "accent")
  const name = span(fit(cut(`${say(field.label, lang)}:`, label - 1), label), "dim")
  const text = textOf(form, field)
  const room = Math.max(4, width - label - 4)
  if (field.kind === "choice") {
    const choice = field.choices.find(({ key }) => key === text)
    const told = cut(choice === undefined ? text : say(choice.label, lang), room - 4)
    return [mark, name, { ...span(chosen ? `‹ ${told} ›` : told, "strong") }]
  }
  // The end of a long text is what one types at.
  const shown = text.length > room ? `…${text.slice(-(room - 1))}` : text
  const hint = !field.needed && text === "" ? [span(cut(` ${say(own.optional, lang)}`, room - 1), "dim")] : []
  return [mark, name, span(shown, "strong"), ...(chosen ? [CARET] : []), ...hint]
}

/** The server's own words: every reason, or the problem as a whole. */
const refusals = ({ detail, detailEn, errors = [], title, titleEn }: Problem, lang: Lang): ReadonlyArray<string> =>
  errors.length > 0
    ? errors.map(({ message, messageEn }) => (lang === "vi" ? message : (messageEn ?? message)))
    : [lang === "vi" ? (detail ?? title) : (detailEn ?? titleEn)]

/** A form of at most `height` lines: its fields, the button, and why it was not sent or refused. What there is to say is always seen. */
export const formLines = (
  form: FormState,
  fields: ReadonlyArray<FormField>,
  isSending: boolean,
  { height, lang, width }: { readonly width: number; readonly height: number; readonly lang: Lang }
): ReadonlyArray<Line> => {
  const onButton = form.field === fields.length
  const button = span(`[ ${say(own.record, lang)} ]`, onButton ? "strong" : "plain")
  const lines = [
    ...fields.map((field, at) => fieldLine(form, field, at === form.field, width, lang)),
    [span(onButton ? "› " : "  ", "accent"), onButton ? { ...button, chosen: true } : button]
  ]
  const notes = [
    ...(isSending ? [[span(say(own.sending, lang), "dim")]] : []),
    ...(form.problem === null ? [] : wrap(say(form.problem, lang), width).map((text): Line => [span(text, "bad")])),
    ...(form.refused === null ? [] : refusals(form.refused, lang)).flatMap((text) =>
      wrap(`${say(own.refused, lang)}: ${text}`, width).map((one): Line => [span(one, "bad")])
    )
  ].slice(0, Math.max(1, height - 3))
  const room = Math.max(1, height - notes.length)
  const top = Math.max(0, Math.min(form.field - room + 1, lines.length - room))
  return [...lines.slice(top, top + room), ...notes]
}
