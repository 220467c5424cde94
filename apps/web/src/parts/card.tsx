import { type JSX, Show } from "solid-js"

/** A block of a page with its own heading. */
export const Card = (props: {
  readonly id: string
  readonly title: string
  readonly lead?: JSX.Element
  readonly aside?: JSX.Element
  readonly children: JSX.Element
}) => (
  <section aria-labelledby={`${props.id}-title`} class="min-w-0 rounded-card border border-line bg-surface">
    <div class="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 pt-4 sm:px-5">
      <div class="min-w-0">
        <h2 id={`${props.id}-title`} class="text-lg font-semibold">
          {props.title}
        </h2>
        <Show when={props.lead}>
          <div class="text-sm text-ink-soft">{props.lead}</div>
        </Show>
      </div>
      {props.aside}
    </div>
    <div class="px-4 pt-3 pb-4 sm:px-5">{props.children}</div>
  </section>
)
