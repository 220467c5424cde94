import { catalogueOf, type CriteriaSet, formulaOf, type Indicator, setOn, thresholdRowsOf } from "@ntm/domain/criteria"
import { type Day, isDay } from "@ntm/domain/values"
import { createMemo, For, Show } from "solid-js"
import { ConfidenceBadge } from "../assessments/confidence-badge.tsx"
import { inLanguage, useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { formatDay } from "../parts/format.ts"
import { setWords } from "./set.words.ts"

/** Day of the address, else the end of the set's period: then everything that ever changed it holds. */
const useDay = (set: () => CriteriaSet) => {
  const [asOf, setAsOf] = useAddress("as_of")
  const day = (): Day => {
    const named = asOf()
    return named !== undefined && isDay(named) ? named : set().period.to
  }
  return { asOf, setAsOf, day }
}

/** Conditions and criteria as in force on a day: each indicator with its rule in words; a criterion without any says so. */
export const SetLines = (props: { readonly set: CriteriaSet }) => {
  const t = useWords(setWords)
  const { asOf, day, setAsOf } = useDay(() => props.set)
  const inForce = createMemo(() => setOn(props.set, day()))
  const inputs = createMemo(() => catalogueOf([props.set]))
  const Line = (line: { readonly of: Indicator }) => (
    <li class="py-1">
      <p class="flex flex-wrap items-baseline gap-x-2">
        <span class="text-ink-soft">{line.of.code}</span>
        <span class="min-w-0">{line.of.name}</span>
        <Show when={line.of.confidence !== "verified"}>
          <ConfidenceBadge confidence={line.of.confidence} />
        </Show>
      </p>
      <p class="text-ink-soft">
        {line.of.rule === null ? t().noRule : inLanguage(formulaOf(line.of.rule, inputs(), line.of.unit))}
      </p>
      <Show when={line.of.rule !== null && thresholdRowsOf(line.of.rule, line.of.unit).length > 0 && line.of.rule}>
        {(rule) => (
          <ul class="list-disc pl-5 text-ink-soft">
            <For each={thresholdRowsOf(rule(), line.of.unit)}>{(row) => <li>{inLanguage(row)}</li>}</For>
          </ul>
        )}
      </Show>
      <Show when={line.of.leadAgency !== null || line.of.legalBasis !== null || line.of.missing.length > 0}>
        <p class="text-xs text-ink-soft">
          {[
            ...(line.of.leadAgency === null ? [] : [t().agency(line.of.leadAgency)]),
            ...(line.of.legalBasis === null
              ? []
              : [t().changedBy(line.of.legalBasis, line.of.from === null ? null : formatDay(line.of.from))]),
            ...(line.of.missing.length === 0 ? [] : [t().missing(line.of.missing.join(", "))])
          ].join(" · ")}
        </p>
      </Show>
    </li>
  )
  return (
    <Card
      id="chi-tieu"
      title={t().lines(inForce().criteria.length)}
      lead={t().linesLead(formatDay(day()))}
      aside={
        <span class="no-print">
          <DayPicker label={t().inForce} none={t().endOfPeriod} value={asOf()} onPick={setAsOf} />
        </span>
      }
    >
      <div class="space-y-3 text-sm">
        <Show when={inForce().conditions.length > 0}>
          <h3 class="font-semibold">{t().conditions}</h3>
          <ul>
            <For each={inForce().conditions}>{(one) => <Line of={one} />}</For>
          </ul>
        </Show>
        <ol class="space-y-3">
          <For each={inForce().criteria}>
            {({ indicators, name, no }) => (
              <li>
                <h3 class="font-semibold">
                  {no}. {name}
                </h3>
                <ul>
                  <For each={indicators} fallback={<li class="text-ink-soft">{t().noLines}</li>}>
                    {(line) => <Line of={line} />}
                  </For>
                </ul>
              </li>
            )}
          </For>
        </ol>
        <Show when={props.set.recognition.grant.length > 0}>
          <h3 class="font-semibold">{t().grant}</h3>
          <ul>
            <For each={props.set.recognition.grant}>
              {({ confidence, name, rule }) => (
                <li class="py-1">
                  <p class="flex flex-wrap items-baseline gap-x-2">
                    {name}
                    <Show when={confidence !== "verified"}>
                      <ConfidenceBadge confidence={confidence} />
                    </Show>
                  </p>
                  <p class="text-ink-soft">{inLanguage(formulaOf(rule, inputs(), null))}</p>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.set.recognition.withdraw}>
          {(rule) => (
            <>
              <h3 class="font-semibold">{t().withdraw}</h3>
              <p class="text-ink-soft">{inLanguage(formulaOf(rule(), inputs(), null))}</p>
            </>
          )}
        </Show>
      </div>
    </Card>
  )
}
