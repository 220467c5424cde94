import type { Unit } from "@ntm/domain/units"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { BLANK, formatDay, formatNumber } from "../parts/format.ts"
import { attributeTexts } from "./attribute-texts.ts"
import { unitWords } from "./units.words.ts"

/** What a unit is on its day: code, level, weights, life, and what criteria ask of it. */
export const UnitFacts = (props: { readonly unit: Unit }) => {
  const t = useWords(unitWords)
  const facts = () => [
    { name: t().code, value: props.unit.code },
    { name: t().level, value: t().levels[props.unit.level] },
    { name: t().area, value: formatNumber(props.unit.areaKm2) },
    { name: t().population, value: formatNumber(props.unit.population) },
    ...Object.entries(props.unit.weights ?? {}).map(([name, value]) => ({
      name: t().weights[name] ?? name,
      value: formatNumber(value)
    })),
    { name: t().from, value: props.unit.validFrom === null ? t().sinceBefore : formatDay(props.unit.validFrom) },
    { name: t().to, value: props.unit.validTo === null ? t().still : formatDay(props.unit.validTo) }
  ]
  const attributes = () => attributeTexts(props.unit.attributes ?? {}, t())
  return (
    <section aria-label={t().facts} class="rounded-card border border-line bg-surface px-4 py-3 sm:px-5">
      <dl class="flex flex-wrap gap-x-10 gap-y-3">
        <For each={facts()}>
          {(fact) => (
            <div>
              <dt class="text-xs text-ink-faint">{fact.name}</dt>
              <dd class="font-semibold" classList={{ "text-ink-faint": fact.value === BLANK }}>
                {fact.value === BLANK ? t().unknown : fact.value}
              </dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={attributes().length > 0}>
        <ul aria-label={t().attributes} class="mt-3 flex flex-wrap gap-2">
          <For each={attributes()}>
            {(text) => (
              <li>
                <Badge tone="plain">{text}</Badge>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
