import type { AnswerOf, api, TaskLine } from "@ntm/contract"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { TaskItems } from "./task-items.tsx"
import { TasksBar } from "./tasks-bar.tsx"
import { useDue } from "./tasks.queries.ts"
import { TasksTabs } from "./tasks-tabs.tsx"
import { tasksWords } from "./tasks.words.ts"
import { type TasksScope, useTasksScope } from "./use-tasks-scope.ts"

type Answer = AnswerOf<typeof api.assignments.due>

const USUAL_DAYS = 14
const choices = [7, USUAL_DAYS, 30, 60, 90]

/** What is overdue, due on the day, and due in the days that come. */
const DuePage = () => {
  const t = useWords(tasksWords)
  const scope = useTasksScope()
  const [within, setWithin] = useAddress("trong")
  const days = () => {
    const typed = Number(within() ?? USUAL_DAYS)
    return Number.isInteger(typed) && typed >= 0 && typed <= 3650 ? typed : USUAL_DAYS
  }
  const due = useDue(scope.asked, days)
  return (
    <Page
      title={t().due.title}
      lead={due.isSuccess ? t().asOf(formatDay(due.data.asOf)) : undefined}
      controls={<TasksTabs />}
    >
      <TasksBar scope={scope}>
        <Select
          label={t().due.within}
          value={String(days())}
          options={[...new Set([...choices, days()])]
            .toSorted((a, b) => a - b)
            .map((each) => ({ value: String(each), name: t().due.days(formatNumber(each)) }))}
          onPick={(value) => setWithin(value === String(USUAL_DAYS) ? undefined : value)}
        />
      </TasksBar>
      <Loaded query={due}>
        {(answer) => (
          <div class="space-y-5" aria-live="polite" aria-busy={due.isPlaceholderData}>
            <Sections answer={answer()} scope={scope} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const Sections = (props: { readonly answer: Answer; readonly scope: TasksScope }) => {
  const t = useWords(tasksWords)
  const today = () => props.answer.due.filter(({ days }) => days === 0)
  const next = () => props.answer.due.filter(({ days }) => days !== 0)
  const worst = () => Math.max(0, ...props.answer.overdue.map(({ lateDays }) => lateDays))
  const within = () => formatNumber(props.answer.within)
  return (
    <>
      <section aria-label={t().due.figures}>
        <dl class="grid gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-3">
          <Figure
            name={t().due.overdue}
            count={props.answer.overdue.length}
            below={worst() > 0 ? t().due.worst(formatNumber(worst())) : undefined}
            wrong
          />
          <Figure name={t().due.today} count={today().length} />
          <Figure name={t().due.next(within())} count={next().length} />
        </dl>
      </section>
      <Card id="qua-han" title={t().due.overdue} lead={t().due.overdueLead}>
        <Items items={props.answer.overdue} none={t().due.noneOverdue} scope={props.scope} />
      </Card>
      <Card id="trong-ngay" title={t().due.today}>
        <Items items={today()} none={t().due.noneToday} scope={props.scope} />
      </Card>
      <Card id="sap-den" title={t().due.next(within())}>
        <Show when={next().length > 0} fallback={<p class="text-sm text-ink-soft">{t().due.noneNext}</p>}>
          <div class="space-y-4">
            <For
              each={[...Map.groupBy(next(), ({ due }) => due)].toSorted(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1))}
            >
              {([due, lines]) => (
                <section aria-label={formatDay(due)}>
                  <h3 class="border-b border-line pb-1 text-sm font-semibold text-ink-soft">
                    {t().due.on(formatDay(due), formatNumber(lines[0]?.days ?? 0))}
                  </h3>
                  <TaskItems items={lines} hrefOf={props.scope.taskHref} />
                </section>
              )}
            </For>
          </div>
        </Show>
      </Card>
    </>
  )
}

const Items = (props: {
  readonly items: ReadonlyArray<TaskLine>
  readonly none: string
  readonly scope: TasksScope
}) => (
  <Show when={props.items.length > 0} fallback={<p class="text-sm text-ink-soft">{props.none}</p>}>
    <TaskItems items={props.items} hrefOf={props.scope.taskHref} />
  </Show>
)

const Figure = (props: {
  readonly name: string
  readonly count: number
  readonly below?: string | undefined
  readonly wrong?: boolean
}) => (
  <div class="flex flex-col gap-1 bg-surface px-4 py-3.5">
    <dt class="text-xs text-ink-soft">{props.name}</dt>
    <dd>
      <span class="text-2xl font-semibold" classList={{ "text-error": props.wrong === true && props.count > 0 }}>
        {formatNumber(props.count)}
      </span>
      <Show when={props.below}>
        <span class="ml-2 text-xs text-ink-soft">{props.below}</span>
      </Show>
    </dd>
  </div>
)

export default DuePage
