import { Timeliness, timelinessWords } from "@ntm/domain/assignments"
import { Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Choice } from "../parts/choice.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { AgencyLine } from "./agency-line.tsx"
import { CalendarLinks } from "./calendar-links.tsx"
import { isOwed, TaskItems } from "./task-items.tsx"
import { TasksBar } from "./tasks-bar.tsx"
import { useTasks } from "./tasks.queries.ts"
import { TasksTabs } from "./tasks-tabs.tsx"
import { tasksWords } from "./tasks.words.ts"
import { useTasksScope } from "./use-tasks-scope.ts"

const orders = ["due", "late", "document"] as const
const roles = ["lead", "any"] as const

/** Tasks one by one: of whoever owes them, of a document, that stand in some way to their due day. */
const TasksListPage = () => {
  const t = useWords(tasksWords)
  const scope = useTasksScope()
  const [words, setWords] = useAddress("q")
  const [standing, setStanding] = useAddress("tinh-trang")
  const [order, setOrder] = useAddress("sap-xep")
  const [role, setRole] = useAddress("vai")
  const sorted = () => orders.find((each) => each === order()) ?? "due"
  const acting = () => roles.find((each) => each === role()) ?? "lead"
  const asked = () => ({ q: words(), role: scope.holder() === undefined ? undefined : acting() })
  const all = useTasks(scope.asked, () => ({ ...asked(), limit: 1 }))
  const tasks = useTasks(scope.asked, () => ({ ...asked(), timeliness: standing(), sort: sorted() }))
  const count = (key: Timeliness) => (all.isSuccess ? all.data.tally[key] : 0)
  const total = () => Timeliness.literals.reduce((sum, key) => sum + count(key), 0)
  const options = () => [
    { value: "", name: t().list.any(formatNumber(total())) },
    ...Timeliness.literals
      .filter((key) => count(key) > 0 || key === standing())
      .map((key) => ({
        value: key,
        name: `${asHeading(inLanguage(timelinessWords[key]))} (${formatNumber(count(key))})`
      }))
  ]
  return (
    <Page
      title={t().list.title}
      lead={tasks.isSuccess ? t().asOf(formatDay(tasks.data.asOf)) : undefined}
      controls={<TasksTabs />}
    >
      <TasksBar scope={scope}>
        <SearchBox
          label={t().list.search}
          hint={t().list.hint}
          value={words() ?? ""}
          onSearch={(text) => setWords(text === "" ? undefined : text)}
        />
        <Select
          label={t().list.standing}
          value={standing() ?? ""}
          options={options()}
          onPick={(value) => setStanding(value === "" ? undefined : value)}
        />
        <Select
          label={t().list.order}
          value={sorted()}
          options={orders.map((each) => ({ value: each, name: t().list.orders[each] }))}
          onPick={(value) => setOrder(value === "due" ? undefined : value)}
        />
        <Show when={scope.holder() !== undefined}>
          <Choice
            label={t().list.role}
            shown
            value={acting()}
            options={roles.map((each) => [each, t().list.roles[each]] as const)}
            onPick={(value) => setRole(value === "lead" ? undefined : value)}
          />
        </Show>
      </TasksBar>
      <AgencyLine
        holder={scope.holder()}
        asOf={scope.asOf()}
        hrefOf={(id) => scope.within("/nhiem-vu/danh-sach", { "co-quan": id })}
      />
      <Loaded query={tasks}>
        {(answer) => (
          <div
            class="rounded-card border border-line bg-surface px-4 py-3 sm:px-5"
            aria-live="polite"
            aria-busy={tasks.isPlaceholderData}
          >
            <Show when={answer().items.length > 0} fallback={<Empty>{t().list.none}</Empty>}>
              <p class="flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm text-ink-soft">
                {t().list.count(formatNumber(answer().items.filter(isOwed).length))}
                <CalendarLinks asked={scope.asked()} />
              </p>
              <TaskItems items={answer().items} hrefOf={scope.taskHref} />
              <Show when={answer().next !== null}>
                <p class="text-sm text-ink-soft">{t().list.more}</p>
              </Show>
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

export default TasksListPage
