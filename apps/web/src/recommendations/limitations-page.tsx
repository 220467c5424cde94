import { For, Show } from "solid-js"
import { useTaskDocuments } from "../assignments/tasks-bar.tsx"
import { TasksTabs } from "../assignments/tasks-tabs.tsx"
import { tasksWords } from "../assignments/tasks.words.ts"
import { useTasksScope } from "../assignments/use-tasks-scope.ts"
import { documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Select } from "../parts/select.tsx"
import { SourceLink } from "../parts/source-link.tsx"
import { Page } from "../shell/page.tsx"
import { useLimitations } from "./recommendations.queries.ts"
import { recommendationWords } from "./recommendations.words.ts"
import { ShownFigures } from "./shown-figures.tsx"

const kinds = ["limitation", "cause", "remark"] as const

/** Limitations and causes that documents state, by field, with the figures and units that they concern. */
const LimitationsPage = () => {
  const t = useWords(recommendationWords)
  const words = useWords(tasksWords)
  const scope = useTasksScope()
  const documents = useTaskDocuments()
  const [text, setText] = useAddress("q")
  const [kind, setKind] = useAddress("loc")
  const chosen = () => kinds.find((each) => each === kind())
  const found = useLimitations(() => ({ document: scope.document(), kind: chosen(), q: text() }))
  return (
    <Page
      title={t().limitations.title}
      lead={found.isSuccess ? t().limitations.lead(formatNumber(found.data.items.length)) : undefined}
      controls={<TasksTabs />}
    >
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <Select
          label={words().document}
          value={scope.document() ?? ""}
          options={[{ value: "", name: words().anyDocument }, ...documents()]}
          onPick={(document) => scope.setDocument(document === "" ? undefined : document)}
          class="max-w-full sm:max-w-56"
        />
        <Select
          label={t().limitations.kind}
          value={chosen() ?? ""}
          options={[
            { value: "", name: t().limitations.anyKind },
            ...kinds.map((each) => ({ value: each, name: t().limitations.kinds[each] }))
          ]}
          onPick={(value) => setKind(value === "" ? undefined : value)}
        />
        <SearchBox
          label={t().limitations.search}
          hint={t().hint}
          value={text() ?? ""}
          onSearch={(typed) => setText(typed === "" ? undefined : typed)}
        />
      </div>
      <Loaded query={found}>
        {(answer) => (
          <div class="space-y-5" aria-live="polite" aria-busy={found.isPlaceholderData}>
            <Show when={answer().items.length > 0} fallback={<Empty>{t().limitations.none}</Empty>}>
              <For each={[...Map.groupBy(answer().items, ({ category }) => category)]}>
                {([category, items], index) => (
                  <Card id={`linh-vuc-${index() + 1}`} title={asHeading(category)}>
                    <ul class="divide-y divide-line">
                      <For each={items}>
                        {(item) => (
                          <li class="space-y-1 py-2.5">
                            <p class="flex flex-wrap items-baseline gap-x-2">
                              <Badge tone={item.kind === "limitation" ? "warning" : "plain"}>
                                {t().limitations.kinds[item.kind]}
                                {item.nature === null ? "" : ` · ${t().limitations.natures[item.nature]}`}
                              </Badge>
                              <span>{item.text}</span>
                            </p>
                            <ShownFigures figures={item.shown} />
                            <p class="flex flex-wrap gap-x-4 text-xs text-ink-soft">
                              <span>{item.concerns.map(({ name, type }) => `${type} ${name}`).join(", ")}</span>
                              <SourceLink href={documentHref(item.document)}>{item.documentLabel}</SourceLink>
                            </p>
                          </li>
                        )}
                      </For>
                    </ul>
                  </Card>
                )}
              </For>
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

export default LimitationsPage
