import type { HolderLoad } from "@ntm/domain/assignments"
import { matchesFolded } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Empty } from "../parts/empty.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { Page } from "../shell/page.tsx"
import { TasksBar } from "./tasks-bar.tsx"
import { useLoad } from "./tasks.queries.ts"
import { TasksTabs } from "./tasks-tabs.tsx"
import { tasksWords } from "./tasks.words.ts"
import { type TasksScope, useTasksScope } from "./use-tasks-scope.ts"

const cell = "border-b border-line px-3 py-2 align-top"
const head = "border-b border-line bg-raised px-3 py-2"
const counts = ["overdue", "worstDays", "lateDays", "dueSoon", "open", "awaiting", "done", "doneLate"] as const
const names = {
  overdue: "overdue",
  worstDays: "worst",
  lateDays: "sum",
  dueSoon: "dueSoon",
  open: "open",
  awaiting: "awaiting",
  done: "done",
  doneLate: "doneLate"
} as const

/** Who owes what, who is late and by how much. */
const LoadPage = () => {
  const t = useWords(tasksWords)
  const scope = useTasksScope()
  const [words, setWords] = useAddress("q")
  const load = useLoad(scope.asked)
  const lead = () => {
    if (!load.isSuccess) return undefined
    const { asOf, items } = load.data
    const late = items.filter(({ overdue }) => overdue > 0).length
    return `${t().load.lead(formatNumber(items.length), formatNumber(late))} · ${t().asOf(formatDay(asOf))}`
  }
  return (
    <Page title={t().load.title} lead={lead()} controls={<TasksTabs />}>
      <TasksBar scope={scope} everybody>
        <SearchBox
          label={t().load.search}
          hint={t().list.hint}
          value={words() ?? ""}
          onSearch={(text) => setWords(text === "" ? undefined : text)}
        />
      </TasksBar>
      <Loaded query={load}>
        {(answer) => (
          <div aria-live="polite" aria-busy={load.isPlaceholderData}>
            <LoadTable
              items={answer().items.filter(({ label }) => matchesFolded(words() ?? "", `${label.vi} ${label.en}`))}
              scope={scope}
            />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const LoadTable = (props: { readonly items: ReadonlyArray<HolderLoad>; readonly scope: TasksScope }) => {
  const t = useWords(tasksWords)
  const part = createPart(() => props.items)
  return (
    <Show when={props.items.length > 0} fallback={<Empty>{t().load.none}</Empty>}>
      <TableFrame label={t().load.title}>
        <table class="w-full border-separate border-spacing-0 text-sm">
          <thead class="text-xs">
            <tr>
              <th scope="col" class={`${head} sticky left-0 z-10 text-left`}>
                {t().load.holder}
              </th>
              <For each={counts}>
                {(key) => (
                  <th scope="col" class={`${head} text-right`}>
                    {t().load[names[key]]}
                  </th>
                )}
              </For>
              <th scope="col" class={`${head} text-left`}>
                {t().load.nextDue}
              </th>
              <th scope="col" class={`${head} text-right`}>
                {t().load.coordinating}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={part.shown()}>{(load) => <LoadRow load={load} scope={props.scope} />}</For>
          </tbody>
        </table>
      </TableFrame>
      <MoreButton part={part} />
    </Show>
  )
}

const LoadRow = (props: { readonly load: HolderLoad; readonly scope: TasksScope }) => {
  const href = () => props.scope.within("/nhiem-vu/danh-sach", { "co-quan": props.load.id })
  return (
    <tr>
      <th
        scope="row"
        class={`${cell} sticky left-0 min-w-44 border-r bg-surface text-left font-normal max-sm:min-w-32`}
      >
        <Show when={props.load.holder._tag !== "unknown"} fallback={inLanguage(props.load.label)}>
          <A class="link font-semibold" href={href()}>
            {inLanguage(props.load.label)}
          </A>
        </Show>
      </th>
      <For each={counts}>
        {(key) => (
          <td
            class={`${cell} text-right`}
            classList={{
              "font-semibold text-error": key === "overdue" && props.load.overdue > 0,
              "text-ink-faint": props.load[key] === 0
            }}
          >
            {formatNumber(props.load[key])}
          </td>
        )}
      </For>
      <td class={`${cell} whitespace-nowrap`}>{formatDay(props.load.nextDue)}</td>
      <td class={`${cell} text-right`}>{formatNumber(props.load.coordinating)}</td>
    </tr>
  )
}

export default LoadPage
