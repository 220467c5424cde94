import { A } from "@solidjs/router"
import type { Finding } from "@ntm/domain/documents"
import { roundHalfUp } from "@ntm/domain/values"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { documentWords } from "./documents.words.ts"
import { formatNumber } from "../parts/format.ts"
import { placeHref } from "./place-link.ts"
import { SeverityBadge } from "./severity-badge.tsx"

/** Decimals that a number of a finding shows at most; printed figures claim no more. */
const MOST_DECIMALS = 3

/** One finding: the sentence, both numbers, the difference, the likely cause, and every place with its link. */
export const FindingView = (props: { readonly finding: Finding }) => {
  const t = useWords(documentWords)
  const number = (value: number) => `${formatNumber(roundHalfUp(value, MOST_DECIMALS))} ${props.finding.unit}`
  const signed = (value: number) => (value > 0 ? `+${number(value)}` : number(value))
  return (
    <div class="space-y-3">
      <div class="space-y-1.5">
        <SeverityBadge severity={props.finding.severity} />
        <p class="font-semibold">{inLanguage(props.finding.message)}</p>
      </div>
      <dl class="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-px overflow-hidden rounded-lg border border-line bg-line">
        <div class="bg-surface px-3 py-2">
          <dt class="text-xs text-ink-faint">{t().stated}</dt>
          <dd class="font-semibold">{number(props.finding.stated)}</dd>
        </div>
        <div class="bg-surface px-3 py-2">
          <dt class="text-xs text-ink-faint">{t().expected}</dt>
          <dd class="font-semibold">{number(props.finding.expected)}</dd>
        </div>
        <div class="bg-surface px-3 py-2">
          <dt class="text-xs text-ink-faint">{t().difference}</dt>
          <dd class={props.finding.severity === "error" ? "font-semibold text-error" : "font-semibold text-warning"}>
            {signed(props.finding.difference)}
          </dd>
        </div>
      </dl>
      <Show when={props.finding.cause}>
        {(cause) => (
          <p class="text-sm">
            <span class="font-semibold">{t().cause}: </span>
            {inLanguage(cause().text)}
          </p>
        )}
      </Show>
      <div>
        <p class="text-xs font-semibold text-ink-faint">{t().places}</p>
        <ul class="mt-1 space-y-1 text-sm">
          <For each={props.finding.places}>
            {(place, index) => (
              <li class="flex flex-wrap items-baseline gap-x-2">
                <A href={placeHref(place)} class="link">
                  {place.documentLabel} · {place.label}
                </A>
                <span class="font-semibold">{place.printed}</span>
                <Show when={index() === 0}>
                  <span class="text-xs text-ink-faint">({t().doubted})</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </div>
  )
}
