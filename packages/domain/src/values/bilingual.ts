import { Schema } from "effect"

/** A sentence that a person reads: Vietnamese first, English by switch. */
export const Bilingual = Schema.Struct({ vi: Schema.String, en: Schema.String })
export type Bilingual = typeof Bilingual.Type

/** Both languages on one line, for places that have no switch (an error's `message`, a log). */
export const bothLanguages = (sentence: Bilingual): string => `${sentence.vi} · ${sentence.en}`

/** Longest piece of somebody's input that an error repeats: a whole file pasted by mistake must stay readable. */
const LONGEST_QUOTE = 60

/** The input in quotation marks, cut after 60 characters. */
export const quoted = (text: string): string => {
  const characters = Array.from(text.slice(0, LONGEST_QUOTE * 2))
  return characters.length > LONGEST_QUOTE ? `“${characters.slice(0, LONGEST_QUOTE).join("")}…”` : `“${text}”`
}
