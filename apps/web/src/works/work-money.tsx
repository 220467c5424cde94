import { type FundingEntry, stageNames } from "@ntm/domain/funding"
import type { WorkStanding } from "@ntm/domain/works"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { EntrySource } from "../funding/entry-source.tsx"
import { moneyText, readableMoney } from "../funding/money-text.ts"
import { sourceText } from "../funding/pivot-head.tsx"
import { inLanguage, useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { workWords } from "./work.words.ts"

const stages = ["planned", "allocated", "disbursed"] as const

/** What was planned, allocated and paid for a work, stage by stage, with the entries behind each. */
export const WorkMoney = (props: {
  readonly entries: ReadonlyArray<FundingEntry>
  readonly standing: WorkStanding
  readonly allHref: string
}) => {
  const t = useWords(workWords)
  const sums = () => ({
    planned: props.standing.planned,
    allocated: props.standing.allocated,
    disbursed: props.standing.paid
  })
  const most = () => Math.max(1, ...stages.map((stage) => sums()[stage]))
  const of = (stage: string) => props.entries.filter((entry) => entry.stage === stage)
  return (
    <Card
      id="tien"
      title={t().money.title}
      aside={
        <A class="link no-print text-sm font-semibold" href={props.allHref}>
          {t().money.all}
        </A>
      }
    >
      <Show when={props.entries.length > 0} fallback={<p class="text-sm text-ink-soft">{t().money.none}</p>}>
        <ul class="space-y-3 text-sm">
          <For each={stages.filter((stage) => of(stage).length > 0)}>
            {(stage) => (
              <li>
                <p class="flex flex-wrap items-baseline justify-between gap-x-4">
                  <span class="font-semibold">{inLanguage(stageNames[stage])}</span>
                  <span class="font-semibold">{readableMoney(sums()[stage])}</span>
                </p>
                <Bar
                  share={sums()[stage] / most()}
                  tone={stage === "disbursed" ? "good" : "plain"}
                  class="my-1 h-2 w-full"
                />
                <ul class="divide-y divide-line">
                  <For each={of(stage)}>
                    {(entry) => (
                      <li class="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-1.5 text-xs">
                        <span>
                          <span class="text-ink-soft">{formatDay(entry.day)} · </span>
                          {sourceText(entry.source)}
                          <Show when={entry.reason}>
                            {(reason) => <span class="block text-ink-soft">{reason()}</span>}
                          </Show>
                          <span class="block">
                            <EntrySource entry={entry} />
                          </span>
                        </span>
                        <span class="text-right">
                          <span class="font-semibold whitespace-nowrap">{moneyText(entry.amount, "đồng", 0)}</span>
                          <Show when={entry.illustrative}>
                            <span class="block">
                              <Illustrative />
                            </span>
                          </Show>
                        </span>
                      </li>
                    )}
                  </For>
                </ul>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  )
}
