import { maxWords, type NameTable } from "./search-names.ts"
import { isSlipOf, isSlipOfStart, marksAgree, otherSpellings, type SearchWord } from "./search-text.ts"

/** How well a typed word matches a name; better is greater, 0 is not at all. */
export const quality = { slip: 1, someInitials: 2, allInitials: 3, start: 4, word: 5 } as const

/** For each name: twice the quality of the typed word's best match in it, and 1 more if the diacritics agree. */
export type Matches = Uint8Array

const shortestSlip = 3
const shortestWordWithSlip = 4
const shortestStartWithSlip = 5

/** First word of the lexicon that is not before `plain`. */
const lowerBound = (table: NameTable, plain: string): number => {
  let low = 0
  let high = table.lexicon.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((table.lexicon[middle]?.word.plain ?? "") < plain) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether some name has this word. */
export const hasWord = (table: NameTable, plain: string): boolean =>
  table.lexicon[lowerBound(table, plain)]?.word.plain === plain

const raise = (matches: Matches, names: ReadonlyArray<number>, value: number): void => {
  for (const name of names) if ((matches[name] ?? 0) < value) matches[name] = value
}

/** Entries of the lexicon that begin with `plain`. */
const startingWith = function* (table: NameTable, plain: string) {
  for (let at = lowerBound(table, plain); at < table.lexicon.length; at++) {
    const entry = table.lexicon[at]
    if (entry === undefined || !entry.word.plain.startsWith(plain)) return
    yield entry
  }
}

/**
 * How `typed` is made of beginnings of neighbouring words from `place` on ("vbao", "vb", "vinhbao"): all words of the
 * name, some (two at least), or not.
 */
const initialsFrom = (words: ReadonlyArray<string>, place: number, typed: string): number => {
  const follow = (at: number, from: number): number => {
    if (from === typed.length) {
      if (at - place < 2) return 0
      return place === 0 && at === words.length ? quality.allInitials : quality.someInitials
    }
    const word = words[at] ?? ""
    let length = 0
    while (length < word.length && word[length] === typed[from + length]) length++
    let best = 0
    for (; length > 0 && best < quality.allInitials; length--) best = Math.max(best, follow(at + 1, from + length))
    return best
  }
  return follow(place, 0)
}

const matchInitials = (table: NameTable, typed: string, matches: Matches): void => {
  for (const second of new Set(typed.slice(1))) {
    for (const spot of table.initials.get(typed.charAt(0) + second) ?? []) {
      const name = Math.floor(spot / maxWords)
      if ((matches[name] ?? 0) >= quality.start * 2) continue
      const found = initialsFrom(table.words[name] ?? [], spot % maxWords, typed)
      if (found > 0) raise(matches, [name], found * 2 + 1)
    }
  }
}

const matchSlips = (table: NameTable, typed: string, matches: Matches): void => {
  const value = quality.slip * 2 + 1
  for (const spelling of otherSpellings(typed)) {
    for (const { names } of startingWith(table, spelling)) raise(matches, names, value)
  }
  if (typed.length < shortestSlip || /\p{N}/u.test(typed)) return
  for (const { word, names } of table.lexicon) {
    const { plain } = word
    if (plain.length < shortestWordWithSlip) continue
    if (isSlipOf(typed, plain) || (typed.length >= shortestStartWithSlip && isSlipOfStart(typed, plain))) {
      raise(matches, names, value)
    }
  }
}

/** The match of one typed word in every name: as a word, its beginning, initials, and with `slips` misspelt. */
export const matchWord = (table: NameTable, typed: SearchWord, slips: boolean): Matches => {
  const matches = new Uint8Array(table.words.length)
  if (slips) matchSlips(table, typed.plain, matches)
  for (const { word, names } of startingWith(table, typed.plain)) {
    const how = word.plain === typed.plain ? quality.word : quality.start
    raise(matches, names, how * 2 + (marksAgree(typed, word) ? 1 : 0))
  }
  if (typed.plain.length > 1) matchInitials(table, typed.plain, matches)
  return matches
}

/** How many words of each name begin with the typed word. */
export const countWord = (table: NameTable, typed: SearchWord): Uint8Array => {
  const counts = new Uint8Array(table.words.length)
  for (const { names } of startingWith(table, typed.plain)) {
    for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
