import { Schema } from "effect"
import type { UnitSet } from "../people/index.ts"
import type { UnitId } from "../units/index.ts"
import type { Moment } from "../values/index.ts"
import { Sequence } from "./change.ts"
import type { ChangedNoun } from "./noun.ts"

/** How far somebody has followed: up to a record of an entry. `rows`: how many records of `seq + 1` were taken. */
export interface FeedPlace {
  readonly seq: Sequence
  readonly rows: number
}

const said = {
  message: "phải là con trỏ mà dòng thay đổi đã trả về, hoặc 0 · must be a cursor that the feed answered, or 0"
}

/** A cursor: "0" at the beginning, then whatever the feed answered as `next`. */
export const FeedCursor = Schema.String.check(Schema.isPattern(/^\d{1,15}(-\d{1,9})?$/, said)).pipe(
  Schema.brand("FeedCursor")
)
export type FeedCursor = typeof FeedCursor.Type

export const placeOf = (cursor: FeedCursor): FeedPlace => {
  const [seq = "0", rows = "0"] = cursor.split("-")
  return { seq: Sequence.make(Number(seq)), rows: Number(rows) }
}

export const cursorOf = ({ rows, seq }: FeedPlace): FeedCursor =>
  FeedCursor.make(rows === 0 ? `${seq}` : `${seq}-${rows}`)

/** A change of one thing. To put every record under its noun and key, in order, is to have what there is. */
export interface FeedRecord {
  /** Where whoever took this goes on. */
  readonly cursor: FeedCursor
  readonly seq: Sequence
  readonly moment: Moment
  readonly noun: ChangedNoun
  /** `gone`: there is none under this key any more. */
  readonly op: "put" | "gone"
  readonly key: string
  readonly units: ReadonlyArray<UnitId>
  /** In the shape in which the API has it; null where it is gone. */
  readonly record: Readonly<Record<string, unknown>> | null
}

/** What is asked of the feed. */
export interface FeedQuestion {
  readonly since: FeedPlace
  readonly nouns: ReadonlyArray<ChangedNoun>
  /** Records of these units, and those that name none. */
  readonly units: UnitSet
  readonly limit: number
}

export interface FeedPage {
  readonly records: ReadonlyArray<FeedRecord>
  readonly next: FeedPlace
  /** False where everything that was there was told. */
  readonly more: boolean
}
