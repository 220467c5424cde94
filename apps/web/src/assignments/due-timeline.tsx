import type { AssignmentOnDay } from "@ntm/domain/assignments"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatDay } from "../parts/format.ts"
import { assignmentWords } from "./assignments.words.ts"
import { DueBadge } from "./due-badge.tsx"
import { dueGroups } from "@ntm/domain/assignments"

/** Titles shown below a due day before the rest is only counted. */
const SHOWN = 4

/** The due days side by side, each with its tasks: what comes when, at a glance. */
export const DueTimeline = (props: { readonly items: ReadonlyArray<AssignmentOnDay> }) => {
  const t = useWords(assignmentWords)
  return (
    <ol class="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      <For each={dueGroups(props.items)}>
        {(group) => {
          const tops = () => group.items.filter((grouped) => grouped.depth === 0)
          return (
            <li class="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-canvas p-3">
              <div class="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                <h3 class="font-semibold">{group.due === null ? t().noDue : formatDay(group.due)}</h3>
                <span class="text-xs text-ink-soft">{t().tasks(group.items.length)}</span>
              </div>
              <div>
                <DueBadge state={group.state} days={group.days} />
              </div>
              <ul class="space-y-1.5 text-sm">
                <For each={tops().slice(0, SHOWN)}>
                  {(grouped) => (
                    <li>
                      <span class="font-semibold text-primary">{grouped.item.no}</span> {grouped.item.title}
                      <Show when={grouped.item.lead}>
                        <span class="block text-xs text-ink-faint">{grouped.item.lead}</span>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={group.items.length > Math.min(SHOWN, tops().length)}>
                <p class="mt-auto text-xs text-ink-faint">
                  {t().more(group.items.length - Math.min(SHOWN, tops().length))}
                </p>
              </Show>
            </li>
          )
        }}
      </For>
    </ol>
  )
}
