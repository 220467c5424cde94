import { type Language, language } from "./language.ts"

/** A dictionary of one noun: the same keys in both languages. */
export type Words<W> = Readonly<Record<Language, W>>

/** Declares a dictionary; the Vietnamese side gives the keys, a missing English one does not compile. */
export const defineWords = <W extends object>(words: { readonly vi: W; readonly en: NoInfer<W> }): Words<W> => words

/** The dictionary in the language in use: `const t = useWords(unitWords)`, then `t().title` where it is shown. */
export const useWords =
  <W>(words: Words<W>): (() => W) =>
  () =>
    words[language()]

/** One side of a sentence that comes in both languages. */
export const inLanguage = (sentence: { readonly vi: string; readonly en: string }): string => sentence[language()]
