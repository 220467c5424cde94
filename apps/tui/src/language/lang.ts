import type { Bilingual } from "@ntm/domain/values"

/** The language that a person reads; Vietnamese unless asked otherwise. */
export type Lang = "vi" | "en"

export const isLang = (text: string): text is Lang => text === "vi" || text === "en"

/** A sentence in the language asked for. */
export const say = (text: Bilingual, lang: Lang): string => text[lang]

/** Declares a sentence in both languages. */
export const both = (vi: string, en: string): Bilingual => ({ vi, en })
