import { matchesFolded } from "@ntm/domain/values"
import { createMemo, Show } from "solid-js"
import { CriteriaTabs } from "../criteria/criteria-tabs.tsx"
import { usePlan } from "../documents/plan.ts"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Select } from "../parts/select.tsx"
import { useHome, useOwnAmong } from "../people/people.queries.ts"
import { Page } from "../shell/page.tsx"
import { provinceOfPlan } from "../units/province-of-plan.ts"
import { useUnits } from "../units/units.queries.ts"
import { ColumnGrid } from "./column-grid.tsx"
import { useColumn, useInputs } from "./observations.queries.ts"
import { observationWords } from "./observations.words.ts"

const levels = ["commune", "district", "province"] as const

/** One input for many units: a column to type or to paste into. */
const ColumnPage = () => {
  const t = useWords(observationWords)
  const [asOf, setAsOf] = useAddress("as_of")
  const [key, setKey] = useAddress("chi-so")
  const [within, setWithin] = useAddress("don-vi")
  const [asked, setLevel] = useAddress("level")
  const [words, setWords] = useAddress("q")
  const home = useHome()
  const ownAmong = useOwnAmong()
  const plan = usePlan()
  const inputs = useInputs()
  const provinces = useUnits(() => ({ asOf: asOf(), level: "province" }))
  const level = () => levels.find((each) => each === asked()) ?? "commune"
  const items = () => (provinces.isSuccess ? provinces.data.items : [])
  const province = createMemo(() => within() ?? home().unit?.code ?? provinceOfPlan(plan()?.locality, items())?.code)
  const column = useColumn(() => ({ key: key(), parent: province(), level: level(), asOf: asOf() }))
  const options = createMemo(() => {
    const all = inputs.isSuccess ? inputs.data.items : []
    const found = all.filter(
      (input) => input.key === key() || matchesFolded(words() ?? "", `${input.name} ${input.key}`)
    )
    return [
      { value: "", name: t().column.choose },
      ...found.map((input) => ({
        value: String(input.key),
        name: input.unit === null ? input.name : `${input.name} (${input.unit})`
      }))
    ]
  })
  return (
    <Page title={t().column.title} lead={<p>{t().column.lead}</p>} controls={<CriteriaTabs />}>
      <div class="mb-5 flex flex-wrap items-end gap-3">
        <SearchBox
          label={t().column.search}
          hint={t().column.searchHint}
          value={words() ?? ""}
          onSearch={(text) => setWords(text === "" ? undefined : text)}
        />
        <Select
          label={t().column.input}
          value={key() ?? ""}
          options={options()}
          onPick={(next) => setKey(next === "" ? undefined : next)}
          class="max-w-full sm:w-96"
        />
        <Select
          label={t().level}
          value={level()}
          options={levels.map((each) => ({ value: each, name: t().levels[each] }))}
          onPick={(next) => setLevel(next === "commune" ? undefined : next)}
        />
        <Show when={level() !== "province"}>
          <Select
            label={t().levels.province}
            value={province() ?? ""}
            options={ownAmong(items()).map(({ code, name }) => ({ value: String(code), name }))}
            onPick={setWithin}
          />
        </Show>
        <DayPicker label={t().day} none={t().today} value={asOf()} onPick={setAsOf} />
      </div>
      <Show
        when={key() !== undefined}
        fallback={
          <Empty>
            {t().column.none} {t().column.form}
          </Empty>
        }
      >
        <Loaded query={column}>
          {(answer) => (
            <Show when={answer().items.length > 0} fallback={<Empty>{t().column.noUnits}</Empty>}>
              <ColumnGrid
                input={answer().input}
                lines={answer().items}
                day={answer().asOf}
                allowed={answer().allowed}
              />
            </Show>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

export default ColumnPage
