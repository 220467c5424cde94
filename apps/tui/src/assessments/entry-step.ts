import type { ObservedInput } from "@ntm/contract"
import { type Bilingual, type Day, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { type Press, typed } from "../parts/press.ts"
import type { AssessState, CardView } from "./assess-state.ts"
import { answered, formKey } from "./assess-state.ts"
import { chosenLine, type ShownCard } from "./card-shown.ts"
import { inputsOf } from "./card-rows.ts"
import { blankForm, corrected, type EntryForm, type EntryRow, isPeriodic, type SingleEntry } from "./entry-state.ts"
import { readValue } from "./value-text.ts"

const own = {
  noInput: both("Dòng này không dựa trên số liệu báo cáo nào", "This line rests on no reported value"),
  reading: both("Đang đọc số liệu hiện có, chờ một chút", "Reading the present values, wait a moment"),
  unread: both("Chưa đọc được số liệu hiện có; bấm Esc rồi r", "The present values were not read; press Esc, then r"),
  periodic: both(
    "Số liệu này báo cáo theo kỳ: dùng lệnh ntm observations record",
    "This is reported for periods: use ntm observations record"
  )
} as const

/** What came of a press in a form: a changed form, one to be sent, or none any more. */
export type FormStep<Form extends EntryForm> =
  | { readonly _tag: "Form"; readonly form: Form }
  | { readonly _tag: "Send"; readonly form: Form; readonly state: EntryRow["state"] }
  | { readonly _tag: "Closed" }

const to = <Form extends EntryForm>(form: Form, by: number): FormStep<Form> => ({
  _tag: "Form",
  form: { ...form, field: (form.field + by + form.fields.length) % form.fields.length, problem: null }
})

/** A form after a press: letters go to the chosen line, Enter on to the next, and on a button it sends. */
export const inForm = <Form extends EntryForm>(form: Form, press: Press): FormStep<Form> => {
  const field = form.fields[form.field]
  if (field === "value" || field === "day" || field === "note") {
    const text = typed(form[field], press)
    if (text !== undefined) return { _tag: "Form", form: { ...form, [field]: text, problem: null } }
  }
  switch (press._tag === "Key" ? press.key : "") {
    case "enter":
      return field === "submit" || field === "draft"
        ? { _tag: "Send", form, state: field === "draft" ? "draft" : "submitted" }
        : to(form, 1)
    case "down":
    case "tab":
      return to(form, 1)
    case "up":
    case "backTab":
      return to(form, -1)
    case "escape":
      return { _tag: "Closed" }
    default:
      return { _tag: "Form", form }
  }
}

/** The day of a form, or why it is none. */
export const dayOfForm = ({ day }: EntryForm): Result.Result<Day, Bilingual> =>
  Result.mapError(parseDay(day), ({ sentence }) => sentence)

/** The line of the unit's form for an input; undefined while it is being read. */
export const observedInput = (
  assess: AssessState,
  code: string,
  input: string
): ObservedInput | "failed" | undefined => {
  const read = answered(assess, "Form", formKey(assess, code))
  if (read === undefined) return undefined
  return read._tag === "Failed" ? "failed" : (read.items.find((item) => item.input.key === input) ?? "failed")
}

/** Opens the form for the chosen line. */
export const openEntry = (assess: AssessState, view: CardView, shown: ShownCard, day: string): AssessState => {
  const line = chosenLine(shown)
  const inputs = line === undefined ? [] : inputsOf(shown.base, line.line)
  if (line === undefined || inputs.length === 0) return { ...assess, said: { text: own.noInput, tone: "warn" } }
  const entry: SingleEntry = {
    ...blankForm(["value", "day", "note", "submit", "draft"], day),
    inputs,
    which: 0,
    name: `${line.line.code} ${line.detail?.name ?? ""}`
  }
  return { ...assess, view: { ...view, at: line.key, entry } }
}

const rowOf = (
  assess: AssessState,
  view: CardView,
  entry: SingleEntry,
  state: EntryRow["state"]
): Result.Result<EntryRow, Bilingual> => {
  const input = entry.inputs[entry.which] ?? ""
  const known = observedInput(assess, view.code, input)
  if (known === undefined) return Result.fail(own.reading)
  if (known === "failed") return Result.fail(own.unread)
  if (isPeriodic(known)) return Result.fail(own.periodic)
  const value = readValue(entry.value, known.input.kind === "attestation")
  if (Result.isFailure(value)) return Result.fail(value.failure)
  return Result.map(dayOfForm(entry), (day) => ({
    unit: view.code,
    input,
    day,
    value: value.success,
    state,
    note: entry.note.trim() === "" ? null : entry.note.trim(),
    supersedes: corrected(known, day)
  }))
}

/** The form of a card after a press. While a batch is on its way, keys wait for the answer. */
export const inEntry = (assess: AssessState, view: CardView, entry: SingleEntry, press: Press): AssessState => {
  if (assess.sending !== null) return assess
  const at = (change: SingleEntry | null): AssessState => ({ ...assess, view: { ...view, entry: change } })
  const field = entry.fields[entry.field]
  if (press._tag === "Key" && (press.key === "left" || press.key === "right") && field === "value") {
    const count = entry.inputs.length
    return at({ ...entry, which: (entry.which + (press.key === "left" ? -1 : 1) + count) % count })
  }
  const next = inForm(entry, press)
  if (next._tag === "Closed") return at(null)
  if (next._tag === "Form") return at(next.form)
  const row = rowOf(assess, view, entry, next.state)
  if (Result.isFailure(row)) return at({ ...entry, problem: row.failure })
  const turn = assess.turn + 1
  return { ...at({ ...entry, problem: null, refused: null }), turn, sending: { turn, rows: [row.success], keys: [""] } }
}
