import type { AnswerOf, api, TaskLine } from "@ntm/contract"
import type { TimelineStep } from "@ntm/domain/assignments"
import { isDay } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { createMemo, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { monthTicks, type Span } from "../works/curve-scale.ts"
import { spanOfSteps, TimelineBar } from "./timeline-bar.tsx"
import { timelineWords } from "./timeline.words.ts"

type Answer = AnswerOf<typeof api.assignments.timeline>

const cell = "border-b border-line px-3 py-2 align-top"
const head = "border-b border-line bg-raised px-3 py-2 text-left"

const isClosed = ({ state }: TaskLine): boolean => state === "accepted" || state === "cancelled"

/** The tasks of a document one below the other, each in time and in words. */
export const TimelineTable = (props: {
  readonly answer: Answer
  readonly each: boolean
  readonly hrefOf: (key: string) => string
}) => {
  const t = useWords(timelineWords)
  const rows = createMemo(() => {
    const lines = new Map(props.answer.items.map((line) => [line.key, line]))
    return props.answer.timeline.steps.flatMap((step) => {
      const line = lines.get(step.task)
      if (line === undefined) return []
      const parent = line.parent === null ? undefined : lines.get(line.parent)
      return props.each || parent?.kind !== "shared" ? [{ step, line }] : []
    })
  })
  const span = createMemo(() => spanOfSteps(rows().map(({ step }) => step)))
  const part = createPart(rows)
  const day = () => {
    const { asOf } = props.answer
    const within = span()
    return isDay(asOf) && within !== undefined && within.from <= asOf && asOf <= within.to ? asOf : undefined
  }
  return (
    <>
      <Legend />
      <TableFrame label={t().chart}>
        <table class="w-full border-separate border-spacing-0 text-sm">
          <thead class="text-xs">
            <tr>
              <th scope="col" class={`${head} sticky left-0 z-10`}>
                {t().task}
              </th>
              <th scope="col" class={`${head} w-full min-w-96`}>
                <span class="sr-only">{t().drawn}</span>
                <Show when={span()}>{(within) => <Months span={within()} />}</Show>
              </th>
              <th scope="col" class={head}>
                {t().plan}
              </th>
              <th scope="col" class={head}>
                {t().can}
              </th>
              <th scope="col" class={`${head} text-right`}>
                {t().slack}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={part.shown()}>
              {({ line, step }) => (
                <tr>
                  <th
                    scope="row"
                    class={`${cell} sticky left-0 min-w-64 border-r bg-surface text-left font-normal max-sm:min-w-40`}
                  >
                    <span class="mr-1.5 font-semibold text-ink-soft">{line.no}</span>
                    <A class="link" href={props.hrefOf(line.key)}>
                      {line.title}
                    </A>
                    <Who line={line} />
                    <Show when={step.critical}>
                      <span class="mt-0.5 block">
                        <Badge tone="error">{t().critical}</Badge>
                      </span>
                    </Show>
                  </th>
                  <td class={cell}>
                    <Show when={span()}>
                      {(within) => <TimelineBar step={step} span={within()} asOf={day()} closed={isClosed(line)} />}
                    </Show>
                  </td>
                  <Days step={step} closed={isClosed(line)} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
      <MoreButton part={part} />
    </>
  )
}

const Who = (props: { readonly line: TaskLine }) => (
  <Show when={props.line.holders.length > 0 && props.line.holders.length <= 3}>
    <span class="block text-xs text-ink-soft">{props.line.holders.map(({ name }) => name).join(", ")}</span>
  </Show>
)

const Days = (props: { readonly step: TimelineStep; readonly closed: boolean }) => {
  const t = useWords(timelineWords)
  const late = () => props.step.due !== null && props.step.expectedEnd > props.step.due
  return (
    <>
      <td class={`${cell} whitespace-nowrap`}>
        {props.step.start === null ? "" : `${formatDay(props.step.start)} – `}
        {formatDay(props.step.due)}
        <Show when={props.step.dueImplied}>
          <span class="block text-xs text-ink-soft">{t().implied}</span>
        </Show>
      </td>
      <td class={`${cell} whitespace-nowrap`}>
        <Show when={!props.closed} fallback={t().closed}>
          <span classList={{ "text-error": late() }}>
            {formatDay(props.step.expectedStart)} – {formatDay(props.step.expectedEnd)}
          </span>
        </Show>
      </td>
      <td class={`${cell} text-right whitespace-nowrap`}>
        {props.closed ? "" : t().days(formatNumber(props.step.slack))}
      </td>
    </>
  )
}

const Months = (props: { readonly span: Span }) => (
  <span aria-hidden="true" class="relative block h-4">
    <For each={monthTicks(props.span, 5).filter(({ place }) => place > 0.04 && place < 0.96)}>
      {(tick) => (
        <span
          class="absolute -translate-x-1/2 font-normal whitespace-nowrap text-ink-soft"
          style={{ left: `${tick.place * 100}%` }}
        >
          {tick.month}
        </span>
      )}
    </For>
  </span>
)

const Legend = () => {
  const t = useWords(timelineWords)
  const items = [
    ["planned", "fill-line-strong"],
    ["can", "fill-primary-soft stroke-primary-bar"]
  ] as const
  return (
    <ul class="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-soft">
      <For each={items}>
        {([key, look]) => (
          <li class="flex items-center gap-1.5">
            <svg class="h-3 w-5" aria-hidden="true">
              <rect x="0.5" y="1.5" width="19" height="9" class={look} />
            </svg>
            {t().legend[key]}
          </li>
        )}
      </For>
      <li class="flex items-center gap-1.5">
        <svg class="h-3 w-5" aria-hidden="true">
          <rect x="1" y="2" width="18" height="8" stroke-width="2" class="fill-error-soft stroke-error" />
        </svg>
        {t().critical}
      </li>
      <li class="flex items-center gap-1.5">
        <svg class="h-3 w-1" aria-hidden="true">
          <line x1="2" x2="2" y2="12" stroke-width="1.5" stroke-dasharray="2 3" class="stroke-ink-soft" />
        </svg>
        {t().legend.today}
      </li>
    </ul>
  )
}
