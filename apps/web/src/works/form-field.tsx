import { createUniqueId, For, Show } from "solid-js"
import type { Option } from "../parts/select.tsx"
import type { RecordForm } from "./record-form.tsx"

/** A field of a form: typed, written at length, or chosen of a few; what is wrong with it stands below. */
export const FormField = (props: {
  readonly form: RecordForm
  readonly field: string
  readonly label: string
  readonly hint?: string
  readonly options?: ReadonlyArray<Option>
  readonly long?: boolean
  readonly wide?: boolean
}) => {
  const id = createUniqueId()
  const wrong = () => props.form.wrong(props.field)
  const look = () => ({ "border-error-line bg-error-soft": wrong().length > 0 })
  const described = () =>
    [...(wrong().length > 0 ? [`${id}-wrong`] : []), ...(props.hint === undefined ? [] : [`${id}-hint`])].join(" ")
  const common = () => ({
    id,
    "aria-invalid": wrong().length > 0 ? ("true" as const) : undefined,
    "aria-describedby": described() === "" ? undefined : described()
  })
  return (
    <div class="min-w-0" classList={{ "sm:col-span-2": props.wide === true }}>
      <label for={id} class="text-xs font-semibold text-ink-soft">
        {props.label}
      </label>
      <Show
        when={props.options}
        fallback={
          <Show
            when={props.long === true}
            fallback={
              <input
                {...common()}
                class="field mt-1 w-full"
                classList={look()}
                autocomplete="off"
                maxlength="2000"
                value={props.form.text(props.field)}
                onInput={(event) => props.form.set(props.field, event.currentTarget.value)}
              />
            }
          >
            <textarea
              {...common()}
              class="field mt-1 w-full"
              classList={look()}
              rows="3"
              maxlength="2000"
              value={props.form.text(props.field)}
              onInput={(event) => props.form.set(props.field, event.currentTarget.value)}
            />
          </Show>
        }
      >
        {(options) => (
          <select
            {...common()}
            class="field mt-1 w-full"
            classList={look()}
            onChange={(event) => props.form.set(props.field, event.currentTarget.value)}
          >
            <For each={options()}>
              {(option) => (
                <option value={option.value} selected={option.value === props.form.text(props.field)}>
                  {option.name}
                </option>
              )}
            </For>
          </select>
        )}
      </Show>
      <Show when={props.hint}>
        <p id={`${id}-hint`} class="mt-1 text-xs text-ink-soft">
          {props.hint}
        </p>
      </Show>
      <Show when={wrong().length > 0}>
        <ul id={`${id}-wrong`} class="mt-1 text-xs text-error">
          <For each={wrong()}>{(sentence) => <li>{sentence}</li>}</For>
        </ul>
      </Show>
    </div>
  )
}
