import { conditionWords, type CriteriaSet } from "@ntm/domain/criteria"
import { For, Show } from "solid-js"
import { ConfidenceBadge } from "../assessments/confidence-badge.tsx"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { setWords } from "./set.words.ts"

/** "2026-03-01" as people write it, after a number. */
const dated = (number: string, date: string | null): string =>
  date === null ? number : `${number} (${formatDay(date)})`

/** What a set is: its time, how much of it is known, the decisions that it rests on and that changed it, groups of units. */
export const SetHead = (props: { readonly set: CriteriaSet }) => {
  const t = useWords(setWords)
  const listed = () => props.set.criteria.reduce((sum, { indicators }) => sum + indicators.length, 0)
  return (
    <Card
      id="bo"
      title={props.set.name}
      lead={
        <>
          {t().period(formatDay(props.set.period.from), formatDay(props.set.period.to))} ·{" "}
          {t().extent(props.set.criteria.length, listed(), props.set.officialIndicators)} · <code>{props.set.id}</code>
        </>
      }
      aside={
        <Show when={props.set.doNotEvaluate}>
          <Badge tone="warning">{t().frame}</Badge>
        </Show>
      }
    >
      <Show when={props.set.doNotEvaluate}>
        <p class="mb-3 text-sm text-warning">{t().frameLong(props.set.id)}</p>
      </Show>
      <h3 class="text-sm font-semibold">{t().bases}</h3>
      <ul class="list-disc pl-5 text-sm">
        <For each={props.set.legalBases} fallback={<li>{t().noBasis}</li>}>
          {({ date, number, role }) => (
            <li>
              {dated(number, date)}
              {role === null ? "" : `: ${role}`}
            </li>
          )}
        </For>
      </ul>
      <Show when={props.set.amendments.length > 0}>
        <h3 class="mt-3 text-sm font-semibold">{t().amendments}</h3>
        <ul class="list-disc pl-5 text-sm">
          <For each={props.set.amendments}>
            {({ complete, from, number, scope }) => (
              <li>
                {t().amendment(number, formatDay(from))}
                {scope === null ? "" : `: ${scope}`}
                <Show when={!complete}>
                  {" "}
                  <Badge tone="warning">{t().incomplete}</Badge>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.set.groups.length > 0}>
        <h3 class="mt-3 text-sm font-semibold">{t().groups}</h3>
        <ul class="list-disc pl-5 text-sm">
          <For each={props.set.groups}>
            {({ confidence, definition, name }) => (
              <li>
                {name}: {inLanguage(conditionWords(definition))}
                <Show when={confidence !== "verified"}>
                  {" "}
                  <ConfidenceBadge confidence={confidence} />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  )
}
