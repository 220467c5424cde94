import type { GroupStanding } from "@ntm/contract"
import { percentOf } from "@ntm/domain/values"
import { For, type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { formatNumber } from "../parts/format.ts"
import { assessmentWords } from "./assessments.words.ts"
import { RowMark } from "./row-marks.tsx"

const Figure = (props: { readonly name: string; readonly children: JSX.Element }) => (
  <div class="min-w-24">
    <dt class="text-xs text-ink-soft">{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
)

/** A group in a few figures: how many, the average, the whole set, the titles held; and what the answer rests on. */
export const GroupFigures = (props: { readonly standing: GroupStanding }) => {
  const t = useWords(assessmentWords)
  const set = () => props.standing.set
  const rollUp = () => props.standing.rollUp
  const outOf = () => rollUp().criteria.length
  const whole = () => rollUp().verdicts.met + rollUp().verdicts.exempt
  const share = (count: number) => formatNumber(percentOf(count, rollUp().units, 1))
  const confidence = () =>
    (["verified", "recalled", "unknown", "illustrative"] as const).filter((each) => set().confidence[each] > 0)
  return (
    <section
      aria-label={set().name}
      class="flex flex-wrap items-start gap-x-10 gap-y-3 rounded-card border border-line bg-surface px-4 py-3 sm:px-5"
    >
      <div class="basis-80">
        <h2 class="font-semibold text-balance">{set().name}</h2>
        <p class="mt-1 flex flex-wrap items-center gap-1.5 text-xs text-ink-soft">
          <span>{t().confidenceNote}</span>
          <For each={confidence()}>
            {(each) => (
              <Badge tone={each === "verified" ? "plain" : "warning"}>
                {formatNumber(set().confidence[each])} {t().confidence[each]}
              </Badge>
            )}
          </For>
        </p>
        <Show when={props.standing.illustrative > 0}>
          <p class="mt-1 flex items-center gap-1 text-xs font-semibold text-warning">
            <RowMark kind="illustrative" />
            {t().illustrativeUnits(formatNumber(props.standing.illustrative))}
          </p>
        </Show>
      </div>
      <dl class="flex flex-1 flex-wrap gap-x-8 gap-y-3">
        <Figure name={t().judged}>
          <span class="text-2xl font-semibold">{t().units(rollUp().units, set().level)}</span>
        </Figure>
        <Figure name={t().average}>
          <span class="text-2xl font-semibold">
            {props.standing.average === null ? "–" : formatNumber(Math.round(props.standing.average * 100) / 100)}
          </span>
          <span class="text-sm text-ink-soft">{t().averageUnit(outOf())}</span>
        </Figure>
        <Figure name={t().whole}>
          <span class="text-2xl font-semibold">{formatNumber(whole())}</span>
          <span class="text-sm text-ink-soft"> · {t().share(share(whole()))}</span>
        </Figure>
        <For each={props.standing.tiers.filter(({ decided, provisional }) => decided + provisional > 0)}>
          {(tier) => (
            <Figure name={t().holds(t().tierNames[tier.tier])}>
              <span class="text-2xl font-semibold">{formatNumber(tier.decided + tier.provisional)}</span>
              <span class="text-sm text-ink-soft">
                {" "}
                · {t().share(share(tier.decided + tier.provisional))}
                <Show when={tier.provisional > 0}>
                  <span class="flex items-center gap-1 text-xs">
                    <RowMark kind="provisional" />
                    {t().provisionalTier(tier.provisional)}
                  </span>
                </Show>
              </span>
            </Figure>
          )}
        </For>
        <Show when={props.standing.toRestore > 0}>
          <Figure name={t().tiers}>
            <span class="text-sm font-semibold text-warning">{t().toRestore(props.standing.toRestore)}</span>
          </Figure>
        </Show>
      </dl>
    </section>
  )
}
