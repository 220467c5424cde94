import type { InputKind } from "@ntm/domain/criteria"
import { createUniqueId, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { observationWords } from "./observations.words.ts"

/** A field for one value: a number as it is written here, or yes and no; what is wrong with it stands below. */
export const EntryField = (props: {
  readonly label: string
  readonly kind: InputKind
  readonly unit: string | null
  readonly text: string
  readonly onText: (text: string) => void
  readonly wrong: ReadonlyArray<string>
}) => {
  const t = useWords(observationWords)
  const id = createUniqueId()
  const choices = () => [
    { value: "", name: t().blank },
    { value: "1", name: t().yes },
    { value: "0", name: t().no }
  ]
  const described = () => (props.wrong.length > 0 ? `${id}-wrong` : undefined)
  const invalid = () => (props.wrong.length > 0 ? "true" : undefined)
  return (
    <div>
      <label for={id} class="sr-only">
        {props.label}
      </label>
      <span class="flex items-center gap-2">
        <Show
          when={props.kind === "attestation"}
          fallback={
            <input
              id={id}
              class="field w-32"
              classList={{ "border-error-line bg-error-soft": props.wrong.length > 0 }}
              inputmode="decimal"
              autocomplete="off"
              value={props.text}
              aria-invalid={invalid()}
              aria-describedby={described()}
              onInput={(event) => props.onText(event.currentTarget.value)}
            />
          }
        >
          <select
            id={id}
            class="field w-32"
            classList={{ "border-error-line bg-error-soft": props.wrong.length > 0 }}
            aria-invalid={invalid()}
            aria-describedby={described()}
            onChange={(event) => props.onText(event.currentTarget.value)}
          >
            <For each={choices()}>
              {(choice) => (
                <option value={choice.value} selected={choice.value === props.text}>
                  {choice.name}
                </option>
              )}
            </For>
          </select>
        </Show>
        <span class="min-w-0 text-xs break-words text-ink-soft">{props.unit}</span>
      </span>
      <Show when={props.wrong.length > 0}>
        <ul id={`${id}-wrong`} class="mt-1 text-xs text-error">
          <For each={props.wrong}>{(sentence) => <li>{sentence}</li>}</For>
        </ul>
      </Show>
    </div>
  )
}
