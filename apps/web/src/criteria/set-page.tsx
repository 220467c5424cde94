import { createMemo } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { useSet, useSets } from "./criteria.queries.ts"
import { CriteriaTabs } from "./criteria-tabs.tsx"
import { SetHead } from "./set-head.tsx"
import { SetLines } from "./set-lines.tsx"
import { setWords } from "./set.words.ts"
import { SetVersions } from "./set-versions.tsx"

/** One criteria set: what it says, how sure that is, and every body of it that was ever loaded. */
const SetPage = () => {
  const t = useWords(setWords)
  const sets = useSets()
  const [named, setNamed] = useAddress("bo")
  const [knownAt] = useAddress("known_at")
  const items = () => (sets.isSuccess ? sets.data.items : [])
  const id = createMemo(() => named() ?? items()[0]?.id)
  const set = useSet(() => ({ id: id(), knownAt: knownAt() }))
  return (
    <Page title={t().title} lead={t().lead} controls={<CriteriaTabs />}>
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <Select
          label={t().set}
          value={id() ?? ""}
          options={items().map(({ doNotEvaluate, id: value, name }) => ({
            value,
            name: doNotEvaluate ? t().frameOption(name) : name
          }))}
          onPick={setNamed}
          class="max-w-full sm:max-w-xl"
        />
      </div>
      <Loaded query={set}>
        {(answer) => (
          <div class="space-y-5">
            <SetHead set={answer()} />
            <SetVersions id={answer().id} />
            <SetLines set={answer()} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

export default SetPage
