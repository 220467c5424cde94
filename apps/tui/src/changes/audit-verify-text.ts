import type { ChainBreak, Checkpoint, FactDifference } from "@ntm/domain/changes"
import { both, type Lang, say } from "../language/lang.ts"

/** Things that are told one by one; the others are in the answer of `--json`. */
const MOST = 100

const words = {
  sound: both("Nguyên vẹn", "Sound"),
  entries: both("mục đã kiểm tra", "entries verified"),
  broken: both("KHÔNG NGUYÊN VẸN, mục", "NOT SOUND, entry"),
  end: both("mục cuối", "last entry"),
  same: both("Dữ liệu khớp với nhật ký", "Facts are as the trail says"),
  nouns: both("loại đã đối chiếu", "kinds compared"),
  differ: both("DỮ LIỆU KHÔNG KHỚP VỚI NHẬT KÝ", "FACTS ARE NOT WHAT THE TRAIL SAYS"),
  things: both("chỗ", "things"),
  atLeast: both("ít nhất", "at least"),
  entry: both("mục", "entry"),
  journal: both("nhật ký", "trail"),
  stands: both("dữ liệu", "stands"),
  others: both("chỗ khác: xem --json", "others: see --json")
} as const

/** What verifying found. */
export interface Verified {
  readonly entries: number
  readonly last: Checkpoint
  readonly broken: ChainBreak | null
  /** How many kinds of facts were compared. */
  readonly nouns: number
  readonly differences: ReadonlyArray<FactDifference>
  readonly more: boolean
}

const NONE = "–"

/** Signs of a value that are told; the whole of it is in the answer of `--json`. */
const SIGNS = 200

const told = (value: string | null): string =>
  value === null ? NONE : value.length > SIGNS ? `${value.slice(0, SIGNS)}…` : value

const differenceLines = (one: FactDifference, lang: Lang): ReadonlyArray<string> => {
  const { entry, fields, key, sentence, words: noun } = one
  return [
    `${say(noun, lang)}${key === "" ? "" : ` ${key}`}: ${say(sentence, lang)}${entry === null ? "" : ` (${say(words.entry, lang)} ${entry})`}`,
    ...fields.map(
      ({ journal, stands, words: field }) =>
        `   ${say(field, lang)}: ${say(words.journal, lang)} ${told(journal)}; ${say(words.stands, lang)} ${told(stands)}`
    )
  ]
}

const factLines = ({ differences, more, nouns }: Verified, lang: Lang): ReadonlyArray<string> => {
  if (differences.length === 0) return [`${say(words.same, lang)}: ${nouns} ${say(words.nouns, lang)}`]
  const left = differences.length - MOST
  return [
    `${say(words.differ, lang)}: ${more ? `${say(words.atLeast, lang)} ` : ""}${differences.length} ${say(words.things, lang)}`,
    ...differences.slice(0, MOST).flatMap((one) => differenceLines(one, lang)),
    ...(left > 0 ? [`… ${left} ${say(words.others, lang)}`] : [])
  ]
}

/** What verifying found, to be read: the chain first, then the facts. */
export const verifiedLines = (verified: Verified, lang: Lang): ReadonlyArray<string> => {
  const { broken, entries, last } = verified
  const chain =
    broken === null
      ? [
          `${say(words.sound, lang)}: ${entries} ${say(words.entries, lang)}; ${say(words.end, lang)} ${last.seq}`,
          last.hash
        ]
      : [`${say(words.broken, lang)} ${broken.seq}: ${say(broken.sentence, lang)}`]
  return [...chain, ...factLines(verified, lang)]
}
