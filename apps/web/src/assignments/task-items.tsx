import type { TaskLine } from "@ntm/contract"
import { A } from "@solidjs/router"
import { For, type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatDay, formatNumber } from "../parts/format.ts"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { tasksWords } from "./tasks.words.ts"
import { TimelinessBadge } from "./timeliness-badge.tsx"

/** Whether somebody can be asked for it: a heading and what instances stand for are owed by their parts. */
export const isOwed = ({ kind }: TaskLine): boolean => kind !== "heading" && kind !== "shared"

/** Tasks in a list: what, by whom, until when, and how it stands; a long list by and by. */
export const TaskItems = (props: {
  readonly items: ReadonlyArray<TaskLine>
  readonly hrefOf: (key: string) => string
  /** Says what else there is to a task. */
  readonly below?: (line: TaskLine) => JSX.Element
}) => {
  const part = createPart(() => props.items)
  return (
    <>
      <ul class="divide-y divide-line">
        <For each={part.shown()}>
          {(line) => (
            <li class="py-2.5">
              <TaskItem line={line} href={props.hrefOf(line.key)} />
              {props.below?.(line)}
            </li>
          )}
        </For>
      </ul>
      <MoreButton part={part} />
    </>
  )
}

const TaskItem = (props: { readonly line: TaskLine; readonly href: string }) => {
  const t = useWords(tasksWords)
  const holders = () => props.line.holders.map(({ name }) => name).join(", ")
  const facts = () => {
    const { childrenCount, childrenDone, documentLabel, due, extended, waitsFor } = props.line
    return [
      due === null ? t().line.noDue : t().line.due(formatDay(due)),
      ...(extended ? [t().line.extended] : []),
      ...(childrenCount > 0 ? [t().line.parts(formatNumber(childrenDone), formatNumber(childrenCount))] : []),
      ...(waitsFor > 0 ? [t().line.waits(formatNumber(waitsFor))] : []),
      documentLabel
    ].join(" · ")
  }
  return (
    <div class="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div class="min-w-0">
        <p class="flex gap-2">
          <span class="min-w-8 shrink-0 font-semibold text-ink-soft">{props.line.no}</span>
          <A href={props.href} class="link min-w-0 font-semibold">
            {props.line.title}
          </A>
        </p>
        <Show when={holders() !== "" || isOwed(props.line)}>
          <p class="mt-0.5 text-sm">
            <Show when={holders() !== ""} fallback={<span class="text-ink-soft">{t().line.nobody}</span>}>
              {holders()}
            </Show>
          </p>
        </Show>
        <p class="text-xs text-ink-soft">{facts()}</p>
      </div>
      <p>
        <TimelinessBadge timeliness={props.line.timeliness} days={props.line.days} lateDays={props.line.lateDays} />
      </p>
    </div>
  )
}
