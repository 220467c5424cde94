import { procedure, type StepStanding, type WorkStanding } from "@ntm/domain/works"
import { isDay } from "@ntm/domain/values"
import { createMemo, For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { monthTicks } from "./curve-scale.ts"
import { spanOf, StepBar } from "./step-bar.tsx"
import { workWords } from "./work.words.ts"

/** A step of the procedure by its name. */
export const stepName = (key: string): string => {
  const step = procedure.find((each) => each.key === key)
  return step === undefined ? key : inLanguage(step.name)
}

const cell = "border-b border-line px-3 py-2 align-top"
const head = "border-b border-line bg-raised px-3 py-2 text-left"

/** Steps from the survey to the settlement: planned against actual and expected, the critical path marked. */
export const WorkSteps = (props: { readonly standing: WorkStanding; readonly asOf: string }) => {
  const t = useWords(workWords)
  const steps = () => props.standing.steps
  const span = createMemo(() => spanOf(steps()))
  const day = () => {
    const { asOf } = props
    const within = span()
    return isDay(asOf) && within !== undefined && within.from <= asOf && asOf <= within.to ? asOf : undefined
  }
  return (
    <Card id="cac-buoc" title={t().steps.title} lead={t().steps.lead(formatNumber(props.standing.criticalDays))}>
      <Legend />
      <TableFrame label={t().steps.title}>
        <table class="w-full border-separate border-spacing-0 text-sm">
          <thead class="text-xs">
            <tr>
              <th scope="col" class={`${head} sticky left-0 z-10`}>
                {t().steps.step}
              </th>
              <th scope="col" class={`${head} w-full min-w-96`}>
                <span class="sr-only">{t().steps.chart}</span>
                <Show when={span()}>
                  {(within) => (
                    <span aria-hidden="true" class="relative block h-4">
                      <For each={monthTicks(within(), 5).filter(({ place }) => place > 0.04 && place < 0.96)}>
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
                  )}
                </Show>
              </th>
              <th scope="col" class={head}>
                {t().steps.planned}
              </th>
              <th scope="col" class={head}>
                {t().steps.actual}
              </th>
              <th scope="col" class={`${head} text-right`}>
                {t().steps.slack}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={steps()}>
              {(step) => (
                <tr>
                  <th
                    scope="row"
                    class={`${cell} sticky left-0 min-w-40 border-r bg-surface text-left font-normal max-sm:min-w-32`}
                  >
                    {stepName(step.step)}
                    <Show when={step.critical}>
                      <span class="mt-0.5 block">
                        <Badge tone="error">{t().steps.critical}</Badge>
                      </span>
                    </Show>
                  </th>
                  <td class={cell}>
                    <Show when={span()}>{(within) => <StepBar step={step} span={within()} asOf={day()} />}</Show>
                  </td>
                  <td class={`${cell} whitespace-nowrap`}>
                    {formatDay(step.start)} – {formatDay(step.due)}
                  </td>
                  <td class={`${cell} whitespace-nowrap`}>
                    <Actual step={step} />
                  </td>
                  <td class={`${cell} text-right whitespace-nowrap`}>
                    {step.doneOn === null ? t().steps.days(formatNumber(step.slack)) : ""}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
    </Card>
  )
}

const Actual = (props: { readonly step: StepStanding }) => {
  const t = useWords(workWords)
  const state = () =>
    props.step.doneOn !== null ? t().steps.done : props.step.begunOn !== null ? t().steps.running : t().steps.waiting
  const days = () => {
    const { begunOn, doneOn, expectedEnd, expectedStart } = props.step
    if (doneOn !== null) return begunOn === null ? formatDay(doneOn) : `${formatDay(begunOn)} – ${formatDay(doneOn)}`
    if (begunOn !== null) return `${t().steps.begun(formatDay(begunOn))}, ${t().steps.until(formatDay(expectedEnd))}`
    return t().steps.expected(formatDay(expectedStart), formatDay(expectedEnd))
  }
  const late = () => (props.step.doneOn ?? props.step.expectedEnd) > props.step.due
  return (
    <>
      <span class="block text-xs font-semibold text-ink-soft">{state()}</span>
      <span classList={{ "text-error": late() }}>{days()}</span>
    </>
  )
}

const Legend = () => {
  const t = useWords(workWords)
  const items = [
    ["planned", "fill-line-strong"],
    ["done", "fill-primary-bar"],
    ["expected", "fill-primary-soft stroke-primary-bar"]
  ] as const
  return (
    <ul class="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-soft">
      <For each={items}>
        {([key, look]) => (
          <li class="flex items-center gap-1.5">
            <svg class="h-3 w-5" aria-hidden="true">
              <rect x="0.5" y="1.5" width="19" height="9" class={look} />
            </svg>
            {t().steps.legend[key]}
          </li>
        )}
      </For>
      <li class="flex items-center gap-1.5">
        <svg class="h-3 w-5" aria-hidden="true">
          <rect x="1" y="2" width="18" height="8" stroke-width="2" class="fill-error-soft stroke-error" />
        </svg>
        {t().steps.critical}
      </li>
      <li class="flex items-center gap-1.5">
        <svg class="h-3 w-1" aria-hidden="true">
          <line x1="2" x2="2" y2="12" stroke-width="1.5" stroke-dasharray="2 3" class="stroke-ink-soft" />
        </svg>
        {t().steps.legend.today}
      </li>
    </ul>
  )
}
