import { foldVietnamese } from "../values/index.ts"

/** What a password is held against: common ones in lower case, and words of whoever sets it. */
export interface PasswordChecking {
  readonly common: ReadonlySet<string>
  readonly person: { readonly name: string; readonly email: string }
}

/** Words of the programme and of this program, folded and without blanks; the longer first. */
const contextWords: ReadonlyArray<string> = ["chuongtrinhmuctieuquocgia", "nongthonmoi", "nongthon", "ntm"]

/** Of what is left once such words are taken out, so many letters have to be somebody's own. */
const OWN_LETTERS = 4

/** Shorter words than these stand in too many others. */
const SHORTEST_WORD = 3

const plain = (text: string): string =>
  foldVietnamese(text)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")

/** Without what is put before and behind a word so that it looks like another: "Password2025!" is "password". */
const stemOf = (text: string): string =>
  foldVietnamese(text)
    .toLowerCase()
    .replaceAll(/^[^a-z]+|[^a-z]+$/g, "")

/** The part that a text is made of again and again: "abcabcabc" is "abc". */
const repeated = (text: string): string => /^(.+?)\1+$/.exec(text)?.[1] ?? text

/** Words that somebody is called by, each and together, folded. */
const wordsOf = ({ email, name }: PasswordChecking["person"]): ReadonlyArray<string> => {
  const [local = "", domain = ""] = email.split("@")
  const names = name.split(/\s+/)
  return [name, local, ...local.split(/[._-]/), ...names, ...domain.split(".").slice(0, -1)]
    .map(plain)
    .filter((word) => word.length >= SHORTEST_WORD)
}

/**
 * Why nobody should have such a password; null where nothing speaks against it. Its length is another matter.
 *
 * **Details** `common`: it is one of those that are tried first, or such a one with figures and signs around it, or again and again. `context`: but
 * for the names of the programme and of whoever sets it there is nothing in it.
 */
export const passwordWeakness = (
  password: string,
  { common, person }: PasswordChecking
): "common" | "context" | null => {
  const whole = password.toLowerCase()
  const stems = [whole, repeated(whole), stemOf(password), repeated(stemOf(password))]
  if (stems.some((stem) => stem.length > 1 && common.has(stem)) || new Set(whole).size <= 2) return "common"
  const words = [...contextWords, ...wordsOf(person)].toSorted((a, b) => b.length - a.length)
  const given = plain(password)
  const own = words.reduce((left, word) => left.replaceAll(word, ""), given)
  return own !== given && own.replaceAll(/[0-9]/g, "").length < OWN_LETTERS ? "context" : null
}
