import { For, Show } from "solid-js"
import { usePlan } from "../documents/plan.ts"
import { useAnchor } from "../documents/use-anchor.ts"
import { useWords } from "../language/words.ts"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { useResults } from "./criteria.queries.ts"
import { CriteriaTabs } from "./criteria-tabs.tsx"
import { criteriaWords } from "./criteria.words.ts"
import { SetCard } from "./set-card.tsx"

/** Phụ lục 01, set by set and criterion by criterion. */
const CriteriaPage = () => {
  const t = useWords(criteriaWords)
  const plan = usePlan()
  const results = useResults(() => plan()?.id)
  const day = () => (results.isSuccess ? (results.data.items[0]?.asOf ?? null) : null)
  useAnchor()
  return (
    <Page title={t().title} lead={t().lead(formatDay(day()))} controls={<CriteriaTabs />}>
      <Loaded query={results}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<Empty>{t().empty}</Empty>}>
            <div class="grid items-start gap-5 xl:grid-cols-2">
              <For each={answer().items}>{(set) => <SetCard set={set} />}</For>
            </div>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

export default CriteriaPage
