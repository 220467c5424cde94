import type { Problem } from "@ntm/contract"
import { type Bilingual, parseDay, parseVietnameseNumber } from "@ntm/domain/values"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { type Press, typed } from "../parts/press.ts"

/** One line of a form. What is not needed may stay empty: it is sent as nothing. */
export interface FormField {
  readonly key: string
  readonly label: Bilingual
  readonly kind: "text" | "day" | "count" | "choice"
  readonly needed: boolean
  /** What stands in it when the form opens; of a choice one of its keys. */
  readonly start: string
  /** Of a choice: what ← and → turn through. */
  readonly choices: ReadonlyArray<{ readonly key: string; readonly label: Bilingual }>
}

/** A form as it is being filled in; the button that sends it comes after its last field. */
export interface FormState {
  /** Which of the moves it is for, by its key. */
  readonly move: string
  readonly field: number
  /** What was typed, by field; what is not there stands as it started. */
  readonly texts: ReadonlyMap<string, string>
  /** Why it cannot be sent as it stands. */
  readonly problem: Bilingual | null
  /** How the server refused it. */
  readonly refused: Problem | null
}

/** What was filled in, by field: days as `YYYY-MM-DD`, counts as numbers, null where nothing was. */
export interface Filled {
  readonly text: (key: string) => string | null
  readonly count: (key: string) => number | null
}

const field = (
  key: string,
  label: Bilingual,
  kind: FormField["kind"],
  { choices = [], needed = true, start = "" }: Partial<Pick<FormField, "choices" | "needed" | "start">> = {}
): FormField => ({ key, label, kind, needed, start, choices })

type More = Partial<Pick<FormField, "needed" | "start">>

export const textField = (key: string, label: Bilingual, more: More = {}): FormField => field(key, label, "text", more)
export const dayField = (key: string, label: Bilingual, more: More = {}): FormField => field(key, label, "day", more)
export const countField = (key: string, label: Bilingual, more: More = {}): FormField =>
  field(key, label, "count", more)
export const choiceField = (key: string, label: Bilingual, choices: FormField["choices"]): FormField =>
  field(key, label, "choice", { choices, start: choices[0]?.key ?? "" })

export const blankForm = (move: string): FormState => ({
  move,
  field: 0,
  texts: new Map(),
  problem: null,
  refused: null
})

export const textOf = ({ texts }: Pick<FormState, "texts">, { key, start }: FormField): string =>
  texts.get(key) ?? start

/** What came of a press: a changed form, one to be sent, or none any more. */
type FormStep =
  | { readonly _tag: "Form"; readonly form: FormState }
  | { readonly _tag: "Send" }
  | { readonly _tag: "Closed" }

const changed = (form: FormState, key: string, text: string): FormStep => ({
  _tag: "Form",
  form: { ...form, texts: new Map(form.texts).set(key, text), problem: null }
})

const turned = (form: FormState, one: FormField, by: -1 | 1): FormStep => {
  const at = one.choices.findIndex(({ key }) => key === textOf(form, one))
  const next = one.choices[(at + by + one.choices.length) % one.choices.length]
  return next === undefined ? { _tag: "Form", form } : changed(form, one.key, next.key)
}

/** A form after a press: letters go to the chosen line, Enter on to the next, and on the button it sends. */
export const inForm = (form: FormState, fields: ReadonlyArray<FormField>, press: Press): FormStep => {
  const one = fields[form.field]
  const to = (by: number): FormStep => ({
    _tag: "Form",
    form: { ...form, field: (form.field + by + fields.length + 1) % (fields.length + 1), problem: null }
  })
  if (one !== undefined && one.kind !== "choice") {
    const text = typed(textOf(form, one), press)
    if (text !== undefined) return changed(form, one.key, text)
  }
  switch (press._tag === "Key" ? press.key : press.text) {
    case "enter":
      return one === undefined ? { _tag: "Send" } : to(1)
    case "down":
    case "tab":
      return to(1)
    case "up":
    case "backTab":
      return to(-1)
    case "left":
    case "right":
    case " ":
      return one?.kind === "choice"
        ? turned(form, one, press._tag === "Key" && press.key === "left" ? -1 : 1)
        : { _tag: "Form", form }
    case "escape":
      return { _tag: "Closed" }
    default:
      return { _tag: "Form", form }
  }
}

const needed = ({ label }: FormField): Bilingual => both(`Cần ghi: ${label.vi}`, `Needed: ${label.en}`)
const notCount = ({ label }: FormField, text: string): Bilingual =>
  both(`${label.vi}: “${text}” không phải là số nguyên`, `${label.en}: “${text}” is no whole number`)

const readField = (one: FormField, text: string): Result.Result<string | number | null, Bilingual> => {
  if (text === "") return one.needed ? Result.fail(needed(one)) : Result.succeed(null)
  switch (one.kind) {
    case "day":
      return Result.mapError(parseDay(text), ({ sentence }) =>
        both(`${one.label.vi}: ${sentence.vi}`, `${one.label.en}: ${sentence.en}`)
      )
    case "count": {
      const read = parseVietnameseNumber(text)
      if (Result.isFailure(read)) return Result.fail(notCount(one, text))
      const { value } = read.success
      return Number.isInteger(value) && value >= 0 ? Result.succeed(value) : Result.fail(notCount(one, text))
    }
    case "choice":
    case "text":
      return Result.succeed(text)
  }
}

/** What was filled in; else the first field that cannot be sent so, and why. */
export const readForm = (
  form: FormState,
  fields: ReadonlyArray<FormField>
): Result.Result<Filled, { readonly field: number; readonly problem: Bilingual }> => {
  const values = new Map<string, string | number | null>()
  for (const [at, one] of fields.entries()) {
    const read = readField(one, textOf(form, one).trim())
    if (Result.isFailure(read)) return Result.fail({ field: at, problem: read.failure })
    values.set(one.key, read.success)
  }
  return Result.succeed({
    text: (key) => {
      const value = values.get(key)
      return typeof value === "string" ? value : null
    },
    count: (key) => {
      const value = values.get(key)
      return typeof value === "number" ? value : null
    }
  })
}
