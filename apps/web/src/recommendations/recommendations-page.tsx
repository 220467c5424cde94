import { RecommendationState, recommendationStateWords } from "@ntm/domain/assignments"
import { For, Show } from "solid-js"
import { TasksBar } from "../assignments/tasks-bar.tsx"
import { TasksTabs } from "../assignments/tasks-tabs.tsx"
import { useTasksScope } from "../assignments/use-tasks-scope.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { RecommendationItems } from "./recommendation-items.tsx"
import { useRecommendations } from "./recommendations.queries.ts"
import { recommendationWords } from "./recommendations.words.ts"

/** What supervising bodies recommend, to whom, and how far it has come. */
const RecommendationsPage = () => {
  const t = useWords(recommendationWords)
  const scope = useTasksScope()
  const [words, setWords] = useAddress("q")
  const [standing, setStanding] = useAddress("tinh-trang")
  const found = useRecommendations(() => ({
    document: scope.document(),
    standing: standing(),
    q: words(),
    asOf: scope.asOf(),
    knownAt: scope.knownAt()
  }))
  const lead = () => {
    if (!found.isSuccess) return undefined
    const { asOf, items } = found.data
    const done = items.filter(({ state }) => state === "carriedOut").length
    return t().lead(formatNumber(items.length), formatNumber(done), formatDay(asOf))
  }
  return (
    <Page title={t().title} lead={lead()} controls={<TasksTabs />}>
      <TasksBar scope={scope} everybody>
        <SearchBox
          label={t().search}
          hint={t().hint}
          value={words() ?? ""}
          onSearch={(text) => setWords(text === "" ? undefined : text)}
        />
        <Select
          label={t().standing}
          value={standing() ?? ""}
          options={[
            { value: "", name: t().any },
            ...RecommendationState.literals.map((state) => ({
              value: state,
              name: asHeading(inLanguage(recommendationStateWords[state]))
            }))
          ]}
          onPick={(state) => setStanding(state === "" ? undefined : state)}
        />
      </TasksBar>
      <Loaded query={found}>
        {(answer) => (
          <div class="space-y-5" aria-live="polite" aria-busy={found.isPlaceholderData}>
            <Show when={answer().items.length > 0} fallback={<Empty>{t().none}</Empty>}>
              <For each={[...Map.groupBy(answer().items, ({ addressee, document }) => `${document} ${addressee}`)]}>
                {([, lines], index) => (
                  <Show when={lines[0]}>
                    {(first) => (
                      <Card
                        id={`kien-nghi-${index() + 1}`}
                        title={t().group(first().addressee, first().documentLabel)}
                        lead={first().supervisor}
                      >
                        <RecommendationItems items={lines} day={scope.day()} />
                      </Card>
                    )}
                  </Show>
                )}
              </For>
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

export default RecommendationsPage
