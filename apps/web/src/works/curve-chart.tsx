import type { CurvePoint, SCurve } from "@ntm/domain/works"
import { Day, formatPercent } from "@ntm/domain/values"
import { createMemo, createUniqueId, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { BLANK, formatDay, formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { linePath, monthTicks, placeOf, type Span } from "./curve-scale.ts"
import { summaryWords } from "./summary.words.ts"

const lines = [
  { key: "planned", look: "stroke-ink-faint", dash: "6 4", width: 2 },
  { key: "paid", look: "stroke-warning-line", dash: "2 3", width: 2.5 },
  { key: "done", look: "stroke-primary", dash: undefined, width: 3 }
] as const

const percent = (value: number | null) => (value === null ? BLANK : formatPercent(value, 1))

/** Where a curve has no points; nothing is drawn of it then. */
const NEVER = Day.make("2000-01-01")

/** Planned, built and paid to date, as lines and, for who does not see them, as a sentence and a table. */
export const CurveChart = (props: { readonly curve: SCurve }) => {
  const t = useWords(summaryWords)
  const id = createUniqueId()
  const points = () => props.curve.points
  const span = createMemo((): Span => {
    const [first] = points()
    return { from: first?.day ?? NEVER, to: points().at(-1)?.day ?? NEVER }
  })
  /** Actual lines end on the day asked. */
  const here = () => points().findLast((point) => point.done !== null)
  const behind = () => props.curve.behindPoints
  return (
    <div>
      <p class="mb-3 flex flex-wrap items-center gap-2 text-sm">
        <Badge tone={behind() > 0 ? "warning" : "good"}>
          {behind() === 0
            ? t().curve.onTime
            : behind() > 0
              ? t().curve.behind(formatNumber(behind(), 1))
              : t().curve.ahead(formatNumber(-behind(), 1))}
        </Badge>
        <span class="text-ink-soft">
          {props.curve.forecastFinish === null
            ? t().curve.noForecast
            : t().curve.forecast(formatDay(props.curve.forecastFinish))}
        </span>
      </p>
      <div class="relative mb-6 ml-11 h-64">
        <For each={[0, 25, 50, 75, 100]}>
          {(value) => (
            <>
              <span
                aria-hidden="true"
                class="absolute right-full mr-2 -translate-y-1/2 text-xs whitespace-nowrap text-ink-soft"
                style={{ top: `${100 - value}%` }}
              >
                {value} %
              </span>
              <span
                aria-hidden="true"
                class="absolute inset-x-0 border-t border-line"
                style={{ top: `${100 - value}%` }}
              />
            </>
          )}
        </For>
        <For each={monthTicks(span(), 6)}>
          {(tick) => (
            <span
              aria-hidden="true"
              class="absolute top-full mt-1 -translate-x-1/2 text-xs whitespace-nowrap text-ink-soft"
              style={{ left: `${tick.place * 100}%` }}
            >
              {tick.month}
            </span>
          )}
        </For>
        <Show when={here()}>
          {(point) => (
            <span
              aria-hidden="true"
              class="absolute inset-y-0 border-l-2 border-dotted border-ink-soft"
              style={{ left: `${placeOf(point().day, span()) * 100}%` }}
            />
          )}
        </Show>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-text`}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          class="absolute inset-0 size-full overflow-visible"
        >
          <title id={`${id}-title`}>{t().curve.title}</title>
          <desc id={`${id}-text`}>
            {t().curve.describe(
              formatDay(span().from),
              formatDay(span().to),
              formatDay(here()?.day ?? null),
              percent(here()?.planned ?? null),
              percent(here()?.done ?? null),
              percent(here()?.paid ?? null)
            )}
          </desc>
          <For each={lines}>
            {(line) => (
              <path
                d={linePath(points(), (point) => point[line.key], span())}
                fill="none"
                class={line.look}
                stroke-width={line.width}
                stroke-dasharray={line.dash}
                stroke-linejoin="round"
                vector-effect="non-scaling-stroke"
              />
            )}
          </For>
        </svg>
      </div>
      <ul class="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <For each={[lines[2], lines[0], lines[1]]}>
          {(line) => (
            <li class="flex items-center gap-2">
              <svg class="h-3 w-7" aria-hidden="true">
                <line x2="28" y1="6" y2="6" class={line.look} stroke-width={line.width} stroke-dasharray={line.dash} />
              </svg>
              {t().curve[line.key]}
              <span class="font-semibold">{percent(here()?.[line.key] ?? null)}</span>
            </li>
          )}
        </For>
        <Show when={here()}>
          {(point) => (
            <li class="flex items-center gap-2 text-ink-soft">
              <span aria-hidden="true" class="h-3 border-l-2 border-dotted border-ink-soft" />
              {t().curve.today} {formatDay(point().day)}
            </li>
          )}
        </Show>
      </ul>
      <details class="no-print mt-3 text-sm">
        <summary class="font-semibold text-primary">{t().curve.table}</summary>
        <div class="mt-2">
          <CurveTable points={points()} />
        </div>
      </details>
    </div>
  )
}

const CurveTable = (props: { readonly points: ReadonlyArray<CurvePoint> }) => {
  const t = useWords(summaryWords)
  const cell = "border-b border-line px-3 py-1 text-right whitespace-nowrap"
  return (
    <TableFrame label={t().curve.table}>
      <table class="w-full text-sm">
        <thead class="text-xs">
          <tr>
            <th scope="col" class="border-b border-line bg-raised px-3 py-1.5 text-left">
              {t().curve.day}
            </th>
            <For each={["planned", "done", "paid"] as const}>
              {(key) => (
                <th scope="col" class="border-b border-line bg-raised px-3 py-1.5 text-right">
                  {t().curve[key]}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.points}>
            {(point) => (
              <tr>
                <th scope="row" class="border-b border-line px-3 py-1 text-left font-normal">
                  {formatDay(point.day)}
                </th>
                <td class={cell}>{percent(point.planned)}</td>
                <td class={cell}>
                  <Show when={point.done !== null} fallback={BLANK}>
                    {percent(point.done)}
                  </Show>
                </td>
                <td class={cell}>{percent(point.paid)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}
