import { For } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { assessmentWords } from "./assessments.words.ts"
import type { Counts } from "./matrix-order.ts"

/** Below the cells: how many of all units meet, fail, or leave open each criterion, whatever is filtered. */
export const HeatFoot = (props: { readonly counts: ReadonlyArray<Counts> }) => {
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
              {(count) => (
                <td
                  class="text-center text-xs"
                  classList={{ "text-ink-faint": count[key] === 0, "font-semibold": key === "met" }}
                >
                  {formatNumber(count[key])}
                </td>
              )}
            </For>
          </tr>
        )}
      </For>
    </tfoot>
  )
}
