import type { UnitLevel } from "@ntm/domain/units"
import { createUniqueId, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Page } from "../shell/page.tsx"
import { UNITS_SHOWN, useUnits } from "./units.queries.ts"
import { unitWords } from "./units.words.ts"
import { UnitsTable } from "./units-table.tsx"

const levels: ReadonlyArray<UnitLevel> = ["province", "district", "commune"]

/** The register of units on a day. */
const UnitsPage = () => {
  const t = useWords(unitWords)
  const [asOf, setAsOf] = useAddress("as_of")
  const [words, setWords] = useAddress("q")
  const [level, setLevel] = useAddress("level")
  const shownLevel = () => level() ?? (words() === undefined ? "province" : "all")
  const units = useUnits(() => ({
    asOf: asOf(),
    words: words(),
    level: shownLevel() === "all" ? undefined : shownLevel()
  }))
  const levelId = createUniqueId()
  return (
    <Page
      title={t().title}
      lead={units.isSuccess ? t().lead(formatDay(units.data.asOf)) : undefined}
      controls={
        <>
          <SearchBox
            label={t().search}
            hint={t().searchHint}
            value={words() ?? ""}
            onSearch={(text) => setWords(text === "" ? undefined : text)}
          />
          <div class="flex flex-col gap-1">
            <label for={levelId} class="text-xs font-semibold text-ink-soft">
              {t().level}
            </label>
            <select id={levelId} class="field" onChange={(event) => setLevel(event.currentTarget.value)}>
              <option value="all" selected={shownLevel() === "all"}>
                {t().allLevels}
              </option>
              <For each={levels}>
                {(each) => (
                  <option value={each} selected={shownLevel() === each}>
                    {t().levels[each]}
                  </option>
                )}
              </For>
            </select>
          </div>
          <DayPicker value={asOf()} onPick={setAsOf} />
        </>
      }
    >
      <Loaded query={units}>
        {(answer) => (
          <>
            <h2 class="mb-2 text-sm font-semibold text-ink-soft">{t().counts}</h2>
            <dl class="mb-5 flex flex-wrap gap-3">
              <For each={levels.filter((each) => answer().counts[each] > 0)}>
                {(each) => (
                  <div class="flex min-w-36 flex-col-reverse rounded-card border border-line bg-surface px-4 py-3">
                    <dt class="text-xs text-ink-faint">{t().levels[each]}</dt>
                    <dd class="text-xl font-semibold">{formatNumber(answer().counts[each])}</dd>
                  </div>
                )}
              </For>
            </dl>
            <div aria-live="polite">
              <p class="mb-2 text-sm text-ink-soft">{t().shown(answer().items.length, UNITS_SHOWN)}</p>
              <Show when={answer().items.length > 0} fallback={<Empty>{t().empty}</Empty>}>
                <UnitsTable label={t().title} units={answer().items} asOf={asOf()} />
              </Show>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default UnitsPage
