import { Schema } from "effect"
import type { Bilingual } from "../values/index.ts"
import type { Sequence } from "./change.ts"
import { ChangedNoun, nounWords } from "./noun.ts"
import { columnField } from "./trail/telling.ts"

/** What is held against the journal: tables that it follows, and what is derived of them and read in their place. */
export const HeldNoun = Schema.Literals([...ChangedNoun.literals, "approvedValue", "submittedValue", "accessScope"])
export type HeldNoun = typeof HeldNoun.Type

const derivedWords: Readonly<Record<Exclude<HeldNoun, ChangedNoun>, Bilingual>> = {
  approvedValue: { vi: "số liệu đã duyệt đang dùng", en: "approved value in force" },
  submittedValue: { vi: "số liệu đã nộp đang dùng", en: "submitted value in force" },
  accessScope: { vi: "phạm vi đơn vị của người dùng", en: "units that somebody sees" }
}

const isChangedNoun = Schema.is(ChangedNoun)

/** What a noun is called. */
export const heldWords = (noun: HeldNoun): Bilingual => (isChangedNoun(noun) ? nounWords[noun] : derivedWords[noun])

const sentences = {
  changed: { vi: "đã bị sửa mà nhật ký không ghi", en: "was changed and the trail has no entry of it" },
  missing: { vi: "đã bị xóa mà nhật ký không ghi", en: "was deleted and the trail has no entry of it" },
  added: { vi: "được thêm vào mà nhật ký không ghi", en: "was put in and the trail has no entry of it" },
  overwritten: {
    vi: "đã bị sửa mà nhật ký không ghi, trước khi mục này thay đổi",
    en: "was changed without an entry before this entry changed it"
  },
  batch: {
    vi: "các dòng của lô không còn như khi ghi: có dòng bị sửa, xóa hoặc thêm",
    en: "the rows of the batch are not what was written: some were changed, deleted or put in"
  },
  derived: {
    vi: "không phải điều tính ra từ những gì đã ghi",
    en: "is not what comes of what was recorded"
  },
  unfollowed: {
    vi: "thay đổi của bảng này không còn được ghi vào nhật ký: bộ ghi đã bị tắt, gỡ hoặc sửa",
    en: "what is changed here is entered no more: what notes it was switched off, taken off or altered"
  }
} as const satisfies Readonly<Record<string, Bilingual>>

/** How a fact differs from what the journal says of it. */
export type DifferenceKind = keyof typeof sentences

/** One field as texts; null: there is none. */
export interface HeldField {
  readonly field: string
  readonly words: Bilingual
  /** What the journal says. */
  readonly journal: string | null
  /** What stands; of what was overwritten since, what stood. */
  readonly stands: string | null
}

/** Something that is not as the journal says. */
export interface FactDifference {
  readonly noun: HeldNoun
  readonly words: Bilingual
  /** By what the thing is told from others of its noun: values of its key joined by "/"; a batch by its first and last number; empty: the whole table. */
  readonly key: string
  readonly kind: DifferenceKind
  readonly sentence: Bilingual
  /** The entry that says otherwise, or that found it so; null where none does. */
  readonly entry: Sequence | null
  readonly fields: ReadonlyArray<HeldField>
}

/** A row by its columns, each value as the JSON text that the database makes of it: 12.50 is not 12.5. */
export type HeldRow = Readonly<Record<string, string>>

const decodeText = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.String))

/** A value to be read: a text without its quotes, everything else as JSON. */
const textOf = (json: string | undefined): string | null => {
  if (json === undefined || json === "null") return null
  return json.startsWith('"') ? decodeText(json) : json
}

/** What a field is called by people; one that nothing tells of as the database calls it. */
const wordsOf = (noun: ChangedNoun, field: string): Bilingual =>
  columnField(noun, field)?.words ?? { vi: field, en: field }

/** One field of a noun, as texts. */
export const heldField = (
  noun: ChangedNoun,
  field: string,
  { journal, stands }: Pick<HeldField, "journal" | "stands">
): HeldField => ({ field, words: wordsOf(noun, field), journal, stands })

/**
 * The fields in which a row that stands is not as the journal has it, each as it is called by people.
 *
 * **Details** Null for a side: there is no such row, and what the other says is told whole. A field that was not there yet when an entry was made
 * is as one without a value: a column may be added later.
 */
export const heldFields = (
  noun: ChangedNoun,
  journal: HeldRow | null,
  stands: HeldRow | null
): ReadonlyArray<HeldField> =>
  [...new Set([...Object.keys(journal ?? {}), ...Object.keys(stands ?? {})])]
    .map((field) => heldField(noun, field, { journal: textOf(journal?.[field]), stands: textOf(stands?.[field]) }))
    .filter((one) => one.journal !== one.stands)

/** Tells a difference in words. */
export const differenceOf = (
  one: Pick<FactDifference, "noun" | "key" | "kind" | "entry"> & { readonly fields?: ReadonlyArray<HeldField> }
): FactDifference => {
  const { entry, fields = [], key, kind, noun } = one
  return { noun, words: heldWords(noun), key, kind, sentence: sentences[kind], entry, fields }
}
