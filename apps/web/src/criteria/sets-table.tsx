import { A } from "@solidjs/router"
import type { SetResults } from "@ntm/domain/criteria"
import { For } from "solid-js"
import { anchors, documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { AverageBadge } from "./average-badge.tsx"
import { criteriaWords } from "./criteria.words.ts"
import { readSet } from "@ntm/domain/criteria"

/** Every set of Phụ lục 01 in one line: units assessed, the average stated out of all criteria, and the one computed. */
export const SetsTable = (props: { readonly sets: ReadonlyArray<SetResults> }) => {
  const t = useWords(criteriaWords)
  return (
    <TableFrame label={t().title}>
      <table class="w-full text-sm">
        <thead class="bg-raised text-xs">
          <tr>
            <th scope="col" class="px-3 py-2 text-left">
              {t().set}
            </th>
            <th scope="col" class="px-3 py-2 text-right">
              {t().evaluated}
            </th>
            <th scope="col" class="px-3 py-2 text-left">
              {t().stated}
            </th>
            <th scope="col" class="px-3 py-2 text-right">
              {t().computed}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.sets}>
            {(set) => {
              const reading = () => readSet(set)
              return (
                <tr class="border-t border-line">
                  <th scope="row" class="min-w-52 px-3 py-2 text-left font-normal">
                    <A href={`/tieu-chi#${set.code}`} class="link">
                      {set.name}
                    </A>
                  </th>
                  <td class="px-3 py-2 text-right whitespace-nowrap">{t().units[set.level](set.evaluatedCount)}</td>
                  <td class="min-w-44 px-3 py-2">
                    <span class="flex items-center gap-3">
                      <Bar share={set.statedAverage / set.outOf} tone="good" class="h-2 w-24 shrink-0" />
                      <A
                        href={documentHref(set.document, anchors.results(set.code))}
                        class="font-semibold whitespace-nowrap underline decoration-line-strong underline-offset-4 hover:decoration-current"
                      >
                        {formatNumber(set.statedAverage, set.statedAverageDecimals)}/{set.outOf}
                      </A>
                    </span>
                  </td>
                  <td class="px-3 py-2 text-right whitespace-nowrap">
                    <span class="inline-flex flex-wrap items-center justify-end gap-2">
                      <span class="font-semibold">{formatNumber(reading().computed)}</span>
                      <AverageBadge agrees={reading().agrees} />
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
