import type { Kin } from "@ntm/contract"
import type { Relative, Unit } from "@ntm/domain/units"
import { For, type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { ArrowIcon } from "../parts/icons.tsx"
import { shareText } from "./share-text.ts"
import { UnitLink } from "./unit-link.tsx"
import { unitWords } from "./units.words.ts"
import { wholeWeights } from "./whole-weights.ts"

/** From what a unit came and what it became: before on the left, the unit, after on the right; below each other when narrow. */
export const LineageDiagram = (props: {
  readonly unit: Unit
  readonly asOf: string
  readonly before: Kin | null
  readonly after: Kin | null
}) => {
  const t = useWords(unitWords)
  return (
    <div class="lineage grid gap-2 md:grid-cols-[minmax(0,1fr)_minmax(0,17rem)_minmax(0,1fr)] md:items-center md:gap-0">
      <Side
        side="before"
        unit={props.unit}
        kin={props.before}
        title={(day) => t().before(day)}
        empty={t().noPredecessors}
      />
      <div class="flex flex-col items-stretch gap-2 md:flex-row md:items-center md:gap-0">
        <Arrow shown={(props.before?.items.length ?? 0) > 0} />
        <div class="min-w-0 flex-1 rounded-card border-2 border-primary bg-primary-soft px-3 py-2.5 text-center">
          <p class="text-xs text-ink-soft">{formatDay(props.asOf)}</p>
          <p class="font-semibold">
            {props.unit.type} {props.unit.name}
          </p>
          <WeightsLine areaKm2={props.unit.areaKm2} population={props.unit.population} />
        </div>
        <Arrow shown={(props.after?.items.length ?? 0) > 0} />
      </div>
      <Side
        side="after"
        unit={props.unit}
        kin={props.after}
        title={(day) => t().after(day)}
        empty={
          props.unit.validTo !== null && props.after !== null
            ? t().endedAlone(formatDay(props.unit.validTo))
            : t().noSuccessors
        }
      />
    </div>
  )
}

const Arrow = (props: { readonly shown: boolean }) => (
  <Show when={props.shown}>
    <span class="grid place-items-center text-primary-bar md:px-0.5">
      <ArrowIcon class="size-5 rotate-90 md:rotate-0" />
    </span>
  </Show>
)

const WeightsLine = (props: { readonly areaKm2: number | null; readonly population: number | null }) => {
  const t = useWords(unitWords)
  const texts = () => [
    ...(props.areaKm2 === null ? [] : [t().km2(formatNumber(props.areaKm2))]),
    ...(props.population === null ? [] : [t().people(formatNumber(props.population))])
  ]
  return <p class="text-xs text-ink-soft">{texts().length === 0 ? t().noWeights : texts().join(" · ")}</p>
}

const Side = (props: {
  readonly side: "before" | "after"
  readonly unit: Unit
  readonly kin: Kin | null
  readonly title: (day: string) => string
  readonly empty: string
}) => {
  const t = useWords(unitWords)
  const items = () => props.kin?.items ?? []
  const total = () => wholeWeights(items())
  return (
    <Show
      when={props.kin !== null && items().length > 0 && props.kin}
      fallback={
        <p class="rounded-card border border-dashed border-line-strong px-3 py-3 text-center text-sm text-ink-soft">
          {props.empty}
        </p>
      }
    >
      {(kin) => (
        <div class="relative min-w-0 md:py-7">
          <h3 class="mb-1 text-sm font-semibold md:absolute md:top-0 md:mb-0">
            {props.title(formatDay(kin().on))}
            <span class="font-normal text-ink-soft"> · {t().unitCount(items().length)}</span>
          </h3>
          <ul class={`lineage-${props.side}`}>
            <For each={items()}>
              {(relative) => (
                <li class="py-1">
                  <Node relative={relative} on={kin().on} itself={relative.unit.id === props.unit.id} />
                </li>
              )}
            </For>
          </ul>
          <Show when={items().length > 1}>
            <p class="mt-1 text-xs text-ink-soft md:absolute md:bottom-0 md:mt-0">
              {t().total}{" "}
              {total().areaKm2 === null && total().population === null
                ? t().noWeights
                : [
                    ...(total().areaKm2 === null ? [] : [t().km2(formatNumber(total().areaKm2))]),
                    ...(total().population === null ? [] : [t().people(formatNumber(total().population))])
                  ].join(" · ")}
            </p>
          </Show>
        </div>
      )}
    </Show>
  )
}

const Node = (props: { readonly relative: Relative; readonly on: string; readonly itself: boolean }): JSX.Element => {
  const t = useWords(unitWords)
  const unit = () => props.relative.unit
  return (
    <div class="rounded-lg border border-line bg-canvas px-3 py-2 text-sm">
      <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <UnitLink unit={unit()} asOf={props.on} />
        <span class="text-xs text-ink-faint">{unit().code}</span>
        <Badge tone={props.relative.share.low === 1 ? "good" : "plain"}>
          {props.itself ? t().itself : shareText(props.relative.share, t())}
        </Badge>
        <Show when={props.relative.inferred}>
          <Badge tone="warning">{t().inferred}</Badge>
        </Show>
      </p>
      <Show when={unit().areaKm2 !== null || unit().population !== null}>
        <WeightsLine areaKm2={unit().areaKm2} population={unit().population} />
      </Show>
    </div>
  )
}
