import { parseDay } from "@ntm/domain/values"
import { createSignal, createUniqueId, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { formatDay } from "./format.ts"
import { CalendarIcon } from "./icons.tsx"
import { partsWords } from "./parts.words.ts"

/**
 * Chooses the day of which the page speaks; none means today.
 *
 * **Details** Typed as people here write it (05/03/2025, 5-3-2025), whatever the browser's own language; the button beside
 * opens the browser's calendar.
 */
export const DayPicker = (props: {
  readonly value: string | undefined
  readonly onPick: (day: string | undefined) => void
  /** What the day is for, and what none means; without them the day that the page speaks of, and today. */
  readonly label?: string
  readonly none?: string
}) => {
  const t = useWords(partsWords)
  const id = createUniqueId()
  const [wrong, setWrong] = createSignal<string>()
  let calendar: HTMLInputElement | undefined
  const shown = () => (props.value === undefined ? "" : formatDay(props.value))
  const read = (text: string) => {
    if (text.trim() === "") {
      setWrong(undefined)
      props.onPick(undefined)
      return
    }
    const day = parseDay(text)
    setWrong(day._tag === "Success" ? undefined : inLanguage(day.failure.sentence))
    if (day._tag === "Success") props.onPick(day.success)
  }
  return (
    <form
      class="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        const input = event.currentTarget.elements.namedItem("day")
        if (input instanceof HTMLInputElement) read(input.value)
      }}
    >
      <label for={id} class="text-xs font-semibold text-ink-soft">
        {props.label ?? t().asOf}
      </label>
      <span class="flex gap-2">
        <span class="relative flex">
          <input
            id={id}
            name="day"
            inputmode="numeric"
            autocomplete="off"
            placeholder={t().dayHint}
            class="field w-44 pr-9"
            aria-invalid={wrong() === undefined ? undefined : "true"}
            aria-describedby={wrong() === undefined ? undefined : `${id}-wrong`}
            value={shown()}
            onChange={(event) => read(event.currentTarget.value)}
          />
          <button
            type="button"
            class="absolute inset-y-0 right-0 px-2.5 text-ink-soft hover:text-primary"
            aria-label={t().calendar}
            onClick={() => calendar?.showPicker()}
          >
            <CalendarIcon />
          </button>
          <input
            ref={calendar}
            type="date"
            tabindex="-1"
            aria-hidden="true"
            class="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
            value={props.value ?? ""}
            onChange={(event) => read(event.currentTarget.value)}
          />
        </span>
        <Show when={props.value !== undefined}>
          <button type="button" class="button" onClick={() => read("")}>
            {props.none ?? t().today}
          </button>
        </Show>
      </span>
      <Show when={wrong()}>
        {(sentence) => (
          <p id={`${id}-wrong`} role="alert" class="max-w-60 text-xs text-error">
            {sentence()}
          </p>
        )}
      </Show>
    </form>
  )
}
