import { Schema } from "effect"
import { sha256 } from "../criteria/index.ts"
import { type Bilingual, Moment } from "../values/index.ts"
import { Sequence } from "./change.ts"

const Text = Schema.NullOr(Schema.String)

/** An entry as it was sealed: its fields as the texts that the hash is made of, and what its content hashes to now. */
export const SealedEntry = Schema.Struct({
  seq: Sequence,
  moment: Moment,
  person: Text,
  origin: Text,
  noun: Schema.String,
  op: Schema.String,
  rows: Schema.Int,
  units: Schema.String,
  firstId: Text,
  lastId: Text,
  columns: Text,
  digest: Schema.String,
  hash: Schema.String,
  /** SHA-256 of what the entry holds, or of the rows that it names, as they are found now. */
  content: Schema.String
})
export type SealedEntry = typeof SealedEntry.Type

/** The end of the chain at some time, kept elsewhere: whoever cuts entries off afterwards, or writes all of them anew, cannot change it. */
export const Checkpoint = Schema.Struct({ seq: Sequence, moment: Schema.NullOr(Moment), hash: Schema.String })
export type Checkpoint = typeof Checkpoint.Type

/** Where the chain begins. */
export const beginning: Checkpoint = { seq: Sequence.make(0), moment: null, hash: "" }

/** As PostgreSQL's `json_build_array` writes texts. */
const listed = (fields: ReadonlyArray<string | null>): string =>
  `[${fields.map((field) => JSON.stringify(field)).join(", ")}]`

/** The hash of an entry: that of the one before, and of everything that this one says. */
export const chainHash = (previous: string, entry: SealedEntry): string => {
  const { columns, digest, firstId, lastId, moment, noun, op, origin, person, rows, seq, units } = entry
  const fields = [`${seq}`, moment, person, origin, noun, op, `${rows}`, units, firstId, lastId, columns, digest]
  return sha256(`${previous}\n${listed(fields)}`)
}

/** What is wrong with a chain, at the first place where anything is. */
export interface ChainBreak {
  readonly seq: Sequence
  readonly kind: "missing" | "changed" | "content" | "cut" | "rewritten" | "beyond"
  readonly sentence: Bilingual
}

const sentences: Readonly<Record<ChainBreak["kind"], Bilingual>> = {
  missing: {
    vi: "mục này không có: đã bị lấy ra hoặc đổi chỗ",
    en: "this entry is not there: it was taken out or moved"
  },
  changed: {
    vi: "mã băm không khớp: mục này, hoặc mục ngay trước, đã bị sửa",
    en: "the hash does not fit: this entry, or the one before it, was changed"
  },
  content: { vi: "nội dung không còn như khi ghi", en: "its content is not what it was when it was written" },
  cut: {
    vi: "nhật ký bị cắt ngắn: các mục từ đây trở đi không còn",
    en: "the trail was cut off: the entries from here on are gone"
  },
  rewritten: {
    vi: "mã băm khác với điểm mốc đã lưu: nhật ký đã bị viết lại",
    en: "the hash is not that of the checkpoint: the trail was written anew"
  },
  beyond: {
    vi: "có mục nằm sau mục cuối mà hệ thống đã ghi nhận",
    en: "there are entries behind the last that was noted"
  }
}

/** A chain that is being followed from a place on. */
export interface Following {
  /** The last entry that was found sound. */
  readonly at: Checkpoint
  readonly entries: number
  readonly broken: ChainBreak | null
}

export const followFrom = (at: Checkpoint): Following => ({ at, entries: 0, broken: null })

const broken = (state: Following, seq: number, kind: ChainBreak["kind"]): Following => ({
  ...state,
  broken: { seq: Sequence.make(seq), kind, sentence: sentences[kind] }
})

const step = (state: Following, entry: SealedEntry, checkpoints: ReadonlyMap<number, string>): Following => {
  const due = state.at.seq + 1
  if (entry.seq !== due) return broken(state, due, "missing")
  if (chainHash(state.at.hash, entry) !== entry.hash) return broken(state, due, "changed")
  if (entry.content !== entry.digest) return broken(state, due, "content")
  const kept = checkpoints.get(entry.seq)
  if (kept !== undefined && kept !== entry.hash) return broken(state, due, "rewritten")
  const { hash, moment, seq } = entry
  return { at: { seq, moment, hash }, entries: state.entries + 1, broken: null }
}

/** Follows the chain through more entries, in the order of their numbers, up to the first that does not fit. */
export const follow = (
  state: Following,
  entries: ReadonlyArray<SealedEntry>,
  checkpoints: ReadonlyArray<Checkpoint> = []
): Following => {
  const kept = new Map(checkpoints.map(({ hash, seq }) => [Number(seq), hash]))
  let now = state
  for (const entry of entries) {
    if (now.broken !== null) return now
    now = step(now, entry, kept)
  }
  return now
}

/** At the end of the entries: held against the head that the journal keeps, and against checkpoints that were kept elsewhere. */
export const followedTo = (
  state: Following,
  head: Checkpoint,
  checkpoints: ReadonlyArray<Checkpoint> = []
): Following => {
  if (state.broken !== null) return state
  const { at } = state
  const last = Math.max(head.seq, ...checkpoints.map(({ seq }) => seq))
  if (at.seq < last) return broken(state, at.seq + 1, "cut")
  if (at.seq > head.seq) return broken(state, head.seq + 1, "beyond")
  return at.hash === head.hash ? state : broken(state, at.seq, "rewritten")
}
