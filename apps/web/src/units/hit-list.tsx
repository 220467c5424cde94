import type { FoundHit, FoundUnit } from "@ntm/contract"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { formatDay } from "../parts/format.ts"
import { ArrowIcon } from "../parts/icons.tsx"
import { dayShown, unitAddress } from "./unit-day.ts"
import { unitWords } from "./units.words.ts"

const nameOf = ({ type, name }: FoundUnit) => `${type} ${name}`

/** What a search found: units of the day, and names of another time with where they lead to. */
export const HitList = (props: { readonly hits: ReadonlyArray<FoundHit>; readonly asOf: string | undefined }) => {
  const t = useWords(unitWords)
  return (
    <ol aria-label={t().found} class="divide-y divide-line rounded-card border border-line bg-surface">
      <For each={props.hits}>
        {(hit) => (
          <li class="px-4 py-2.5">
            <Hit hit={hit} asOf={props.asOf} />
          </li>
        )}
      </For>
    </ol>
  )
}

const Hit = (props: { readonly hit: FoundHit; readonly asOf: string | undefined }) => {
  const t = useWords(unitWords)
  const unit = () => props.hit.unit
  // The name of another time never reads like one of the day.
  const name = () => {
    const { validFrom, validTo } = unit()
    if (props.hit.state === "former") return t().nameUntil(nameOf(unit()), formatDay(validTo))
    if (props.hit.state === "future") return t().nameFrom(nameOf(unit()), formatDay(validFrom))
    return nameOf(unit())
  }
  return (
    <>
      <p class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <A href={unitAddress(unit().code, dayShown(unit(), props.asOf))} class="link font-semibold">
          {name()}
        </A>
        <span class="text-xs text-ink-faint">{unit().code}</span>
        <Show when={props.hit.state !== "standing"}>
          <Badge tone="warning">{props.hit.state === "former" ? t().former : t().future}</Badge>
        </Show>
        <Show when={props.hit.match === "slip"}>
          <Badge tone="plain">{t().slip}</Badge>
        </Show>
      </p>
      <Show when={unit().within.length > 0}>
        <p class="text-xs text-ink-soft">{unit().within.join(" · ")}</p>
      </Show>
      <Show when={props.hit.now.length > 0}>
        <ul class="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <For each={props.hit.now}>
            {(now) => (
              <li>
                <A
                  href={unitAddress(now.code, props.asOf)}
                  class="inline-flex items-center gap-1.5 font-semibold text-primary hover:underline"
                >
                  <ArrowIcon class="size-3.5 shrink-0" />
                  {props.asOf === undefined ? t().nowIs(nameOf(now)) : t().thenIs(formatDay(props.asOf), nameOf(now))}
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.hit.formerly.length > 0}>
        <p class="text-xs text-ink-soft">{t().formerly(props.hit.formerly.map(nameOf))}</p>
      </Show>
    </>
  )
}
