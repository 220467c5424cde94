import { For } from "solid-js"

/** A few choices side by side, of which one holds. */
export const Choice = <V extends string>(props: {
  readonly label: string
  /** Shown above the buttons; else the label is for screen readers alone. */
  readonly shown?: boolean
  readonly value: V
  readonly options: ReadonlyArray<readonly [value: V, name: string]>
  readonly onPick: (value: V) => void
}) => (
  <div role="group" aria-label={props.label} class="flex flex-col gap-1">
    <span class="text-xs font-semibold text-ink-soft" classList={{ hidden: props.shown !== true }} aria-hidden="true">
      {props.label}
    </span>
    <div class="flex w-max overflow-hidden rounded-lg border border-line-strong">
      <For each={props.options}>
        {([value, name]) => (
          <button
            type="button"
            aria-pressed={props.value === value}
            class="min-h-9.5 border-line-strong px-3 text-sm font-semibold -outline-offset-3 not-first:border-l"
            classList={{
              "bg-primary-soft text-primary": props.value === value,
              "bg-surface text-ink-soft hover:bg-raised": props.value !== value
            }}
            onClick={() => props.onPick(value)}
          >
            {name}
          </button>
        )}
      </For>
    </div>
  </div>
)
