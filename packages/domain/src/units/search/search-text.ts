import { foldVietnamese } from "../../values/index.ts"

/** A word, or a run of digits, of a name or a query. */
export interface SearchWord {
  /** Lower case, without diacritics: "thuy". */
  readonly plain: string
  /** As `plain`, but with the marks that make letters (â ă ê ô ơ ư đ), letter by letter in the same places. */
  readonly lettered: string
  /** The tone mark, wherever it was put (thủy, thuỷ); empty for none. */
  readonly tone: string
}

const apostrophes = /['’‘ʼ`´]/gu
const pieces = /(?:\p{L}\p{M}*)+|\p{N}+/gu
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

const wordOf = (piece: string): SearchWord => ({
  plain: foldVietnamese(piece),
  lettered: piece.replace(tones, "").normalize("NFC"),
  tone: piece.match(tones)?.[0] ?? ""
})

/**
 * The words of a text.
 *
 * **Details** Anything but letters and digits parts words, and so does the step from letters to digits ("p1"); an
 * apostrophe joins, as in M'Drắk. The eth of old fonts (Ð) is taken for Đ. Many texts are read faster with `known`,
 * which keeps the words met: names share few.
 */
export const searchWords = (text: string, known = new Map<string, SearchWord>()): ReadonlyArray<SearchWord> => {
  const found = text.replace(apostrophes, "").normalize("NFD").toLowerCase().replaceAll("ð", "đ").match(pieces) ?? []
  return found.map((piece) => {
    const word = known.get(piece) ?? wordOf(piece)
    known.set(piece, word)
    return word
  })
}

/** Whether the diacritics typed, if any, are those of the word: "bao" and "bảo" agree with "bảo", "báo" does not. */
export const marksAgree = (typed: SearchWord, word: SearchWord): boolean => {
  if (typed.tone !== "" && typed.tone !== word.tone) return false
  if (typed.lettered === typed.plain) return true
  for (let at = 0; at < typed.lettered.length; at++) {
    const letter = typed.lettered[at]
    if (letter !== typed.plain[at] && letter !== word.lettered[at]) return false
  }
  return true
}

const sameStart = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

/** Whether one slip makes `typed` out of `word`: a letter changed, added, left out, or two neighbours swapped. */
export const isSlipOf = (typed: string, word: string): boolean => {
  const longer = typed.length - word.length
  if (longer > 1 || longer < -1) return false
  const at = sameStart(typed, word)
  if (longer === 1) return typed.slice(at + 1) === word.slice(at)
  if (longer === -1) return typed.slice(at) === word.slice(at + 1)
  return (
    typed.slice(at + 1) === word.slice(at + 1) || isSwap(typed, word, at, typed.slice(at + 2) === word.slice(at + 2))
  )
}

const isSwap = (typed: string, word: string, at: number, restAgrees: boolean): boolean =>
  restAgrees && at + 1 < typed.length && typed[at] === word[at + 1] && typed[at + 1] === word[at]

/** Whether one slip, before its last letter, makes `typed` out of the beginning of `word`. */
export const isSlipOfStart = (typed: string, word: string): boolean => {
  const at = sameStart(typed, word)
  if (at >= typed.length - 1) return false
  return (
    word.startsWith(typed.slice(at + 1), at + 1) ||
    word.startsWith(typed.slice(at + 1), at) ||
    word.startsWith(typed.slice(at), at + 1) ||
    isSwap(typed, word, at, word.startsWith(typed.slice(at + 2), at + 2))
  )
}

/**
 * Other spellings that the typed word may stand for: what a Telex keyboard leaves when it is off ("vinhx", "ddoo",
 * "phuwowng"), and i for y at the end ("li", "mi").
 */
export const otherSpellings = (plain: string): ReadonlyArray<string> => {
  // After the first vowel no Vietnamese syllable has s, f, r, x, j, z or w: there they are tone and letter keys.
  const telex = plain
    .replace(/([aeiouy].*)/, (rest) => rest.replace(/[sfrxjzw]/g, ""))
    .replace(/([aeo])\1/g, "$1")
    .replace(/^dd/, "d")
  const [, start, end] = /^([bcdghklmnpqrstvx]+u?)([iy])$/.exec(telex) ?? []
  const swapped = start === undefined ? [] : [start + (end === "i" ? "y" : "i")]
  return [telex, ...swapped].filter((spelling) => spelling !== plain && spelling !== "")
}

/**
 * The word with k for c where both spell the same sound, at the end and before a, o, u, r: Đắc Lắc, Bắc Cạn and Con Tum are
 * written for Đắk Lắk, Bắc Kạn and Kon Tum. Undefined where nothing changes.
 */
export const withK = ({ plain, lettered, tone }: SearchWord): SearchWord | undefined => {
  const replaced = (text: string) => text.replace(/^c(?=[aăâoôơuưr])|c$/gu, "k")
  const changed = replaced(plain)
  return changed === plain ? undefined : { plain: changed, lettered: replaced(lettered), tone }
}
