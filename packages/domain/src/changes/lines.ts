import type { Bilingual } from "../values/index.ts"
import type { Change } from "./change.ts"
import { fieldWords, innerFields } from "./field-words.ts"

/** One field of a row, before and after, as texts; null: there was none. */
export interface ChangedField {
  readonly field: string
  readonly words: Bilingual
  readonly before: string | null
  readonly after: string | null
}

type Row = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  return typeof value === "string" ? value : JSON.stringify(value)
}

const fieldsOf = (before: Row, after: Row): ReadonlyArray<ChangedField> =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !innerFields.has(field))
    .map((field) => ({
      field,
      words: fieldWords[field] ?? { vi: field, en: field },
      before: textOf(before[field]),
      after: textOf(after[field])
    }))
    .filter((one) => one.before !== one.after)

/**
 * What became of each row that an entry holds, field by field; at most `most` rows.
 *
 * **Details** Of an update only what differs: its rows stand in one order before and after. A row without a line was written again as it was.
 */
export const changedRows = (
  { after, before }: Pick<Change, "after" | "before">,
  most: number
): ReadonlyArray<ReadonlyArray<ChangedField>> => {
  const rows = Math.min(most, Math.max(before?.length ?? 0, after?.length ?? 0))
  return Array.from({ length: rows }, (_, at) => fieldsOf(before?.[at] ?? {}, after?.[at] ?? {})).filter(
    (fields) => fields.length > 0
  )
}
