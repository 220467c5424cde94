import type { UnitLevel } from "@ntm/domain/units"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { ChevronIcon } from "../parts/icons.tsx"
import { levels } from "./levels.ts"
import { unitWords } from "./units.words.ts"

/** The tiers that stand on the day, from the top down, each with how many units it has in the whole country. */
export const TierStrip = (props: { readonly counts: Readonly<Record<UnitLevel, number>> }) => {
  const t = useWords(unitWords)
  const standing = () => levels.filter((level) => props.counts[level] > 0)
  const tiers = () => standing().filter((level) => level !== "village").length
  return (
    <section aria-labelledby="so-cap" class="mb-5">
      <h2 id="so-cap" class="mb-2 text-sm font-semibold text-ink-soft">
        {t().tiers(tiers())}
      </h2>
      <ol class="flex flex-wrap items-center gap-x-1 gap-y-2 sm:gap-x-2">
        <For each={standing()}>
          {(level, index) => (
            <li class="flex items-center gap-1 sm:gap-2">
              <Show when={index() > 0}>
                <ChevronIcon class="size-4 shrink-0 text-ink-faint" />
              </Show>
              <span class="flex flex-col rounded-card border border-line bg-surface px-3 py-2 sm:min-w-36 sm:px-4">
                <span class="text-xl font-semibold">{formatNumber(props.counts[level])}</span>
                <span class="text-xs text-ink-faint">{t().levels[level]}</span>
              </span>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
