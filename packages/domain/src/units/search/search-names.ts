import { compareVietnamese } from "../../values/index.ts"
import { searchWords, type SearchWord } from "./search-text.ts"

/**
 * The distinct names of all units and the words they are made of. The country, old and new: some 7,800 names of 2,000
 * words, 1,100 without diacritics; four names in five have two words, the longest six.
 */
export interface NameTable {
  /** Of each name, by its number: its words without diacritics. Names are numbered in Vietnamese order. */
  readonly words: ReadonlyArray<ReadonlyArray<string>>
  readonly joined: ReadonlyArray<string>
  /** Without the spaces: "vinhbao". */
  readonly squeezed: ReadonlyArray<string>
  readonly bySqueezed: ReadonlyMap<string, ReadonlyArray<number>>
  /** Distinct words, sorted by `plain`, and for each the names it stands in (a name twice if the word does). */
  readonly lexicon: ReadonlyArray<{ readonly word: SearchWord; readonly names: ReadonlyArray<number> }>
  /** First letters of two neighbouring words ("vb") → where they stand, as name × `maxWords` + place of the first. */
  readonly initials: ReadonlyMap<string, ReadonlyArray<number>>
}

/** Words of a name beyond these are not searched by their initials. */
export const maxWords = 16

const push = <K, V>(lists: Map<K, Array<V>>, key: K, value: V): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** The table, and the number of each name as written. */
export const tableOfNames = (
  all: Iterable<string>
): { readonly table: NameTable; readonly numberOf: ReadonlyMap<string, number> } => {
  const composed = new Map<string, string>()
  for (const name of all) if (!composed.has(name)) composed.set(name, name.normalize("NFC"))
  const names = [...new Set(composed.values())].sort((a, b) => compareVietnamese(a, b) || (a < b ? -1 : 1))
  const words: Array<ReadonlyArray<string>> = []
  const bySqueezed = new Map<string, Array<number>>()
  const lexicon = new Map<SearchWord, Array<number>>()
  const initials = new Map<string, Array<number>>()
  const known = new Map<string, SearchWord>()
  for (let number = 0; number < names.length; number++) {
    const parsed = searchWords(names[number] ?? "", known)
    const plain = parsed.map((word) => word.plain)
    words.push(plain)
    push(bySqueezed, plain.join(""), number)
    for (let place = 0; place < parsed.length; place++) {
      const word = parsed[place]
      if (word === undefined) break
      push(lexicon, word, number)
      const next = plain[place + 1]
      if (next !== undefined && place < maxWords) {
        push(initials, word.plain.charAt(0) + next.charAt(0), number * maxWords + place)
      }
    }
  }
  const numbers = new Map(names.map((name, number) => [name, number]))
  return {
    table: {
      words,
      joined: words.map((each) => each.join(" ")),
      squeezed: words.map((each) => each.join("")),
      bySqueezed,
      lexicon: [...lexicon]
        .map(([word, names]) => ({ word, names }))
        .sort((a, b) => (a.word.plain < b.word.plain ? -1 : a.word.plain > b.word.plain ? 1 : 0)),
      initials
    },
    numberOf: new Map([...composed].map(([name, form]) => [name, numbers.get(form) ?? 0]))
  }
}
