import type { Slip, WorkStanding } from "@ntm/domain/works"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import "../assessments/assessments.css"
import { scorecardAddress } from "../assessments/scorecard-address.ts"
import { VerdictMark } from "../assessments/verdict-mark.tsx"
import { inLanguage, useWords } from "../language/words.ts"
import { addressWith } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { WarningIcon } from "../parts/icons.tsx"
import { workWords } from "./work.words.ts"

interface ChainProps {
  readonly standing: WorkStanding
  readonly slip: Slip | null
  readonly asOf: string | undefined
  readonly knownAt: string | undefined
}

/** What a late work holds back: indicator, criterion, title and targets, each leading to its page. */
export const WorkChain = (props: ChainProps) => {
  const t = useWords(workWords)
  return (
    <Card id="giu-lai" title={t().chain.title} lead={t().chain.lead}>
      <Show when={props.slip} fallback={<p class="text-sm text-ink-soft">{t().chain.none}</p>}>
        {(slip) => (
          <div class="space-y-3">
            <p class="flex gap-2 rounded-lg border border-warning-line bg-warning-soft px-3 py-2 text-sm">
              <WarningIcon class="mt-0.5 size-4 shrink-0 text-warning" />
              {inLanguage(slip().sentence)}
            </p>
            <ol class="space-y-3">
              <For each={slip().holds}>{(held) => <Held {...props} held={held} />}</For>
            </ol>
          </div>
        )}
      </Show>
    </Card>
  )
}

const Held = (props: ChainProps & { readonly held: Slip["holds"][number] }) => {
  const t = useWords(workWords)
  const held = () => props.held
  const scorecard = () => {
    const unit = props.standing.unit
    return unit === null
      ? undefined
      : scorecardAddress(unit.code, {
          set: held().set,
          asOf: props.asOf,
          knownAt: props.knownAt,
          criterion: held().criterion?.no
        })
  }
  const target = (document: string, id: string) =>
    `${addressWith("/chi-tieu", { "van-ban": document, as_of: props.asOf })}#chi-tieu-${encodeURIComponent(id)}`
  return (
    <li class="grid gap-px overflow-hidden rounded-lg border border-line bg-line text-sm lg:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,3fr)]">
      <div class="bg-surface px-3 py-2">
        <p class="text-xs text-ink-soft">{t().chain.indicator}</p>
        <p>
          {held().indicator.code} · {held().indicator.name}
        </p>
        <p class="mt-1">
          <VerdictMark verdict={held().verdict} />
        </p>
        <Show when={scorecard()}>
          {(href) => (
            <A class="link font-semibold" href={href()}>
              <Show when={held().criterion} fallback={held().set}>
                {(criterion) => t().chain.criterion(criterion().no, criterion().name)}
              </Show>
            </A>
          )}
        </Show>
      </div>
      <div class="bg-surface px-3 py-2">
        <p class="text-xs text-ink-soft">{t().chain.recognition}</p>
        <p>
          <Show when={held().recognition} fallback="–">
            {(sentence) => inLanguage(sentence())}
          </Show>
        </p>
      </div>
      <div class="bg-surface px-3 py-2">
        <p class="text-xs text-ink-soft">{t().chain.targets}</p>
        <Show when={held().targets.length > 0} fallback={<p>–</p>}>
          <ul class="space-y-1">
            <For each={held().targets}>
              {(each) => (
                <li>
                  <A class="link" href={target(each.document, each.id)}>
                    {each.text}
                  </A>{" "}
                  <span class="text-xs whitespace-nowrap text-ink-soft">{t().chain.by(formatDay(each.by))}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </li>
  )
}
