import { For } from "solid-js"
import { useWords } from "../language/words.ts"
import { fundingWords } from "./funding.words.ts"
import { setShownUnit, shownUnit, shownUnits } from "./money-unit.ts"

/** Million or billion đồng. */
export const MoneyUnitSwitch = () => {
  const t = useWords(fundingWords)
  return (
    <fieldset class="flex flex-col gap-1">
      <legend class="mb-1 text-xs font-semibold text-ink-soft">{t().money}</legend>
      <div class="flex overflow-hidden rounded-lg border border-line-strong">
        <For each={shownUnits}>
          {(unit) => (
            <label
              class="cursor-pointer px-4 py-2 text-sm font-semibold focus-within:outline-3 focus-within:-outline-offset-3 focus-within:outline-(--focus)"
              classList={{
                "bg-primary-soft text-primary": shownUnit() === unit,
                "bg-surface text-ink-soft hover:bg-raised": shownUnit() !== unit
              }}
            >
              <input
                type="radio"
                name="money-unit"
                class="sr-only"
                checked={shownUnit() === unit}
                onChange={() => setShownUnit(unit)}
              />
              {t().moneyUnits[unit]}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}
