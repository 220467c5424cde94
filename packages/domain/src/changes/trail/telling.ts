import {
  type Bilingual,
  Dong,
  formatDay,
  formatMoment,
  formatMoney,
  formatNumber,
  isDay,
  Moment
} from "../../values/index.ts"
import type { ChangedNoun } from "../noun.ts"
import { columns } from "./columns.ts"
import { exceptions } from "./exceptions.ts"
import type { Field, FieldForm } from "./field.ts"
import { happeningWords } from "./happenings.ts"
import type { Named, NamedKind, Names } from "./names.ts"
import { parts } from "./parts.ts"
import { wordOf } from "./vocabularies.ts"

/** By what values are told: of which noun the row is, and what everything is called. */
export interface Telling {
  readonly noun: ChangedNoun
  readonly names: Names
}

type Parts = Readonly<Record<string, unknown>>

export const isParts = (value: unknown): value is Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const own = (fields: Readonly<Record<string, Field>> | undefined, key: string): Field | undefined =>
  fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined

/** What a column of a noun means; undefined where nothing says it. */
export const columnField = (noun: ChangedNoun, column: string): Field | undefined =>
  own(exceptions[noun], column) ?? own(columns, column)

/** What a part of something of a noun means; undefined where nothing says it. */
export const partField = (noun: ChangedNoun, key: string): Field | undefined =>
  own(exceptions[noun], key) ?? own(parts, key) ?? own(columns, key)

/** What a part means; one that nothing tells of is called as the program calls it. */
export const partOf = (noun: ChangedNoun, key: string): Field =>
  partField(noun, key) ?? { words: { vi: key, en: key }, form: "text" }

const everything: Bilingual = { vi: "tất cả", en: "all" }
const yesOrNo = (value: boolean): Bilingual => (value ? { vi: "có", en: "yes" } : { vi: "không", en: "no" })

/** Kinds whose fields may say "all" in place of a list. */
const openEnded: ReadonlySet<NamedKind> = new Set(["unit", "input"])

const plain = (text: string): Named => ({ vi: text, en: text, to: null })

const momentShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|\+00:00)$/

/** By what it is: days and moments as they are written here. */
const byLook = (text: string): Named => {
  if (isDay(text)) return plain(formatDay(text))
  return plain(momentShape.test(text) ? formatMoment(Moment.make(new Date(text).toISOString())) : text)
}

const named = (value: number | string, kind: NamedKind, names: Names): Named => {
  if (value === "all" && openEnded.has(kind)) return { ...everything, to: null }
  const key = kind === "unit" && typeof value === "number" ? `#${value}` : String(value)
  return (
    names({ kind, key }) ??
    (typeof value === "number" ? { vi: `số ${value}`, en: `number ${value}`, to: null } : byLook(value))
  )
}

const scalar = (value: boolean | number | string, form: FieldForm, { names }: Telling): Named => {
  if (typeof value === "boolean") return { ...yesOrNo(value), to: null }
  if (typeof form === "object") {
    if ("names" in form) return named(value, form.names, names)
    const word = wordOf(form.codes, String(value))
    if (word !== undefined) return { ...word, to: null }
  }
  if (typeof value === "string") return byLook(value)
  if (form === "money" && Number.isSafeInteger(value)) return plain(formatMoney(Dong.make(value), { unit: "đồng" }))
  return plain(form === "plain" ? String(value) : formatNumber(value))
}

const joined = (all: ReadonlyArray<Bilingual>, between: string): Named => ({
  vi: all.map(({ vi }) => vi).join(between),
  en: all.map(({ en }) => en).join(between),
  to: null
})

/** Files and links by what they are called. */
const evidence = (value: unknown): Named | null => {
  if (!Array.isArray(value) || value.length === 0) return null
  const titles = value.filter(isParts).map(({ file, link, title }) => String(file ?? title ?? link))
  return plain(titles.join("\n"))
}

/** What stands for itself where it is all that there is: "1,2 km"; who wrote something and in which office. */
const briefly = (value: Parts): Named | null => {
  const { agency, amount, name, role, unit, ...others } = value
  if (Object.keys(others).length > 0) return null
  if (typeof amount === "number" && typeof unit === "string") return plain(`${formatNumber(amount)} ${unit}`)
  if (typeof name !== "string" || typeof role !== "string") return null
  const office = wordOf("office", role) ?? plain(role)
  return joined([plain(name), office, ...(typeof agency === "string" ? [plain(agency)] : [])], ", ")
}

/** What is told first of something with parts; all else stands as it is kept. */
const leading = ["step", "content", "who", "change", "unit", "name", "title", "start", "from"]

const place = (key: string): number => {
  const at = leading.indexOf(key)
  return at < 0 ? leading.length : at
}

/** Of something with parts all that it says, part by part on one line: a step of a plan, a result of a survey. */
const inOneLine = (value: Parts, telling: Telling): Named => {
  const brief = briefly(value)
  if (brief !== null) return brief
  const inOrder = Object.entries(value).toSorted(([a], [b]) => place(a) - place(b))
  const told = inOrder.flatMap(([key, part]) => {
    const { form, words } = partOf(telling.noun, key)
    const said = form === "kept" ? null : tellValue(part, form, telling)
    return said === null ? [] : [{ vi: `${words.vi}: ${said.vi}`, en: `${words.en}: ${said.en}` }]
  })
  return joined(told, " · ")
}

/** A unit as a reorganisation names it: by its code or identity. */
const namedUnit = ({ code, id }: Parts, form: FieldForm, { names }: Telling): Named | null => {
  if (typeof form !== "object" || !("names" in form) || form.names !== "unit") return null
  if (typeof code === "string") return named(code, "unit", names)
  return typeof id === "number" ? named(id, "unit", names) : null
}

/** A value in words; null where there is none. Long lists have a line for each. */
export const tellValue = (value: unknown, form: FieldForm, telling: Telling): Named | null => {
  if (value === null || value === undefined || (form === "mark" && value !== true)) return null
  if (form === "evidence") return evidence(value)
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return scalar(value, form, telling)
  if (isParts(value)) return namedUnit(value, form, telling) ?? inOneLine(value, telling)
  if (!Array.isArray(value) || value.length === 0) return null
  const items = value.flatMap((item) => tellValue(item, form, telling) ?? [])
  return items.length === 1 ? (items[0] ?? null) : joined(items, value.some(isParts) ? "\n" : ", ")
}

/** What happened, of a tag: in the words of the noun's events, else of its kinds of entries. */
export const tellTag = (noun: ChangedNoun, tag: string): Named => {
  const words = happeningWords(noun, tag) ?? wordOf("itemKind", tag)
  return words === undefined ? plain(tag) : { ...words, to: null }
}
