import { createEffect, createSignal, createUniqueId, For, on, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Page } from "../shell/page.tsx"
import { HitList } from "./hit-list.tsx"
import { deepestOf, levels } from "./levels.ts"
import { StopPicker } from "./stop-picker.tsx"
import { TierStrip } from "./tier-strip.tsx"
import { UnitTree } from "./unit-tree.tsx"
import { UNITS_SHOWN, useUnits } from "./units.queries.ts"
import { unitWords } from "./units.words.ts"

/** The register of a day: the tree of units, or what a search in it found. */
const UnitsPage = () => {
  const t = useWords(unitWords)
  const [asOf, setAsOf] = useAddress("as_of")
  const [words, setWords] = useAddress("q")
  const [opened, setOpened] = useAddress("mo")
  const provinces = useUnits(() => ({ asOf: asOf(), level: "province" }))
  const open = useOpen(opened, setOpened)
  return (
    <Page
      title={t().title}
      lead={provinces.isSuccess ? t().lead(formatDay(provinces.data.asOf)) : undefined}
      controls={
        <>
          <SearchBox
            label={t().search}
            hint={t().searchHint}
            value={words() ?? ""}
            onSearch={(text) => setWords(text === "" ? undefined : text)}
          />
          <StopPicker value={asOf()} onPick={setAsOf} />
          <DayPicker value={asOf()} onPick={setAsOf} />
        </>
      }
    >
      <Loaded query={provinces}>
        {(answer) => (
          <>
            <TierStrip counts={answer().counts} />
            <Show when={words()} fallback={<KeysHint />}>
              {(text) => <Found words={text()} asOf={asOf()} />}
            </Show>
            <Show when={words() === undefined}>
              <UnitTree
                provinces={answer().items}
                asOf={asOf()}
                deepest={deepestOf(answer().counts)}
                open={open.codes()}
                onOpen={open.set}
              />
            </Show>
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** Which units are open, kept in the address: at once here, for the address follows a moment later. */
const useOpen = (read: () => string | undefined, write: (text: string | undefined) => void) => {
  const parse = (text: string | undefined) => new Set((text ?? "").split(" ").filter((code) => code !== ""))
  const [codes, setCodes] = createSignal<ReadonlySet<string>>(parse(read()))
  let written = read()
  createEffect(
    on(read, (text) => {
      if (text !== written) setCodes(parse(text))
      written = text
    })
  )
  return {
    codes,
    set: (next: ReadonlySet<string>) => {
      written = next.size === 0 ? undefined : [...next].join(" ")
      setCodes(next)
      write(written)
    }
  }
}

const KeysHint = () => {
  const t = useWords(unitWords)
  return (
    <p id="cay-phim" class="no-print mb-2 text-xs text-ink-faint">
      {t().keys}
    </p>
  )
}

const Found = (props: { readonly words: string; readonly asOf: string | undefined }) => {
  const t = useWords(unitWords)
  const [level, setLevel] = useAddress("level")
  const found = useUnits(() => ({ asOf: props.asOf, words: props.words, level: level() }))
  const levelId = createUniqueId()
  return (
    <Loaded query={found}>
      {(answer) => {
        const hits = () => answer().hits ?? []
        return (
          <>
            <div class="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
              <p role="status" class="text-sm text-ink-soft">
                {t().shown(hits().length, UNITS_SHOWN, hits().filter(({ state }) => state !== "standing").length)}
              </p>
              <div class="no-print flex items-center gap-2">
                <label for={levelId} class="text-xs font-semibold text-ink-soft">
                  {t().level}
                </label>
                <select
                  id={levelId}
                  class="field"
                  onChange={({ currentTarget: { value } }) => setLevel(value === "" ? undefined : value)}
                >
                  <option value="" selected={level() === undefined}>
                    {t().allLevels}
                  </option>
                  <For each={levels}>
                    {(each) => (
                      <option value={each} selected={level() === each}>
                        {t().levels[each]}
                      </option>
                    )}
                  </For>
                </select>
              </div>
            </div>
            <Show when={hits().length > 0} fallback={<Empty>{t().empty}</Empty>}>
              <HitList hits={hits()} asOf={props.asOf} />
            </Show>
          </>
        )
      }}
    </Loaded>
  )
}

export default UnitsPage
