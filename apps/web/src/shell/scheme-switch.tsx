import { For } from "solid-js"
import { useWords } from "../language/words.ts"
import { type Scheme, scheme, setScheme } from "./scheme.ts"
import { shellWords } from "./shell.words.ts"

const schemes: ReadonlyArray<Scheme> = ["system", "light", "dark"]

/** Chooses light, dark, or what the system says. */
export const SchemeSwitch = () => {
  const t = useWords(shellWords)
  return (
    <label class="flex items-center gap-2 text-xs text-band-soft">
      {t().scheme}
      <select
        class="min-h-8 rounded-md border border-band-soft/50 bg-band px-2 text-xs font-semibold text-band-ink"
        value={scheme()}
        onChange={(event) => setScheme(schemes.find((each) => each === event.currentTarget.value) ?? "system")}
      >
        <For each={schemes}>
          {(each) => (
            <option value={each} selected={each === scheme()}>
              {t().schemes[each]}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
