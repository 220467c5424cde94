import type { UnitSearchIndex } from "./search-index.ts"
import { hasWord } from "./search-match.ts"
import { otherSpellings, type SearchWord, searchWords, withK } from "./search-text.ts"

/** One way to understand a query. */
export interface Reading {
  readonly words: ReadonlyArray<SearchWord>
  /** Types that the unit itself should have; null where none was said. */
  readonly types: ReadonlyArray<number> | null
  /** Whether types of units above were read in it too: "xã Vĩnh Hải, huyện Vĩnh Bảo". */
  readonly address: boolean
}

/** What lies beyond is not read: the longest full address of a commune has some 120 letters. */
const maxLength = 200
const maxQueryWords = 16
const maxWordLength = 24

const longestPhrase = 3

interface Phrase {
  readonly types: ReadonlyArray<number>
  readonly length: number
}

const phraseAt = (index: UnitSearchIndex, words: ReadonlyArray<SearchWord>, at: number): Phrase | undefined => {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).map((word) => word.plain)
    const types =
      index.typesByPhrase.get(phrase.join(" ")) ??
      index.typesByPhrase.get(phrase.map((word) => otherSpellings(word)[0] ?? word).join(" "))
    if (types !== undefined) return { types, length }
  }
  return undefined
}

/** "tphcm", "tphaiphong": people leave out the space after this abbreviation alone. */
const unglued = ([first, ...rest]: ReadonlyArray<SearchWord>): ReadonlyArray<SearchWord> | undefined =>
  first?.plain.startsWith("tp") === true && first.plain.length > 3
    ? [
        { plain: "tp", lettered: "tp", tone: "" },
        { ...first, plain: first.plain.slice(2), lettered: first.lettered.slice(2) },
        ...rest
      ]
    : undefined

/** Whether a full stop follows the first words of the query. */
const isAbbreviated = (query: string, words: number): boolean =>
  new RegExp(`^[^\\p{L}\\p{N}]*(?:[\\p{L}\\p{M}\\p{N}]+\\s*){${words}}\\.`, "u").test(query.slice(0, maxLength))

/** The words with k for c where a name is spelt so; undefined where none is. */
const spelledWithK = (
  index: UnitSearchIndex,
  words: ReadonlyArray<SearchWord>
): ReadonlyArray<SearchWord> | undefined => {
  const respelt = words.map((word) => {
    const other = withK(word)
    return other !== undefined && hasWord(index.names, other.plain) ? other : word
  })
  return respelt.some((word, at) => word !== words[at]) ? respelt : undefined
}

const hasMarks = ({ plain, lettered, tone }: SearchWord): boolean => tone !== "" || lettered !== plain

const withoutInnerTypes = (index: UnitSearchIndex, words: ReadonlyArray<SearchWord>): ReadonlyArray<SearchWord> => {
  const kept: Array<SearchWord> = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) break
    const phrase = at === 0 ? undefined : phraseAt(index, words, at)
    if (phrase !== undefined && at + phrase.length < words.length) at += phrase.length - 1
    else kept.push(word)
  }
  return kept
}

/**
 * The ways to understand a query, the plainest first: all words are of names; the first ones say the type (with a full
 * stop after it for sure); types of units above stand between; c is written for k. Empty where there is no word at all. Only a type, with its diacritics or a full stop
 * ("xã", "p."), is not looked for in names.
 */
export const readingsOf = (index: UnitSearchIndex, query: string): ReadonlyArray<Reading> => {
  const words = searchWords(query.slice(0, maxLength))
    .filter((word) => word.plain !== "")
    .slice(0, maxQueryWords)
    .map(({ plain, lettered, tone }) => ({
      plain: plain.slice(0, maxWordLength),
      lettered: lettered.slice(0, maxWordLength),
      tone
    }))
  if (words.length === 0) return []
  const only = phraseAt(index, words, 0)
  if (only?.length === words.length && (words.some(hasMarks) || /\.\s*$/.test(query.slice(0, maxLength)))) {
    return [{ words: [], types: only.types, address: false }]
  }
  // "t. hải dương" says tỉnh: read as a name all the same ("N.T Phong Hải"), but units of the type come first.
  const stated = only !== undefined && isAbbreviated(query, only.length) ? only.types : null
  const readings: Array<Reading> = [{ words, types: stated, address: false }]
  const respelt = spelledWithK(index, words)
  if (respelt !== undefined) readings.push({ words: respelt, types: stated, address: false })
  for (const typed of [words, unglued(words) ?? [], respelt ?? []]) {
    const phrase = phraseAt(index, typed, 0)
    const rest = typed.slice(phrase?.length ?? 0)
    const types = phrase?.types ?? null
    if (phrase !== undefined) readings.push({ words: rest, types, address: false })
    const names = withoutInnerTypes(index, rest)
    if (names.length < rest.length) readings.push({ words: names, types, address: true })
  }
  return readings
}
