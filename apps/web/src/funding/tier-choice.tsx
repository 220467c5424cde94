import type { FundingPivot } from "@ntm/domain/funding"
import type { UnitLevel } from "@ntm/domain/units"
import { For } from "solid-js"
import { useWords } from "../language/words.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { glanceDecimals, shownUnit } from "./money-unit.ts"
import { moneyText } from "./money-text.ts"
import { pivotWords } from "./pivot.words.ts"

/** The tiers at which anything is stated, each with its total; one of them is shown. */
export const TierChoice = (props: { readonly pivot: FundingPivot; readonly onPick: (tier: UnitLevel) => void }) => {
  const t = useWords(pivotWords)
  return (
    <div role="group" aria-label={t().tier} class="space-y-1">
      <span class="text-xs font-semibold text-ink-soft" aria-hidden="true">
        {t().tier}
      </span>
      <div class="flex flex-wrap gap-2">
        <For each={props.pivot.tiers}>
          {(each) => (
            <button
              type="button"
              aria-pressed={props.pivot.tier === each.tier}
              class="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border px-3 py-1.5 text-left text-sm"
              classList={{
                "border-primary bg-primary-soft text-primary": props.pivot.tier === each.tier,
                "border-line-strong bg-surface hover:bg-raised": props.pivot.tier !== each.tier
              }}
              onClick={() => props.onPick(each.tier)}
            >
              <span>{t().tiers[each.tier]}</span>{" "}
              <span class="font-semibold">{moneyText(each.amount, shownUnit(), glanceDecimals[shownUnit()])}</span>{" "}
              {each.illustrative ? <Illustrative part /> : null}
            </button>
          )}
        </For>
      </div>
      <p class="text-xs text-ink-soft">{t().tierNote}</p>
    </div>
  )
}
