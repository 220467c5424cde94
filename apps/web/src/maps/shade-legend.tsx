import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { mapWords } from "./map.words.ts"
import { shadeClass, type Shading } from "./shading.ts"

/** What the shades stand for, and how many units have each. */
export const ShadeLegend = (props: { readonly entries: Shading["legend"] }) => {
  const t = useWords(mapWords)
  return (
    <ul aria-label={t().legend} class="flex flex-wrap gap-x-5 gap-y-1 text-sm lg:flex-col">
      <For each={props.entries}>
        {(entry) => (
          <li class="flex items-center gap-2">
            <svg class="h-4 w-6 shrink-0 rounded-sm" viewBox="0 0 24 16" aria-hidden="true">
              <rect width="24" height="16" class={`${shadeClass(entry.shade)} stroke-ink-faint`} />
            </svg>
            <span>
              {entry.text}{" "}
              <Show when={entry.units !== null}>
                <span class="font-semibold">{formatNumber(entry.units)}</span>
              </Show>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}
