import type { DueState } from "@ntm/domain/assignments"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { assignmentWords } from "./assignments.words.ts"
import { DueBadge } from "./due-badge.tsx"
import type { GroupedAssignment } from "@ntm/domain/assignments"

const indents = ["", "sm:ml-6", "sm:ml-12", "sm:ml-16"]

/** One assignment: what, by whom, with whom, until when as printed, and what comes of it. */
export const AssignmentItem = (props: { readonly grouped: GroupedAssignment; readonly groupState: DueState }) => {
  const t = useWords(assignmentWords)
  const item = () => props.grouped.item
  const facts = () =>
    [
      { name: t().leadAgency, value: item().lead, strong: true },
      { name: t().coLeads, value: item().coLeads.length === 0 ? null : item().coLeads.join("; "), strong: false },
      {
        name: t().coordinating,
        value: item().coordinating.length === 0 ? null : item().coordinating.join("; "),
        strong: false
      },
      { name: t().printed, value: item().dueText, strong: false },
      { name: t().deliverable, value: item().deliverable, strong: false },
      { name: t().notes, value: item().notes, strong: false }
    ].filter((fact) => fact.value !== null)
  return (
    <li
      class={`py-3 ${indents[Math.min(props.grouped.depth, 3)] ?? ""}`}
      classList={{ "border-l-2 border-line-strong pl-3": props.grouped.depth > 0 }}
    >
      <div class="grid gap-x-8 gap-y-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div>
          <p class="flex gap-2">
            <span class="min-w-8 shrink-0 font-semibold text-primary">{item().no}</span>
            <span class="font-semibold">{item().title}</span>
          </p>
          <Show when={item().due !== null && item().dueState !== props.groupState}>
            <p class="mt-1">
              <DueBadge state={item().dueState} days={null} />
            </p>
          </Show>
          <Show when={props.grouped.elsewhere}>
            {(parent) => <p class="mt-0.5 text-xs text-ink-faint">{t().partOf(parent().no, parent().title)}</p>}
          </Show>
        </div>
        <dl class="space-y-0.5 text-sm">
          <For each={facts()}>
            {(fact) => (
              <div class="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-2">
                <dt class="text-xs leading-5 text-ink-faint">{fact.name}</dt>
                <dd classList={{ "font-semibold": fact.strong, "text-ink-soft": !fact.strong }}>{fact.value}</dd>
              </div>
            )}
          </For>
        </dl>
      </div>
    </li>
  )
}
