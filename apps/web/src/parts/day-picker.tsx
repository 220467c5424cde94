import { createUniqueId, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { partsWords } from "./parts.words.ts"

/** Chooses the day of which the page speaks; none means today. */
export const DayPicker = (props: { readonly value: string | undefined; readonly onPick: (day: string | undefined) => void }) => {
  const t = useWords(partsWords)
  const id = createUniqueId()
  return (
    <div class="flex flex-col gap-1">
      <label for={id} class="text-xs font-semibold text-ink-soft">
        {t().asOf}
      </label>
      <span class="flex gap-2">
        <input
          id={id}
          type="date"
          class="field"
          value={props.value ?? ""}
          onChange={(event) => props.onPick(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
        />
        <Show when={props.value !== undefined}>
          <button type="button" class="button" onClick={() => props.onPick(undefined)}>
            {t().today}
          </button>
        </Show>
      </span>
    </div>
  )
}
