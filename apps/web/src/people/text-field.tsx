import { createUniqueId, Show } from "solid-js"

/** A labelled field of a form about people: what a browser may fill in is said by `autocomplete`. */
export const TextField = (props: {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: "text" | "email" | "password"
  readonly autocomplete?: string
  readonly hint?: string
  readonly required?: boolean
}) => {
  const id = createUniqueId()
  return (
    <div class="min-w-0">
      <label for={id} class="text-xs font-semibold text-ink-soft">
        {props.label}
      </label>
      <input
        id={id}
        type={props.type ?? "text"}
        class="field mt-1 w-full"
        autocomplete={props.autocomplete ?? "off"}
        required={props.required === true}
        maxlength="254"
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <Show when={props.hint}>
        <p id={`${id}-hint`} class="mt-1 text-xs text-ink-soft">
          {props.hint}
        </p>
      </Show>
    </div>
  )
}
