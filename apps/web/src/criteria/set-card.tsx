import type { CriterionResult, SetResults } from "@ntm/domain/criteria"
import { percentOf } from "@ntm/domain/values"
import { For, Show } from "solid-js"
import { anchors, documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { Card } from "../parts/card.tsx"
import { formatNumber } from "../parts/format.ts"
import { WarningIcon } from "../parts/icons.tsx"
import { SourceLink } from "../parts/source-link.tsx"
import { AverageBadge } from "./average-badge.tsx"
import { criteriaWords } from "./criteria.words.ts"
import { readSet } from "@ntm/domain/criteria"

/** One set: its averages, and each criterion with how many units meet it. */
export const SetCard = (props: { readonly set: SetResults }) => {
  const t = useWords(criteriaWords)
  const reading = () => readSet(props.set)
  const stated = () => formatNumber(props.set.statedAverage, props.set.statedAverageDecimals)
  return (
    <div id={props.set.code}>
      <Card
        id={`bo-tieu-chi-${props.set.code}`}
        title={props.set.name}
        lead={
          <>
            {t().levels[props.set.level]} · {t().evaluatedUnits(t().units[props.set.level](props.set.evaluatedCount))}
          </>
        }
        aside={<SourceLink href={documentHref(props.set.document, anchors.results(props.set.code))} />}
      >
        <dl class="mb-4 flex flex-wrap items-end gap-x-8 gap-y-2">
          <div>
            <dt class="text-xs text-ink-faint">{t().stated}</dt>
            <dd class="text-xl font-semibold">
              {stated()}
              <span class="text-sm font-normal text-ink-soft">/{props.set.outOf}</span>
            </dd>
          </div>
          <div>
            <dt class="text-xs text-ink-faint">{t().computed}</dt>
            <dd class="flex flex-wrap items-center gap-2 text-xl font-semibold">
              {formatNumber(reading().computed)}
              <AverageBadge agrees={reading().agrees} />
            </dd>
          </div>
        </dl>
        <Show when={!reading().agrees}>
          <p class="mb-4 rounded-lg border border-warning-line bg-warning-soft px-3 py-2 text-sm text-warning">
            {t().differsLong(stated(), formatNumber(reading().computed))}
          </p>
        </Show>
        <table class="w-full text-sm">
          <thead class="text-xs text-ink-soft">
            <tr>
              <th scope="col" class="w-8 pb-1 text-left font-semibold">
                {t().no}
              </th>
              <th scope="col" class="pb-1 text-left font-semibold">
                {t().criterion}
              </th>
              <th scope="col" class="pb-1 text-right font-semibold">
                {t().met}
              </th>
              <th scope="col" class="w-16 pb-1 text-right font-semibold sm:w-36">
                {t().share}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.set.criteria}>
              {(line) => <CriterionLine line={line} evaluated={props.set.evaluatedCount} />}
            </For>
          </tbody>
        </table>
        <Show when={props.set.notes}>
          <p class="mt-4 border-t border-line pt-3 text-sm text-ink-soft">
            <span class="font-semibold">{t().notes}: </span>
            {props.set.notes}
          </p>
        </Show>
      </Card>
    </div>
  )
}

const CriterionLine = (props: { readonly line: CriterionResult; readonly evaluated: number }) => {
  const t = useWords(criteriaWords)
  const tooMany = () => props.line.metCount !== null && props.line.metCount > props.evaluated
  const percent = () => (props.line.metCount === null ? null : percentOf(props.line.metCount, props.evaluated, 1))
  return (
    <tr class="border-t border-line align-top">
      <td class="py-1.5 text-ink-faint">{props.line.no}</td>
      <th scope="row" class="py-1.5 pr-2 text-left font-normal">
        {props.line.name}
      </th>
      <td class="py-1.5 text-right whitespace-nowrap">
        <Show
          when={/^\d+$/.test(props.line.printed)}
          fallback={<span class="font-semibold">{props.line.printed}</span>}
        >
          <span class="font-semibold">{props.line.printed}</span>
          <span class="text-ink-faint">/{props.evaluated}</span>
        </Show>
        <Show when={tooMany()}>
          <span class="ml-1 inline-flex align-middle text-warning" title={t().moreThanEvaluated}>
            <WarningIcon class="size-4" />
            <span class="sr-only">{t().moreThanEvaluated}</span>
          </span>
        </Show>
      </td>
      <td class="py-1.5 pl-3">
        <span class="flex items-center justify-end gap-2">
          <Bar
            share={(percent() ?? 0) / 100}
            tone={tooMany() ? "warning" : "good"}
            class="hidden h-2 w-16 shrink-0 sm:block"
          />
          <span class="w-14 text-right">{percent() === null ? "–" : `${formatNumber(percent())} %`}</span>
        </span>
      </td>
    </tr>
  )
}
