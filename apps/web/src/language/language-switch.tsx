import { For } from "solid-js"
import { shellWords } from "../shell/shell.words.ts"
import { type Language, language, setLanguage } from "./language.ts"
import { useWords } from "./words.ts"

const languages: ReadonlyArray<{ readonly key: Language; readonly short: string; readonly name: string }> = [
  { key: "vi", short: "VI", name: "Tiếng Việt" },
  { key: "en", short: "EN", name: "English" }
]

/** Vietnamese or English. */
export const LanguageSwitch = () => {
  const t = useWords(shellWords)
  return (
    <div role="group" aria-label={t().language} class="flex overflow-hidden rounded-md border border-band-soft/50">
      <For each={languages}>
        {(each) => (
          <button
            type="button"
            lang={each.key}
            aria-pressed={language() === each.key}
            aria-label={`${each.short} – ${each.name}`}
            class="min-h-8 px-3 text-xs font-semibold -outline-offset-3"
            classList={{
              "bg-band-ink text-band": language() === each.key,
              "text-band-ink": language() !== each.key
            }}
            onClick={() => setLanguage(each.key)}
          >
            {each.short}
          </button>
        )}
      </For>
    </div>
  )
}
