import { ApiProblem, type AnswerOf, type api, type Leading } from "@ntm/contract"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { type TasksScope, useTasksScope } from "../assignments/use-tasks-scope.ts"
import { documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { SourceLink } from "../parts/source-link.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { RecommendationForm } from "./recommendation-form.tsx"
import { RecommendationBadge, RecommendationItems } from "./recommendation-items.tsx"
import {
  Contrasts,
  RecommendationCondition,
  RecommendationEvents,
  RecommendationTasks
} from "./recommendation-parts.tsx"
import { useRecommendation } from "./recommendations.queries.ts"
import { recommendationWords } from "./recommendations.words.ts"
import { ShownFigures } from "./shown-figures.tsx"

type Answer = AnswerOf<typeof api.recommendations.one> & Leading

/** One recommendation: what it says, what was answered, what is said beside what is shown, and who carries it out. */
const RecommendationPage = () => {
  const t = useWords(recommendationWords)
  const scope = useTasksScope()
  const [key] = useAddress("ma")
  const found = useRecommendation(
    () => key() ?? "",
    () => ({ asOf: scope.asOf(), knownAt: scope.knownAt() })
  )
  const missing = () => key() === undefined || (found.error instanceof ApiProblem && found.error.problem.status === 404)
  return (
    <Page
      title={found.isSuccess ? found.data.standing.recommendation.title : t().one.waiting}
      lead={
        <Show when={found.isSuccess && found.data.standing}>
          {(standing) => (
            <div class="space-y-1">
              <p>{standing().recommendation.supervisor}</p>
              <RecommendationBadge state={standing().state} />
            </div>
          )}
        </Show>
      }
      controls={
        <>
          <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
          <KnownPicker value={scope.knownAt()} onPick={scope.setKnownAt} />
        </>
      }
    >
      <p class="no-print mb-5">
        <A class="button" href={scope.within("/kien-nghi")}>
          {t().one.toList}
        </A>
      </p>
      <Show when={!missing()} fallback={<Empty>{t().one.missing}</Empty>}>
        <Loaded query={found}>{(answer) => <Body answer={answer()} scope={scope} />}</Loaded>
      </Show>
    </Page>
  )
}

const Body = (props: { readonly answer: Answer; readonly scope: TasksScope }) => {
  const t = useWords(recommendationWords)
  const standing = () => props.answer.standing
  const own = () =>
    props.answer.figures.filter((one) =>
      standing().recommendation.figures.some(
        ({ document, figure }) => one.document === document && one.figure === figure
      )
    )
  return (
    <div class="space-y-5">
      <Content answer={props.answer} />
      <Contrasts answer={props.answer} />
      <Show when={own().length > 0}>
        <Card id="so-lieu" title={t().one.figures}>
          <ShownFigures figures={own()} />
        </Card>
      </Show>
      <RecommendationCondition answer={props.answer} />
      <div class="grid items-start gap-5 xl:grid-cols-2">
        <RecommendationEvents
          id="tra-loi"
          title={t().one.answers}
          none={t().one.noAnswers}
          events={standing().answers}
        />
        <RecommendationEvents
          id="bien-phap"
          title={t().one.measures}
          none={t().one.noMeasures}
          events={standing().measures}
        />
      </div>
      <RecommendationTasks tasks={standing().tasks} day={props.scope.day()} />
      <Show when={props.answer.limitations.length > 0}>
        <Card id="han-che" title={t().one.limitations}>
          <ul class="list-disc pl-5 text-sm">
            <For each={props.answer.limitations}>{(limitation) => <li>{limitation.text}</li>}</For>
          </ul>
        </Card>
      </Show>
      <Show when={props.answer.children.length > 0}>
        <Card id="tung-don-vi" title={t().one.children}>
          <RecommendationItems items={props.answer.children} day={props.scope.day()} byUnit />
        </Card>
      </Show>
      <Show when={standing().children.length === 0} fallback={<p class="text-sm text-ink-soft">{t().one.shared}</p>}>
        <Allowed action="recommendations.answer" here={props.answer.allowed}>
          <div class="no-print">
            <RecommendationForm standing={standing()} next={props.answer.next} asOf={props.answer.asOf} />
          </div>
        </Allowed>
      </Show>
    </div>
  )
}

const Content = (props: { readonly answer: Answer }) => {
  const t = useWords(recommendationWords)
  const said = () => props.answer.standing.recommendation
  return (
    <Card id="noi-dung" title={t().one.content} aside={<SourceLink href={documentHref(said().document)} />}>
      <div class="space-y-2 text-sm">
        <p>{t().to(said().addressee)}</p>
        <Show when={said().summary}>{(summary) => <p class="font-semibold">{summary()}</p>}</Show>
        <ul class="list-disc pl-5">
          <For each={said().points}>{(point) => <li>{point}</li>}</For>
        </ul>
        <Show when={said().dueText}>
          {(due) => (
            <p>
              {t().one.due}: {due()}
            </p>
          )}
        </Show>
        <Show when={said().options.length > 0}>
          <h3 class="pt-2 font-semibold">{t().one.options}</h3>
          <ol class="grid gap-3 md:grid-cols-2">
            <For each={said().options}>
              {(option) => (
                <li class="rounded-lg border border-line px-3 py-2">
                  <p class="font-semibold">
                    {option.no}. {option.name}
                  </p>
                  <p>
                    {t().one.method}: {option.method}
                  </p>
                  <Show when={option.requirements.length > 0}>
                    <p>
                      {t().one.requirements}: {option.requirements.join("; ")}
                    </p>
                  </Show>
                  <Show when={option.drawbacks.length > 0}>
                    <p>
                      {t().one.drawbacks}: {option.drawbacks.join("; ")}
                    </p>
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </Show>
      </div>
    </Card>
  )
}

export default RecommendationPage
