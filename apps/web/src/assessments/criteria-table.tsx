import type { AssessmentMatrix } from "@ntm/contract"
import { percentOf } from "@ntm/domain/values"
import { createMemo, For } from "solid-js"
import { useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { assessmentWords } from "./assessments.words.ts"
import { countsByCriterion } from "./matrix-order.ts"
import { WhyLink } from "./why-link.tsx"

/** The table of Phụ lục 01 as it follows from the values: units that meet, fail, and of which it is not known. */
export const CriteriaTable = (props: {
  readonly matrix: AssessmentMatrix
  /** Where it is told why the number of a criterion moved. */
  readonly whyOf: (number: string) => string
}) => {
  const t = useWords(assessmentWords)
  const units = () => props.matrix.items.length
  const counts = createMemo(() => countsByCriterion(props.matrix.items, props.matrix.criteria.length))
  const heads = () => [t().foot.met, t().foot.notMet, t().foot.open]
  return (
    <TableFrame label={t().table}>
      <table class="w-full text-sm">
        <caption class="px-3 py-2 text-left text-xs text-ink-soft">
          {t().footNote(t().units(units(), props.matrix.set.level))}
        </caption>
        <thead class="bg-raised text-xs">
          <tr>
            <th scope="col" class="w-10 px-3 py-2 text-left">
              {t().no}
            </th>
            <th scope="col" class="px-3 py-2 text-left">
              {t().criterionName}
            </th>
            <For each={heads()}>
              {(head) => (
                <th scope="col" class="w-24 px-3 py-2 text-right">
                  {head}
                </th>
              )}
            </For>
            <th scope="col" class="w-24 px-3 py-2 text-right sm:w-48">
              {t().shareHead}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.matrix.criteria}>
            {(criterion, at) => {
              const count = () => counts()[at()] ?? { met: 0, notMet: 0, open: 0 }
              const percent = () => percentOf(count().met, units(), 1)
              return (
                <tr class="border-t border-line">
                  <td class="px-3 py-2 text-ink-faint">{criterion.no}</td>
                  <th scope="row" class="min-w-40 px-3 py-2 text-left font-normal">
                    {criterion.name}
                  </th>
                  <td class="px-3 py-2 text-right font-semibold">
                    <WhyLink criterion={criterion} count={count().met} whyOf={props.whyOf} />
                  </td>
                  <For each={["notMet", "open"] as const}>
                    {(key) => (
                      <td
                        class="px-3 py-2 text-right"
                        classList={{
                          "text-ink-faint": count()[key] === 0,
                          "font-semibold text-error": key === "notMet" && count()[key] > 0
                        }}
                      >
                        {formatNumber(count()[key])}
                      </td>
                    )}
                  </For>
                  <td class="px-3 py-2">
                    <span class="flex items-center justify-end gap-2">
                      <Bar share={count().met / Math.max(1, units())} tone="good" class="hidden h-2 w-24 sm:block" />
                      <span class="w-14 text-right">{formatNumber(percent())} %</span>
                    </span>
                  </td>
                </tr>
              )
            }}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}
