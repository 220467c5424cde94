import type { RecommendationLine } from "@ntm/contract"
import { type RecommendationState, recommendationStateWords } from "@ntm/domain/assignments"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { addressWith } from "../parts/address.ts"
import { Badge, type Tone } from "../parts/badge.tsx"
import { asHeading, formatNumber } from "../parts/format.ts"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { recommendationWords } from "./recommendations.words.ts"

type Day = Pick<Parameters<typeof addressWith>[1], "as_of" | "known_at">

const tones: Readonly<Record<RecommendationState, Tone>> = {
  open: "warning",
  answered: "plain",
  carriedOut: "good",
  reopened: "error"
}

/** Address of one recommendation on the day of the page. */
export const recommendationHref = (key: string, day: Day): string => addressWith("/kien-nghi/mot", { ma: key, ...day })

/** How far a recommendation has come, in words. */
export const RecommendationBadge = (props: { readonly state: RecommendationState }) => (
  <Badge tone={tones[props.state]}>{asHeading(inLanguage(recommendationStateWords[props.state]))}</Badge>
)

/** Recommendations in a list: what, how far answered and carried out. `byUnit`: named by whom they are made to. */
export const RecommendationItems = (props: {
  readonly items: ReadonlyArray<RecommendationLine>
  readonly day: Day
  readonly byUnit?: boolean
}) => {
  const t = useWords(recommendationWords)
  const part = createPart(() => props.items)
  const facts = ({ answered, carriedOut, count, tasks, tasksDone }: RecommendationLine) =>
    [
      ...(count > 1 ? [t().answered(formatNumber(answered), formatNumber(count))] : []),
      ...(count > 1 ? [t().carriedOut(formatNumber(carriedOut), formatNumber(count))] : []),
      ...(tasks > 0 ? [t().tasks(formatNumber(tasksDone), formatNumber(tasks))] : [])
    ].join(" · ")
  return (
    <>
      <ul class="divide-y divide-line">
        <For each={part.shown()}>
          {(line) => (
            <li class="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
              <div class="min-w-0">
                <p class="flex gap-2">
                  <Show when={props.byUnit !== true && line.place !== null}>
                    <span class="min-w-6 shrink-0 font-semibold text-ink-soft">{line.place}</span>
                  </Show>
                  <A class="link min-w-0 font-semibold" href={recommendationHref(line.key, props.day)}>
                    {props.byUnit === true ? asHeading(line.addressee) : line.title}
                  </A>
                </p>
                <Show when={props.byUnit !== true && line.summary !== null}>
                  <p class="text-sm">{line.summary}</p>
                </Show>
                <p class="text-xs text-ink-soft">{facts(line)}</p>
              </div>
              <p>
                <RecommendationBadge state={line.state} />
              </p>
            </li>
          )}
        </For>
      </ul>
      <MoreButton part={part} />
    </>
  )
}
