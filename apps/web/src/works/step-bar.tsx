import type { StepStanding } from "@ntm/domain/works"
import type { Day } from "@ntm/domain/values"
import { Show } from "solid-js"
import { placeOf, type Span } from "./curve-scale.ts"

/** The first and the last day that any step needs, planned or not. */
export const spanOf = (steps: ReadonlyArray<StepStanding>): Span | undefined => {
  const days = steps.flatMap(({ begunOn, doneOn, due, expectedEnd, expectedStart, start }) =>
    [start, due, begunOn, doneOn, expectedStart, expectedEnd].filter((day) => day !== null)
  )
  const [first] = days.toSorted()
  const last = days.toSorted().at(-1)
  return first === undefined || last === undefined ? undefined : { from: first, to: last }
}

/**
 * A step in time: as planned above, what was done and what is expected below; a frame around it where it is on the critical path.
 *
 * **Details** Decoration: the days stand beside it in words.
 */
export const StepBar = (props: {
  readonly step: StepStanding
  readonly span: Span
  readonly asOf: Day | undefined
}) => {
  const x = (day: Day) => placeOf(day, props.span) * 100
  const wide = (from: Day, to: Day) => Math.max(0.8, x(to) - x(from))
  const step = () => props.step
  const doneTo = () => step().doneOn ?? (step().begunOn === null ? null : (props.asOf ?? step().begunOn))
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
      <rect x={x(step().start)} width={wide(step().start, step().due)} y="3" height="8" class="fill-line-strong" />
      <Show when={step().doneOn === null}>
        <rect
          x={x(step().begunOn ?? step().expectedStart)}
          width={wide(step().begunOn ?? step().expectedStart, step().expectedEnd)}
          y="14"
          height="10"
          stroke-width={step().critical ? 2 : 1}
          vector-effect="non-scaling-stroke"
          class={step().critical ? "fill-error-soft stroke-error" : "fill-primary-soft stroke-primary-bar"}
        />
      </Show>
      <Show when={doneTo()}>
        {(to) => (
          <rect
            x={x(step().begunOn ?? step().expectedStart)}
            width={wide(step().begunOn ?? step().expectedStart, to())}
            y="14"
            height="10"
            class={step().critical ? "fill-error-line" : "fill-primary-bar"}
          />
        )}
      </Show>
    </svg>
  )
}
