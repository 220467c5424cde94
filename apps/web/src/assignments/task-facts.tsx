import type { AnswerOf, api } from "@ntm/contract"
import { type Holder, taskStateWords } from "@ntm/domain/assignments"
import { A } from "@solidjs/router"
import { For, type JSX, Show } from "solid-js"
import { documentHref } from "../documents/place-link.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { SourceLink } from "../parts/source-link.tsx"
import { UnitLink } from "../units/unit-link.tsx"
import { taskWords } from "./task.words.ts"
import type { TasksScope } from "./use-tasks-scope.ts"

type Answer = AnswerOf<typeof api.assignments.task>

/** What is asked, by whom, with whom, from when until when, and how far it has come. */
export const TaskFacts = (props: { readonly answer: Answer; readonly scope: TasksScope }) => {
  const t = useWords(taskWords)
  const standing = () => props.answer.standing
  const task = () => standing().task
  const state = () => {
    const name = asHeading(inLanguage(taskStateWords[standing().state]))
    const { by, since } = standing()
    return `${since === null ? name : t().since(name, formatDay(since))} (${t().by[by]})`
  }
  const printed = () => [...new Set(task().owners.map((owner) => owner.printed))].join("; ")
  const texts = (): ReadonlyArray<{ readonly name: string; readonly value: string | null }> => [
    { name: t().printed, value: printed() === "" ? null : printed() },
    { name: t().start, value: task().start === null ? null : formatDay(task().start) },
    { name: t().due, value: formatDay(standing().due) },
    {
      name: t().dueStated,
      value: standing().extensions.length === 0 ? null : formatDay(standing().dueStated)
    },
    { name: t().dueText, value: task().dueText },
    { name: t().submittedOn, value: standing().submittedOn === null ? null : formatDay(standing().submittedOn) },
    { name: t().acceptedOn, value: standing().acceptedOn === null ? null : formatDay(standing().acceptedOn) },
    { name: t().deliverable, value: task().deliverable },
    { name: t().section, value: task().section },
    { name: t().notes, value: task().notes }
  ]
  return (
    <Card
      id="noi-dung"
      title={t().facts}
      aside={<SourceLink href={documentHref(task().document)} />}
      lead={props.answer.tasking?.inferred === true ? (props.answer.tasking.note ?? t().inferred) : undefined}
    >
      <dl class="space-y-1.5 text-sm">
        <Fact name={t().state}>
          <span class="font-semibold">{state()}</span>
        </Fact>
        <Show when={task().parent}>
          {(parent) => (
            <Fact name={t().partOf}>
              <A class="link" href={props.scope.taskHref(parent())}>
                {parent().slice(parent().indexOf("/") + 1)}
              </A>
            </Fact>
          )}
        </Show>
        <Show when={standing().holders.length > 0}>
          <Fact name={t().holders}>
            <Holders holders={standing().holders} scope={props.scope} />
          </Fact>
        </Show>
        <Show when={standing().coHolders.length > 0}>
          <Fact name={t().coHolders}>
            <Holders holders={standing().coHolders} scope={props.scope} />
          </Fact>
        </Show>
        <For each={texts()}>
          {(fact) => <Show when={fact.value}>{(value) => <Fact name={fact.name}>{value()}</Fact>}</Show>}
        </For>
      </dl>
    </Card>
  )
}

const Fact = (props: { readonly name: string; readonly children: JSX.Element }) => (
  <div class="grid gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
    <dt class="text-ink-soft">{props.name}</dt>
    <dd class="min-w-0">{props.children}</dd>
  </div>
)

const Holders = (props: { readonly holders: ReadonlyArray<Holder>; readonly scope: TasksScope }) => (
  <ul class="flex flex-wrap gap-x-4 gap-y-0.5">
    <For each={props.holders}>
      {(holder) => (
        <li>
          <Show when={holder._tag === "unit" && holder.unit}>
            {(unit) => <UnitLink unit={unit()} asOf={props.scope.asOf()} />}
          </Show>
          <Show when={holder._tag === "agency" && holder}>
            {(agency) => (
              <A
                class="link"
                href={props.scope.within("/nhiem-vu/danh-sach", { "co-quan": `agency:${agency().agency.id}` })}
              >
                {agency().name}
              </A>
            )}
          </Show>
          <Show when={holder._tag === "unknown" && holder}>{(unknown) => unknown().printed}</Show>
        </li>
      )}
    </For>
  </ul>
)
