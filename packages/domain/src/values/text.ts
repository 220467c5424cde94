/**
 * The text as people search for it: lower case, no diacritics, đ as d, white space collapsed and trimmed.
 *
 * **Details** Composed and decomposed Unicode fold alike. "Thủy Nguyên" and "thuỷ nguyên" both give "thuy nguyen".
 */
export const foldVietnamese = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d")
    .replace(/\s+/gu, " ")
    .trim()

const alphabet = new Intl.Collator("vi")
const numbered = new Intl.Collator("vi", { numeric: true })

/** Order of the Vietnamese alphabet (a ă â … d đ e ê …), for sorting names. */
export const compareVietnamese = (a: string, b: string): number => alphabet.compare(a, b)

/** As `compareVietnamese`, but digits compare as numbers: 1.2 < 1.2.a < 1.2.đ < 1.10. For numbered lines and codes. */
export const compareNumbered = (a: string, b: string): number => numbered.compare(a, b)

const words = (text: string): ReadonlyArray<string> =>
  foldVietnamese(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")

/**
 * Whether every word of the query begins some word of the text, in any order.
 *
 * **Details** Diacritics and case are ignored on both sides, even where the query has them. Anything but letters and
 * digits parts words: "61/kh" finds "61/KH-UBND". A query without words matches everything.
 */
export const matchesFolded = (query: string, text: string): boolean => {
  const inText = words(text)
  return words(query).every((word) => inText.some((candidate) => candidate.startsWith(word)))
}
