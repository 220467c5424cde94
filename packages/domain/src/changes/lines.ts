import type { Bilingual } from "../values/index.ts"
import type { Change } from "./change.ts"
import { innerFields } from "./trail/inner-fields.ts"
import { type ChangedLine, linesOf } from "./trail/lines.ts"
import type { Names } from "./trail/names.ts"
import { columnField } from "./trail/telling.ts"

/**
 * One field of a row, before and after; null: there was none.
 *
 * **Details** `before` and `after` are texts as they are kept: what has parts as JSON, moments in UTC. `lines` say the same to people: in words, as it is
 * written here, by names; several where it has parts, none where only the program needs it.
 */
export interface ChangedField {
  readonly field: string
  readonly words: Bilingual
  readonly before: string | null
  readonly after: string | null
  readonly lines: ReadonlyArray<ChangedLine>
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

const fieldsOf = (
  before: Row,
  after: Row,
  { noun }: Pick<Change, "noun">,
  names: Names
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
}

/**
 * What became of each row that an entry holds, field by field; at most `most` rows.
 *
 * **Details** Of an update only what differs: its rows stand in one order before and after. A row without a line was written again as it was.
 */
export const changedRows = (
  { after, before, noun }: Pick<Change, "after" | "before" | "noun">,
  { most, names }: { readonly most: number; readonly names: Names }
): ReadonlyArray<ReadonlyArray<ChangedField>> => {
  const rows = Math.min(most, Math.max(before?.length ?? 0, after?.length ?? 0))
  return Array.from({ length: rows }, (_, at) =>
    fieldsOf(before?.[at] ?? {}, after?.[at] ?? {}, { noun }, names)
  ).filter((fields) => fields.length > 0)
}
