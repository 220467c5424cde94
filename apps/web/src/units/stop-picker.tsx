import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatDay } from "../parts/format.ts"
import { useStops } from "./units.queries.ts"
import { unitWords } from "./units.words.ts"

/** The days around the reorganisations, one press away; where they are more than fit, they are scrolled. */
export const StopPicker = (props: { readonly value: string | undefined; readonly onPick: (day: string) => void }) => {
  const t = useWords(unitWords)
  const stops = useStops()
  return (
    <Show when={stops.isSuccess && stops.data.length > 0 && stops.data}>
      {(days) => (
        <div role="group" aria-label={t().stops} class="flex max-w-[calc(100vw-2rem)] flex-col gap-1">
          <span class="text-xs font-semibold text-ink-soft" aria-hidden="true">
            {t().stops}
          </span>
          <div class="flex max-w-full overflow-x-auto rounded-lg border border-line-strong">
            <For each={days()}>
              {(day) => (
                <button
                  type="button"
                  aria-pressed={props.value === day}
                  class="min-h-9.5 shrink-0 border-line-strong px-3 text-sm font-semibold -outline-offset-3 not-first:border-l"
                  classList={{
                    "bg-primary-soft text-primary": props.value === day,
                    "bg-surface text-ink-soft hover:bg-raised": props.value !== day
                  }}
                  onClick={() => props.onPick(day)}
                >
                  {formatDay(day)}
                </button>
              )}
            </For>
          </div>
        </div>
      )}
    </Show>
  )
}
