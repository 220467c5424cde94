import { type FundingPivot, sourceOf } from "@ntm/domain/funding"
import { formatPercent } from "@ntm/domain/values"
import { For } from "solid-js"
import { Bar } from "../parts/bar.tsx"
import { glanceDecimals, type ShownUnit } from "./money-unit.ts"
import { moneyText } from "./money-text.ts"
import { sourceText } from "./pivot-head.tsx"

/** The sources right below the total, each with its amount and its share; the shares add up to 100. */
export const PivotShares = (props: {
  readonly pivot: FundingPivot
  readonly unit: ShownUnit
  readonly onCell: (source: FundingPivot["sources"][number]) => void
}) => {
  const parts = () =>
    props.pivot.sources.flatMap((source, index) => {
      const cell = props.pivot.total[index] ?? null
      return sourceOf(source).parent === "all" && cell !== null
        ? [{ source, amount: cell.amount, share: props.pivot.shares[index] ?? 0 }]
        : []
    })
  return (
    <ul class="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-5">
      <For each={parts()}>
        {(part) => (
          <li class="min-w-0">
            <p class="truncate text-xs text-ink-soft" title={sourceText(part.source)}>
              {sourceText(part.source)}
            </p>
            <p class="flex items-baseline justify-between gap-2">
              <button
                type="button"
                class="font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-current"
                onClick={() => props.onCell(part.source)}
              >
                {moneyText(part.amount, props.unit, glanceDecimals[props.unit])}
              </button>
              <span class="text-sm text-ink-soft">{formatPercent(part.share, 1)}</span>
            </p>
            <Bar share={part.share / 100} tone="good" class="mt-1 h-1.5 w-full" />
          </li>
        )}
      </For>
    </ul>
  )
}
