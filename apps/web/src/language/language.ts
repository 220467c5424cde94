import { createSignal } from "solid-js"
import { keep, kept } from "../data/kept.ts"

/** Languages of the screen. Vietnamese is the language of the work; English is by switch. */
export type Language = "vi" | "en"

const [language, setSignal] = createSignal<Language>(kept("language") === "en" ? "en" : "vi")

/** The language in use; reactive. */
export { language }

/** Switches the language, and remembers it on this machine. */
export const setLanguage = (next: Language): void => {
  setSignal(next)
  keep("language", next)
  document.documentElement.lang = next
}
