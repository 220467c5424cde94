import { createUniqueId, For } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatDay } from "../parts/format.ts"
import { mapWords } from "./map.words.ts"
import type { Stop } from "./stops.ts"

/** The days on which the ground was divided anew, as the stops of a slider; `text` tells what the chosen one means. */
export const TimeSlider = (props: {
  readonly stops: ReadonlyArray<Stop>
  readonly at: number
  readonly text: string
  readonly onPick: (day: string) => void
}) => {
  const t = useWords(mapWords)
  const id = createUniqueId()
  return (
    <div class="min-w-0">
      <div class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <label for={id} class="text-xs font-semibold text-ink-soft">
          {t().time}
        </label>
        <output for={id} class="text-sm font-semibold" aria-live="off">
          {props.text}
        </output>
      </div>
      <div class="no-print mt-2 px-6 sm:px-8">
        <input
          id={id}
          type="range"
          class="time-slider"
          min="0"
          max={props.stops.length - 1}
          step="1"
          value={props.at}
          aria-valuetext={props.text}
          onInput={(event) => {
            const stop = props.stops[event.currentTarget.valueAsNumber]
            if (stop !== undefined) props.onPick(stop.day)
          }}
        />
        <div class="mx-2 flex justify-between" aria-hidden="true">
          <For each={props.stops}>
            {(stop, index) => (
              <span class="flex w-0 flex-col items-center text-xs whitespace-nowrap">
                <span class="h-1.5 w-px bg-line-strong" />
                <button
                  type="button"
                  tabindex="-1"
                  class="rounded px-1"
                  classList={{
                    "font-semibold text-primary": index() === props.at,
                    "text-ink-soft": index() !== props.at
                  }}
                  onClick={() => props.onPick(stop.day)}
                >
                  {formatDay(stop.day)}
                </button>
              </span>
            )}
          </For>
        </div>
      </div>
    </div>
  )
}
