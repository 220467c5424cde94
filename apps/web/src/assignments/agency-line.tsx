import type { AnswerOf, api } from "@ntm/contract"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { formatDay } from "../parts/format.ts"
import { useAgency } from "./tasks.queries.ts"
import { tasksWords } from "./tasks.words.ts"

type Answer = AnswerOf<typeof api.agencies.one>

/** Of an agency: its names in time, what it took over and from whom, who answers for it where it stands no more. */
export const AgencyLine = (props: {
  readonly holder: string | undefined
  readonly asOf: string | undefined
  readonly hrefOf: (holder: string) => string
}) => {
  const agency = useAgency(
    () => props.holder,
    () => props.asOf
  )
  return (
    <Show when={props.holder?.startsWith("agency:") === true && agency.isSuccess && agency.data}>
      {(answer) => <Facts answer={answer()} hrefOf={props.hrefOf} />}
    </Show>
  )
}

const Facts = (props: { readonly answer: Answer; readonly hrefOf: (holder: string) => string }) => {
  const t = useWords(tasksWords)
  const shown = () => props.answer.agency
  const dates = ({ from, to }: { readonly from: string | null; readonly to: string | null }) =>
    [
      ...(from === null ? [] : [t().list.from(formatDay(from))]),
      ...(to === null ? [] : [t().list.until(formatDay(to))])
    ].join(" ")
  const others = () => [
    ...(props.answer.tookOver.length === 0 ? [] : [{ name: t().list.tookOver, agencies: props.answer.tookOver }]),
    ...(shown().stands || shown().holders.length === 0 ? [] : [{ name: t().list.passed, agencies: shown().holders }])
  ]
  return (
    <section aria-label={shown().name} class="mb-5 rounded-card border border-line bg-surface px-4 py-3 sm:px-5">
      <h2 class="text-lg font-semibold">{shown().name}</h2>
      <dl class="mt-1 space-y-1 text-sm">
        <div class="grid gap-x-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt class="text-ink-soft">{t().list.names}</dt>
          <dd>
            <ul>
              <For each={shown().agency.names}>
                {(name) => (
                  <li class="flex flex-wrap items-baseline gap-x-2">
                    <span>
                      {name.name} {dates(name)}
                    </span>
                    <Show when={name.confidence === "recalled"}>
                      <Badge tone="plain">{t().list.recalled}</Badge>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </dd>
        </div>
        <For each={others()}>
          {(group) => (
            <div class="grid gap-x-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <dt class="text-ink-soft">{group.name}</dt>
              <dd>
                <ul class="flex flex-wrap gap-x-4">
                  <For each={group.agencies}>
                    {(other) => (
                      <li>
                        <A class="link" href={props.hrefOf(`agency:${other.id}`)}>
                          {other.name}
                        </A>
                      </li>
                    )}
                  </For>
                </ul>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}
