import type { BatchStanding, WorksTally } from "@ntm/domain/works"
import { formatPercent, percentOf } from "@ntm/domain/values"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { UnitLink } from "../units/unit-link.tsx"
import { ProgressBars } from "./progress-bars.tsx"
import { summaryWords } from "./summary.words.ts"
import { worksWords } from "./works.words.ts"

/** Batches one beside the other, each with its critical path and its districts on one scale, the worst first. */
export const BatchCompare = (props: { readonly batches: ReadonlyArray<BatchStanding>; readonly asOf: string }) => {
  const t = useWords(summaryWords)
  return (
    <Card id="cac-dot" title={t().batches.title} lead={t().batches.lead}>
      <div class="grid gap-5 xl:grid-cols-2">
        <For each={props.batches}>{(standing) => <Batch standing={standing} asOf={props.asOf} />}</For>
      </div>
    </Card>
  )
}

const Batch = (props: { readonly standing: BatchStanding; readonly asOf: string }) => {
  const t = useWords(summaryWords)
  const words = useWords(worksWords)
  const path = () => props.standing.path
  return (
    <section aria-label={props.standing.batch.name} class="min-w-0 rounded-lg border border-line bg-canvas p-4">
      <div class="flex flex-wrap items-start justify-between gap-2">
        <h3 class="font-semibold">{props.standing.batch.name}</h3>
        <span class="flex flex-wrap gap-1.5">
          <Show when={path()}>
            {(way) => (
              <Badge tone={way().daysBehind > 0 ? "error" : "good"}>
                {way().daysBehind > 0 ? t().batches.behind(formatNumber(way().daysBehind)) : t().batches.onTime}
              </Badge>
            )}
          </Show>
          <Show when={props.standing.tally.illustrative}>
            <Illustrative part />
          </Show>
        </span>
      </div>
      <p class="mt-1 text-xs text-ink-soft">
        {words().works(formatNumber(props.standing.tally.works))}
        <Show when={path()}>
          {(way) => (
            <>
              {" · "}
              {t().batches.path(
                formatDay(way().start),
                formatDay(way().plannedFinish),
                formatDay(way().expectedFinish)
              )}
              {" · "}
              {t().batches.days(formatNumber(way().days))}
            </>
          )}
        </Show>
      </p>
      <ul class="mt-3 space-y-3">
        <For each={props.standing.districts}>
          {(district) => (
            <li>
              <p class="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
                <span>
                  <UnitLink unit={district.unit} asOf={props.asOf} />{" "}
                  <span class="text-xs text-ink-soft">{words().works(formatNumber(district.tally.works))}</span>
                </span>
                <Numbers tally={district.tally} />
              </p>
              <ProgressBars
                built={district.tally.donePercent}
                planned={district.tally.plannedPercent}
                paid={paidOf(district.tally)}
              />
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

const paidOf = ({ paid, value }: WorksTally): number => percentOf(paid, value, 1) ?? 0

const Numbers = (props: { readonly tally: WorksTally }) => {
  const t = useWords(summaryWords)
  return (
    <span class="text-xs text-ink-soft">
      {t().batches.built} <span class="font-semibold text-ink">{formatPercent(props.tally.donePercent, 1)}</span> ·{" "}
      {t().batches.paid} <span class="font-semibold text-ink">{formatPercent(paidOf(props.tally), 1)}</span>
      <Show when={props.tally.late > 0}>
        {" · "}
        <span class="font-semibold text-error">{t().batches.late(formatNumber(props.tally.late))}</span>
      </Show>
    </span>
  )
}
