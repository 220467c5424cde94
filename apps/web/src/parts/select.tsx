import { createUniqueId, For } from "solid-js"

export interface Option {
  readonly value: string
  readonly name: string
}

/** One of many, by the browser's own list. `value` is shown as the empty choice where it is none of the options. */
export const Select = (props: {
  readonly label: string
  readonly value: string
  readonly options: ReadonlyArray<Option>
  readonly onPick: (value: string) => void
  readonly class?: string
}) => {
  const id = createUniqueId()
  return (
    <span class="flex min-w-0 flex-col gap-1">
      <label for={id} class="text-xs font-semibold text-ink-soft">
        {props.label}
      </label>
      <select
        id={id}
        class={`field min-w-0 ${props.class ?? "max-w-full sm:max-w-80"}`}
        onChange={(event) => props.onPick(event.currentTarget.value)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.name}
            </option>
          )}
        </For>
      </select>
    </span>
  )
}
