import type { AnswerOf, api, TaskLine } from "@ntm/contract"
import { type TaskKey, taskStateWords, taskWorkflow } from "@ntm/domain/assignments"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { TaskItems } from "./task-items.tsx"
import { taskWords } from "./task.words.ts"

type Answer = AnswerOf<typeof api.assignments.task>

interface Told {
  readonly answer: Answer
  readonly hrefOf: (key: string) => string
}

/** What must hold for the task to close by itself: how it is now, what is wanted. */
export const TaskCondition = (props: { readonly answer: Answer }) => {
  const t = useWords(taskWords)
  return (
    <Show when={props.answer.standing.condition}>
      {(outcome) => (
        <Card
          id="dieu-kien"
          title={t().condition}
          aside={
            <Badge tone={outcome().holds ? "good" : "warning"}>{outcome().holds ? t().holds : t().holdsNot}</Badge>
          }
        >
          <p class="text-sm">{inLanguage(outcome().sentence)}</p>
          <dl class="mt-2 flex flex-wrap gap-x-8 text-sm">
            <div class="flex gap-2">
              <dt class="text-ink-soft">{t().now}</dt>
              <dd class="font-semibold">{outcome().now === null ? t().unknown : formatNumber(outcome().now)}</dd>
            </div>
            <div class="flex gap-2">
              <dt class="text-ink-soft">{t().wanted}</dt>
              <dd class="font-semibold">{formatNumber(outcome().wanted)}</dd>
            </div>
          </dl>
        </Card>
      )}
    </Show>
  )
}

/** Through what chain the task is still waiting: which task holds up which, and why. */
export const TaskWaiting = (props: Told) => {
  const t = useWords(taskWords)
  // The chain begins with the task that was asked about, which holds up nothing.
  const links = () => props.answer.waiting.filter(({ heldUp }) => heldUp !== null)
  const noOf = (key: TaskKey | null) => props.answer.waiting.find(({ task }) => task === key)?.line.no ?? ""
  const why = (line: TaskLine) => {
    const link = links().find(({ task }) => task === line.key)
    if (link === undefined) return ""
    const held = t().holdsUp(noOf(link.heldUp))
    return link.why === null ? held : `${held}: ${link.why}`
  }
  return (
    <Card id="dang-cho" title={t().waits} lead={t().waitsLead}>
      <Show when={links().length > 0} fallback={<p class="text-sm text-ink-soft">{t().waitsNone}</p>}>
        <TaskItems
          items={links().map(({ line }) => line)}
          hrefOf={props.hrefOf}
          below={(line) => <p class="mt-0.5 text-xs text-ink-soft">{why(line)}</p>}
        />
      </Show>
    </Card>
  )
}

/** Its parts, each with how it stands. */
export const TaskChildren = (props: Told) => {
  const t = useWords(taskWords)
  return (
    <Show when={props.answer.children.length > 0}>
      <Card id="phan-viec" title={t().children}>
        <TaskItems items={props.answer.children} hrefOf={props.hrefOf} />
      </Card>
    </Show>
  )
}

/** What may happen to it from here, and who may do it. */
export const TaskMoves = (props: { readonly answer: Answer }) => {
  const t = useWords(taskWords)
  const moves = () => taskWorkflow.filter(({ from }) => from.includes(props.answer.standing.state))
  return (
    <Card id="buoc-tiep" title={t().may}>
      <Show when={moves().length > 0} fallback={<p class="text-sm text-ink-soft">{t().mayNone}</p>}>
        <ul class="divide-y divide-line text-sm">
          <For each={moves()}>
            {(move) => (
              <li class="py-1.5">
                <span class="font-semibold">{asHeading(inLanguage(taskStateWords[move.to]))}</span>
                <span class="text-ink-soft"> · {inLanguage(move.why)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  )
}

/** Due days that were put off, the one before beside the one after. */
export const TaskExtensions = (props: { readonly answer: Answer }) => {
  const t = useWords(taskWords)
  return (
    <Show when={props.answer.standing.extensions.length > 0}>
      <Card id="gia-han" title={t().extensions}>
        <ul class="divide-y divide-line text-sm">
          <For each={props.answer.standing.extensions}>
            {(extension) => (
              <li class="py-1.5">
                <span class="font-semibold">
                  {t().extension(formatDay(extension.before), formatDay(extension.after))}
                </span>
                <span class="text-ink-soft"> · {t().recordedFor(formatDay(extension.day))}</span>
                <Show when={extension.reason}>{(reason) => <p>{t().reason(reason())}</p>}</Show>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  )
}
