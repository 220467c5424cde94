import type { FundingTable } from "@ntm/domain/funding"
import { formatPercent, type MoneyUnit } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { For } from "solid-js"
import { anchors, documentHref } from "../documents/place-link.ts"
import { Bar } from "../parts/bar.tsx"
import { moneyText } from "./money-text.ts"
import { sourceShares, totalRow } from "@ntm/domain/funding"
import { groupName } from "./source-name.ts"

/** The sources of the total with amount and share; every amount leads to the total row of its document. */
export const SourceBars = (props: {
  readonly table: FundingTable
  readonly unit: MoneyUnit
  readonly decimals: number
}) => {
  const href = () => documentHref(props.table.document, anchors.row(props.table.table, totalRow(props.table)?.row ?? 0))
  return (
    <ul class="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-5">
      <For each={sourceShares(props.table)}>
        {(share) => (
          <li class="min-w-0">
            <p class="truncate text-xs text-ink-soft" title={groupName(share)}>
              {groupName(share)}
            </p>
            <p class="flex items-baseline justify-between gap-2">
              <A href={href()} class="font-semibold underline decoration-line-strong underline-offset-4">
                {moneyText(share.amount, props.unit, props.decimals)}
              </A>
              <span class="text-sm text-ink-soft">{formatPercent(share.percent, 1)}</span>
            </p>
            <Bar share={share.percent / 100} tone="good" class="mt-1 h-1.5 w-full" />
          </li>
        )}
      </For>
    </ul>
  )
}
