import { A } from "@solidjs/router"
import { For } from "solid-js"

/** Pages that belong together, side by side. */
export const Tabs = (props: {
  readonly label: string
  readonly tabs: ReadonlyArray<{ readonly href: string; readonly name: string }>
}) => (
  <nav aria-label={props.label} class="max-w-full overflow-x-auto rounded-lg border border-line-strong">
    <div class="flex w-max">
      <For each={props.tabs}>
        {(tab) => (
          <A
            href={tab.href}
            end
            class="border-line-strong px-4 py-2 text-sm font-semibold whitespace-nowrap -outline-offset-3 not-first:border-l"
            activeClass="bg-primary-soft text-primary"
            inactiveClass="bg-surface text-ink-soft hover:bg-raised"
          >
            {tab.name}
          </A>
        )}
      </For>
    </div>
  </nav>
)
