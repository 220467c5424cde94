import type { Bilingual } from "../values/index.ts"
import type { Change } from "./change.ts"
import { innerFields } from "./trail/inner-fields.ts"
import { type ChangedLine, linesOf } from "./trail/lines.ts"
import type { Named, Names } from "./trail/names.ts"
import { columnField } from "./trail/telling.ts"

/**
 * One field of a row, before and after; null: there was none.
 *
 * **Details** `before` and `after` are texts as they are kept: what has parts as JSON, moments in UTC. `lines` say the same to people: in words, as it is
 * written here, by names; several where it has parts, none where only the program needs it. `cut`: there where any of it is longer than is told, and
 * ends in "…".
 */
export interface ChangedField {
  readonly field: string
  readonly words: Bilingual
  readonly before: string | null
  readonly after: string | null
  readonly lines: ReadonlyArray<ChangedLine>
  readonly cut?: true
}

/** A row of an entry, field by field. */
export interface ChangedRow {
  /** Its place in the entry: 1, 2, 3 … */
  readonly no: number
  readonly changed: ReadonlyArray<ChangedField>
}

type Row = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  return typeof value === "string" ? value : JSON.stringify(value)
}

/** What happened and what it is about come first, who noted it last. */
const first = [
  "body",
  "event",
  "subject",
  "name",
  "title",
  "unit",
  "unit_id",
  "from_id",
  "to_id",
  "input",
  "value",
  "amount",
  "state",
  "cost"
]
const last = [
  "reason",
  "note",
  "document",
  "evidence",
  "illustrative",
  "person",
  "recorder",
  "recorder_name",
  "recorded_by",
  "recorded_at",
  "id"
]

const rank = (field: string): number => {
  const early = first.indexOf(field)
  return early >= 0 ? early - first.length : last.indexOf(field) + 1
}

/** A row may hold the same twice, in a column and in what it came with: it is said once. */
const once = () => {
  const said = new Set<string>()
  return ({ after, before, words }: ChangedLine): boolean => {
    const line = JSON.stringify([words.vi, before?.vi, after?.vi])
    const isNew = !said.has(line)
    said.add(line)
    return isNew
  }
}

/** The beginning of a text; never half a sign. */
const beginningOf = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "")}…` : text

const shortText = (text: string | null, longest: number): string | null => text && beginningOf(text, longest)

const shortNamed = (said: Named | null, longest: number): Named | null =>
  said && { ...said, vi: beginningOf(said.vi, longest), en: beginningOf(said.en, longest) }

/** A field of which no text is longer than is wanted. */
const shortField = (one: ChangedField, longest: number): ChangedField => {
  const texts = [one.before, one.after, ...one.lines.flatMap(({ after, before }) => [before, after].flatMap(textsOf))]
  if (texts.every((text) => (text ?? "").length <= longest)) return one
  return {
    ...one,
    before: shortText(one.before, longest),
    after: shortText(one.after, longest),
    lines: one.lines.map(({ after, before, words }) => ({
      words,
      before: shortNamed(before, longest),
      after: shortNamed(after, longest)
    })),
    cut: true
  }
}

const textsOf = (said: Named | null): ReadonlyArray<string> => (said === null ? [] : [said.vi, said.en])

const fieldsOf = (
  before: Row,
  after: Row,
  { noun }: Pick<Change, "noun">,
  { longest, names }: Pick<RowsTold, "longest" | "names">
): ReadonlyArray<ChangedField> => {
  const isNew = once()
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !innerFields.has(field))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((field) => {
      const values = { before: before[field], after: after[field] }
      const text = { before: textOf(values.before), after: textOf(values.after) }
      return {
        field,
        words: columnField(noun, field)?.words ?? { vi: field, en: field },
        ...text,
        lines: text.before === text.after ? [] : linesOf(field, values, { noun, names }).filter(isNew)
      }
    })
    .filter((one) => one.before !== one.after)
    .map((one) => (longest === undefined ? one : shortField(one, longest)))
}

/** How much of an entry is told. */
export interface RowsTold {
  readonly most: number
  /** The most signs of a text, as it is kept and in words; left out: all of them. */
  readonly longest?: number
  readonly names: Names
}

/**
 * What became of each row that an entry holds, field by field; at most `most` rows.
 *
 * **Details** Of an update only what differs: its rows stand in one order before and after. A row without a line was written again as it was, and is left
 * out; the others keep their places.
 */
export const changedRows = (
  { after, before, noun }: Pick<Change, "after" | "before" | "noun">,
  { most, ...told }: RowsTold
): ReadonlyArray<ChangedRow> => {
  const rows = Math.min(most, Math.max(before?.length ?? 0, after?.length ?? 0))
  return Array.from({ length: rows }, (_, at) => ({
    no: at + 1,
    changed: fieldsOf(before?.[at] ?? {}, after?.[at] ?? {}, { noun }, told)
  })).filter(({ changed }) => changed.length > 0)
}
