import type { AnswerOf, api } from "@ntm/contract"
import type { TaskKey } from "@ntm/domain/assignments"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { usePlan } from "../documents/plan.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { Choice } from "../parts/choice.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { useTaskDocuments } from "./tasks-bar.tsx"
import { useTimeline } from "./tasks.queries.ts"
import { TasksTabs } from "./tasks-tabs.tsx"
import { tasksWords } from "./tasks.words.ts"
import { TimelineTable } from "./timeline-table.tsx"
import { timelineWords } from "./timeline.words.ts"
import { type TasksScope, useTasksScope } from "./use-tasks-scope.ts"

type Answer = AnswerOf<typeof api.assignments.timeline>

const shown = ["whole", "each"] as const

/** The tasks of a document in time: what decides its end, and where its days do not fit its order. */
const TimelinePage = () => {
  const t = useWords(timelineWords)
  const words = useWords(tasksWords)
  const scope = useTasksScope()
  const plan = usePlan()
  const documents = useTaskDocuments()
  const [view, setView] = useAddress("xem")
  const document = () => scope.document() ?? plan()?.id
  const each = () => view() === "each"
  const timeline = useTimeline(document, () => ({ asOf: scope.asOf(), knownAt: scope.knownAt() }))
  const lead = () => {
    if (!timeline.isSuccess) return undefined
    const { asOf, timeline: found } = timeline.data
    return [
      ...(found.plannedEnd === null ? [] : [t().planned(formatDay(found.plannedEnd))]),
      ...(found.expectedEnd === null ? [] : [t().expected(formatDay(found.expectedEnd))]),
      found.daysBehind > 0 ? t().behind(formatNumber(found.daysBehind)) : t().onTime,
      words().asOf(formatDay(asOf))
    ].join(" · ")
  }
  return (
    <Page title={t().title} lead={lead()} controls={<TasksTabs />}>
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <Select
          label={t().document}
          value={document() ?? ""}
          options={documents()}
          onPick={scope.setDocument}
          class="max-w-full sm:max-w-64"
        />
        <Choice
          label={t().show}
          shown
          value={each() ? "each" : "whole"}
          options={shown.map((one) => [one, t().shows[one]] as const)}
          onPick={(value) => setView(value === "each" ? value : undefined)}
        />
        <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
        <KnownPicker value={scope.knownAt()} onPick={scope.setKnownAt} />
      </div>
      <Loaded query={timeline}>
        {(answer) => (
          <Show when={answer().timeline.steps.length > 0} fallback={<Empty>{t().none}</Empty>}>
            <div class="space-y-5" aria-busy={timeline.isPlaceholderData}>
              <div class="grid items-start gap-5 lg:grid-cols-2">
                <CriticalPath answer={answer()} scope={scope} />
                <Findings answer={answer()} scope={scope} />
              </div>
              <Card id="tien-trinh" title={t().chart}>
                <TimelineTable answer={answer()} each={each()} hrefOf={scope.taskHref} />
              </Card>
            </div>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

const CriticalPath = (props: { readonly answer: Answer; readonly scope: TasksScope }) => {
  const t = useWords(timelineWords)
  const steps = () => {
    const lines = new Map(props.answer.items.map((line) => [line.key, line]))
    const planned = new Map(props.answer.timeline.steps.map((step) => [step.task, step]))
    return props.answer.timeline.criticalPath.flatMap((key) => {
      const line = lines.get(key)
      return line === undefined ? [] : [{ line, step: planned.get(key) }]
    })
  }
  return (
    <Card id="duong-gang" title={t().path} lead={t().pathLead}>
      <Show when={steps().length > 0} fallback={<p class="text-sm text-ink-soft">{t().noPath}</p>}>
        <ol class="divide-y divide-line text-sm">
          <For each={steps()}>
            {({ line, step }) => (
              <li class="py-2">
                <span class="mr-2 font-semibold text-ink-soft">{line.no}</span>
                <A class="link font-semibold" href={props.scope.taskHref(line.key)}>
                  {line.title}
                </A>
                <Show when={step}>
                  {(one) => (
                    <span class="block text-ink-soft">
                      {formatDay(one().expectedStart)} – {formatDay(one().expectedEnd)}
                    </span>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </Card>
  )
}

const Findings = (props: { readonly answer: Answer; readonly scope: TasksScope }) => {
  const t = useWords(timelineWords)
  const no = (key: TaskKey) => props.answer.items.find((line) => line.key === key)?.no ?? key
  return (
    <Card id="chua-khop" title={t().findings} lead={t().findingsLead}>
      <Show
        when={props.answer.timeline.findings.length > 0}
        fallback={<p class="text-sm text-ink-soft">{t().noFindings}</p>}
      >
        <ul class="divide-y divide-line text-sm">
          <For each={props.answer.timeline.findings}>
            {(finding) => (
              <li class="py-2">
                <A class="link mr-2 font-semibold" href={props.scope.taskHref(finding.task)}>
                  {no(finding.task)}
                </A>
                {inLanguage(finding.sentence)}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  )
}

export default TimelinePage
