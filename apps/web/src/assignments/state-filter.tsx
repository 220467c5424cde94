import type { AssignmentOnDay } from "@ntm/domain/assignments"
import type { DueState } from "@ntm/domain/assignments"
import { For } from "solid-js"
import { useWords } from "../language/words.ts"
import { assignmentWords } from "./assignments.words.ts"

const states: ReadonlyArray<DueState> = ["overdue", "dueSoon", "open", "notStarted", "noDue"]

/** How many assignments stand where, and a way to look at one state only. */
export const StateFilter = (props: {
  readonly items: ReadonlyArray<AssignmentOnDay>
  readonly chosen: DueState | undefined
  readonly onChoose: (state: DueState | undefined) => void
}) => {
  const t = useWords(assignmentWords)
  const count = (state: DueState) => props.items.filter((item) => item.dueState === state).length
  const choices = () => [
    { state: undefined, name: t().all, count: props.items.length },
    ...states
      .map((state) => ({ state, name: t().states[state], count: count(state) }))
      .filter((choice) => choice.count > 0)
  ]
  return (
    <div role="group" aria-label={t().filter} class="no-print mb-5 flex flex-wrap gap-2">
      <For each={choices()}>
        {(choice) => (
          <button
            type="button"
            aria-pressed={props.chosen === choice.state}
            class="rounded-full border px-3 py-1.5 text-sm font-semibold"
            classList={{
              "border-primary bg-primary-soft text-primary": props.chosen === choice.state,
              "border-line-strong bg-surface text-ink-soft hover:bg-raised": props.chosen !== choice.state
            }}
            onClick={() => props.onChoose(choice.state)}
          >
            {choice.name} ({choice.count})
          </button>
        )}
      </For>
    </div>
  )
}
