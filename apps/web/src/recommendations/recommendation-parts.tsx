import type { AnswerOf, api } from "@ntm/contract"
import type { ContrastShown, RecommendationEvent, TaskStanding } from "@ntm/domain/assignments"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { TimelinessBadge } from "../assignments/timeliness-badge.tsx"
import { taskHref } from "../assignments/use-tasks-scope.ts"
import { documentHref } from "../documents/place-link.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { EvidenceList } from "../observations/evidence-link.tsx"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { SourceLink } from "../parts/source-link.tsx"
import { recommendationWords } from "./recommendations.words.ts"
import { ShownFigures } from "./shown-figures.tsx"

type Answer = AnswerOf<typeof api.recommendations.one>

/** What the supervised body says beside what figures and facts show. */
export const Contrasts = (props: { readonly answer: Answer }) => {
  const t = useWords(recommendationWords)
  const shown = (contrast: ContrastShown) =>
    props.answer.figures.filter((one) =>
      contrast.figures.some(({ document, figure }) => one.document === document && one.figure === figure)
    )
  return (
    <Show when={props.answer.standing.contrasts.length > 0}>
      <Card id="doi-chieu" title={t().one.said} lead={t().one.saidLead}>
        <ul class="divide-y divide-line">
          <For each={props.answer.standing.contrasts}>
            {(contrast) => (
              <li class="grid gap-x-8 gap-y-2 py-3 md:grid-cols-2">
                <div>
                  <h3 class="text-xs font-semibold text-ink-soft">{t().one.says}</h3>
                  <p>{contrast.says}</p>
                  <SourceLink href={documentHref(contrast.document)} />
                </div>
                <div>
                  <h3 class="text-xs font-semibold text-ink-soft">{t().one.shows}</h3>
                  <ShownFigures figures={shown(contrast)} />
                  <Show when={contrast.outcome}>
                    {(outcome) => <p class="text-sm">{inLanguage(outcome().sentence)}</p>}
                  </Show>
                  <Show when={shown(contrast).length === 0 && contrast.outcome === null}>
                    <p class="text-sm text-ink-soft">{t().one.noFigure}</p>
                  </Show>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  )
}

/** Answers, or measures, in the order in which they were recorded. */
export const RecommendationEvents = (props: {
  readonly id: string
  readonly title: string
  readonly none: string
  readonly events: ReadonlyArray<RecommendationEvent>
}) => {
  const t = useWords(recommendationWords)
  const text = ({ body }: RecommendationEvent): string => {
    switch (body._tag) {
      case "answered":
        return body.option === null ? body.text : `${body.text} (${t().one.option(String(body.option))})`
      case "measure":
        return [
          ...(body.task === null ? [] : [t().one.measure(body.task)]),
          ...(body.text === null ? [] : [body.text])
        ].join(": ")
      case "carriedOut":
        return body.text ?? ""
      case "reopened":
        return body.reason ?? ""
    }
  }
  return (
    <Card id={props.id} title={props.title}>
      <Show when={props.events.length > 0} fallback={<p class="text-sm text-ink-soft">{props.none}</p>}>
        <ol class="divide-y divide-line text-sm">
          <For each={props.events}>
            {(event) => (
              <li class="grid gap-x-4 py-2 sm:grid-cols-[6rem_minmax(0,1fr)]">
                <span class="text-ink-soft">{formatDay(event.day)}</span>
                <div class="min-w-0">
                  <p>{text(event)}</p>
                  <Show when={event.document}>
                    <p class="text-ink-soft">{event.document}</p>
                  </Show>
                  <EvidenceList evidence={event.evidence} />
                </div>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </Card>
  )
}

/** The tasks that carry it out, each with how it stands. */
export const RecommendationTasks = (props: {
  readonly tasks: ReadonlyArray<TaskStanding>
  readonly day: Parameters<typeof taskHref>[1]
}) => {
  const t = useWords(recommendationWords)
  return (
    <Card id="viec" title={t().one.tasks}>
      <Show when={props.tasks.length > 0} fallback={<p class="text-sm text-ink-soft">{t().one.noTasks}</p>}>
        <ul class="divide-y divide-line text-sm">
          <For each={props.tasks}>
            {({ days, lateDays, task, timeliness }) => (
              <li class="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_auto]">
                <A class="link" href={taskHref(task.key, props.day)}>
                  {task.title}
                </A>
                <span>
                  <TimelinessBadge timeliness={timeliness} days={days} lateDays={lateDays} />
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  )
}

/** What must hold for it to be carried out. */
export const RecommendationCondition = (props: { readonly answer: Answer }) => {
  const t = useWords(recommendationWords)
  return (
    <Show when={props.answer.standing.condition}>
      {(outcome) => (
        <Card
          id="dieu-kien"
          title={t().one.condition}
          aside={
            <Badge tone={outcome().holds ? "good" : "warning"}>
              {outcome().holds ? t().one.holds : t().one.holdsNot}
            </Badge>
          }
        >
          <p class="text-sm">{inLanguage(outcome().sentence)}</p>
        </Card>
      )}
    </Show>
  )
}
