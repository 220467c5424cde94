import type { AssessmentMatrix } from "@ntm/contract"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { assessmentWords } from "./assessments.words.ts"
import type { Counts } from "./matrix-order.ts"
import { WhyLink } from "./why-link.tsx"

/** Below the cells: how many of all units meet, fail, or leave open each criterion, whatever is filtered. */
export const HeatFoot = (props: {
  readonly counts: ReadonlyArray<Counts>
  readonly criteria: AssessmentMatrix["criteria"]
  readonly whyOf: (number: string) => string
}) => {
  const t = useWords(assessmentWords)
  return (
    <tfoot>
      <For each={["met", "notMet", "open"] as const}>
        {(key) => (
          <tr>
            <th scope="row" class="px-3 text-left font-semibold">
              {t().foot[key]}
            </th>
            <td />
            <For each={props.counts}>
              {(count, at) => (
                <td
                  class="text-center text-xs"
                  classList={{ "text-ink-faint": count[key] === 0, "font-semibold": key === "met" }}
                >
                  <Show when={key === "met" && props.criteria[at()]} fallback={formatNumber(count[key])}>
                    {(criterion) => (
                      <WhyLink criterion={criterion()} count={count[key]} whyOf={props.whyOf} tab={false} />
                    )}
                  </Show>
                </td>
              )}
            </For>
          </tr>
        )}
      </For>
    </tfoot>
  )
}
