import { countWord, type Matches, matchWord, quality } from "./search-match.ts"
import type { NameTable } from "./search-names.ts"
import { isSlipOf, otherSpellings, type SearchWord } from "./search-text.ts"

/** Kinds of hit, best first. "Within": some words of the query are of the units above. */
export const kind = {
  whole: 0,
  provinceInitials: 1,
  start: 2,
  wholeWithin: 3,
  words: 4,
  wordsWithin: 5,
  allInitials: 6,
  someInitials: 7,
  initialsWithin: 8,
  slipInWhole: 9,
  slip: 10,
  slipWithin: 11
} as const

/** A rating is twice the kind, and 1 more if the diacritics typed are not those of the name. Lesser is better. */
export const unrated = 255
const rated = (of: number, agrees: boolean): number => of * 2 + (agrees ? 0 : 1)

/** Names shorter than this, without spaces, are not found by a slip anywhere in them. */
const shortestNameWithSlip = 6

export interface Rating {
  /** Of each name by itself. */
  readonly names: Uint8Array
  /** Of a name together with those of the units above it. */
  readonly within: (name: number, above: ReadonlyArray<number>) => number
}

/** How many words of a name must begin with each word of the query: "an an" is not found in one An. */
const needs = (words: ReadonlyArray<SearchWord>): ReadonlyArray<number> =>
  words.map(({ plain }) => words.filter((other) => other.plain.startsWith(plain)).length)

const kindOf = (worst: number, own: boolean): number => {
  if (worst >= quality.start) return own ? kind.words : kind.wordsWithin
  if (worst === quality.slip) return own ? kind.slip : kind.slipWithin
  return own ? (worst === quality.allInitials ? kind.allInitials : kind.someInitials) : kind.initialsWithin
}

/** From where in the query the words of the name stand one after another; −1 if they do not. */
const holdsWhole = (query: ReadonlyArray<string>, name: ReadonlyArray<string>): number => {
  for (let from = 0; from + name.length <= query.length; from++) {
    if (name.every((word, at) => query[from + at] === word)) return from
  }
  return -1
}

const matchAll = (table: NameTable, words: ReadonlyArray<SearchWord>, slips: boolean): ReadonlyArray<Matches> => {
  const known = new Map<string, Matches>()
  return words.map((word) => {
    const key = `${word.plain} ${word.lettered} ${word.tone}`
    const matches = known.get(key) ?? matchWord(table, word, slips)
    known.set(key, matches)
    return matches
  })
}

/** Of each name, a bit for each word of the query that it matches; a query has at most 16 words. */
const matchedWords = (matches: ReadonlyArray<Matches>, size: number): Uint16Array => {
  const bits = new Uint16Array(size)
  for (const [at, values] of matches.entries()) {
    for (let name = 0; name < size; name++) if ((values[name] ?? 0) > 0) bits[name] = (bits[name] ?? 0) | (1 << at)
  }
  return bits
}

/**
 * Rates all names for the words of a query. `slips` asks for misspelt ones too, which takes several times longer; what
 * is rated without them keeps its rating.
 */
export const rateNames = (table: NameTable, words: ReadonlyArray<SearchWord>, slips: boolean): Rating => {
  const plain = words.map((word) => word.plain)
  const joined = plain.join(" ")
  const squeezed = plain.join("")
  const matches = matchAll(table, words, slips)
  const needed = needs(words)
  const counts = words.map((word, at) => ((needed[at] ?? 1) > 1 ? countWord(table, word) : null))
  const names = new Uint8Array(table.words.length).fill(unrated)
  const matched = matchedWords(matches, names.length)
  const allMatched = 2 ** matches.length - 1
  for (let name = 0; name < names.length; name++) {
    if (matched[name] !== allMatched) continue
    let worst: number = quality.word
    let agrees = true
    for (let at = 0; at < matches.length && worst > 0; at++) {
      const value = matches[at]?.[name] ?? 0
      const count = counts[at]
      const enough = count === null || count === undefined || (count[name] ?? 0) >= (needed[at] ?? 1)
      worst = Math.min(worst, enough ? value >>> 1 : 0)
      agrees &&= value % 2 === 1
    }
    if (worst === 0) continue
    const starts = worst >= quality.start && (table.joined[name] ?? "").startsWith(joined)
    names[name] = rated(starts ? kind.start : kindOf(worst, true), agrees)
  }
  if (slips) rateSlipsInWhole(table, plain, names)
  // Spaces left out or put in do not matter: "vinhbao", "ea h leo".
  for (const name of table.bySqueezed.get(squeezed) ?? []) {
    const agrees = (names[name] ?? unrated) === unrated || (names[name] ?? 0) % 2 === 0
    names[name] = rated(kind.whole, agrees)
  }
  return {
    names,
    within: (name, above) => {
      // Nearly all rows end here.
      let all = matched[name] ?? 0
      if (all === 0) return unrated
      for (const other of above) all |= matched[other] ?? 0
      if (all !== allMatched) return unrated
      const whole = holdsWhole(plain, table.words[name] ?? [])
      const wholeEnd = whole + (table.words[name]?.length ?? 0)
      let worst: number = quality.word
      let worstOutside: number = quality.word
      let agrees = true
      let own = 0
      for (let at = 0; at < matches.length; at++) {
        const mine = matches[at]?.[name] ?? 0
        let theirs = 0
        let count = counts[at]?.[name] ?? 0
        for (const other of above) {
          theirs = Math.max(theirs, matches[at]?.[other] ?? 0)
          count += counts[at]?.[other] ?? 0
        }
        if (counts[at] !== null && count < (needed[at] ?? 1)) return unrated
        // A word that is of the unit's own name is taken for it, unless it is so only by a guess.
        const isOwn = mine >= quality.start * 2 || mine >= theirs
        if (isOwn) {
          own++
          agrees &&= mine % 2 === 1
        }
        worst = Math.min(worst, (isOwn ? mine : theirs) >>> 1)
        if (whole === -1 || at < whole || at >= wholeEnd) worstOutside = Math.min(worstOutside, theirs >>> 1)
      }
      if (own === 0) return unrated
      if (whole !== -1 && worstOutside > quality.slip) return rated(kind.wholeWithin, agrees)
      return rated(kindOf(worst, false), agrees)
    }
  }
}

/** The whole query against whole names: one slip in all of it, be it in a short word or a space; or keyboard codes. */
const rateSlipsInWhole = (table: NameTable, plain: ReadonlyArray<string>, names: Uint8Array): void => {
  const rate = rated(kind.slipInWhole, true)
  const improve = (name: number): void => {
    if ((names[name] ?? unrated) > rate) names[name] = rate
  }
  const respelt = plain.map((word) => otherSpellings(word)[0] ?? word).join("")
  for (const name of table.bySqueezed.get(respelt) ?? []) improve(name)
  const squeezed = plain.join("")
  if (squeezed.length < shortestNameWithSlip - 1) return
  for (let name = 0; name < names.length; name++) {
    const whole = table.squeezed[name] ?? ""
    if (whole.length >= shortestNameWithSlip && isSlipOf(squeezed, whole)) improve(name)
  }
}
