import type { TimelineStep } from "@ntm/domain/assignments"
import type { Day } from "@ntm/domain/values"
import { Show } from "solid-js"
import { placeOf, type Span } from "../works/curve-scale.ts"

/** The first and the last day that any task needs, as planned and as expected. */
export const spanOfSteps = (steps: ReadonlyArray<TimelineStep>): Span | undefined => {
  const days = steps
    .flatMap(({ due, expectedEnd, expectedStart, start }) => [start, due, expectedStart, expectedEnd])
    .filter((day) => day !== null)
    .toSorted()
  const [first] = days
  const last = days.at(-1)
  return first === undefined || last === undefined ? undefined : { from: first, to: last }
}

/**
 * A task in time: as planned above, as it can still be below; darker and framed on the critical path.
 *
 * **Details** Decoration: the days stand beside it in words. A task without a start is drawn as its due day alone.
 */
export const TimelineBar = (props: {
  readonly step: TimelineStep
  readonly span: Span
  readonly asOf: Day | undefined
  /** What is done has nothing that can still be. */
  readonly closed: boolean
}) => {
  const x = (day: Day) => placeOf(day, props.span) * 100
  const planned = () => {
    const { due, start } = props.step
    const from = start ?? due
    const to = due ?? start
    return from === null || to === null ? undefined : { at: Math.min(x(from), 99), wide: Math.max(1, x(to) - x(from)) }
  }
  return (
    <svg class="h-7 w-full" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
      <Show when={props.asOf}>
        {(day) => (
          <line
            x1={x(day())}
            x2={x(day())}
            y2="28"
            class="stroke-ink-soft"
            stroke-width="1.5"
            stroke-dasharray="2 3"
            vector-effect="non-scaling-stroke"
          />
        )}
      </Show>
      <Show when={planned()}>
        {(bar) => <rect x={bar().at} width={bar().wide} y="3" height="8" class="fill-line-strong" />}
      </Show>
      <Show when={!props.closed}>
        <rect
          x={Math.min(x(props.step.expectedStart), 99)}
          width={Math.max(1, x(props.step.expectedEnd) - x(props.step.expectedStart))}
          y="14"
          height="10"
          stroke-width={props.step.critical ? 2 : 1}
          vector-effect="non-scaling-stroke"
          class={props.step.critical ? "fill-error-soft stroke-error" : "fill-primary-soft stroke-primary-bar"}
        />
      </Show>
    </svg>
  )
}
